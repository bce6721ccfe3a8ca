package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Symbol;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.control.LoopBody.Collected;
import rhyton.tensor.control.LoopBody.Element;
import rhyton.tensor.gradient.GradientRule;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeGraph.Operation;
import rhyton.tensor.runtime.NativeGraph.Output;
import rhyton.tensor.runtime.NativeRuntime;

/**
 * A loop as one node of a traced function.
 *
 * <p>Its inputs are the number of rounds, the first state, the sequences and what is the same in
 * all rounds; its results the number of the last round, the last state and what was collected. In
 * the native graph it is one While op. What the way back needs of each round is collected only when
 * a gradient is asked for: then the op is replaced by one that collects more.
 */
final class Loop {
  private static final String LOOP = "loop";
  private static final AtomicLong COUNT = new AtomicLong();

  private final Trace around;
  private final LoopBody body;
  private final Trace condition;
  private final Tensor goesOn;
  private final boolean reverse;
  private final boolean counted;
  private final List<Tensor> inputs = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Integer> lists = new ArrayList<>();
  private final Map<Integer, Output> unread = new HashMap<>();
  private final Map<Integer, Tensor> insideCondition = new HashMap<>();
  private final List<Object> resources;
  private TraceNode node;
  private int emitted;

  /**
   * One loop variable of the native op: outside, in the body before and after, and its type. Where
   * a result of an op stands is asked for when it is needed: ops may be replaced.
   */
  private record Slot(
      Supplier<Output> outside, Output before, Supplier<Output> after, DType dtype, Shape shape) {}

  /**
   * A loop.
   *
   * @param around the trace that the loop stands in
   * @param body what happens in a round
   * @param condition tells whether there is another round: its arguments are the index, the limit
   *     and the state; null for a fixed number of rounds
   * @param goesOn the result of the condition
   * @param reverse whether the last element comes first
   */
  Loop(Trace around, LoopBody body, Trace condition, Tensor goesOn, boolean reverse) {
    this.around = around;
    this.body = body;
    this.counted = condition == null;
    this.reverse = reverse;
    Trace[] made = {condition};
    this.goesOn = counted ? counting(made) : goesOn;
    this.condition = made[0];
    this.resources = List.copyOf(body.trace().variables().resources());
  }

  private Tensor counting(Trace[] made) {
    Trace before = Trace.current();
    made[0] = Trace.beginPart(around, java.util.Set.of());
    try {
      Tensor index = made[0].placeholder(DType.INT32, Shape.SCALAR, "index");
      Tensor limit = made[0].placeholder(DType.INT32, Shape.SCALAR, "limit");
      body.state().forEach(s -> made[0].placeholder(s.dtype(), s.shape(), "state"));
      return made[0].local(reverse ? index.greaterEqual(0) : index.less(limit));
    } finally {
      made[0].suspend(before);
    }
  }

  LoopBody body() {
    return body;
  }

  boolean reverse() {
    return reverse;
  }

  /** The number of rounds as a tensor around the loop, also of a loop that ends by a condition. */
  Tensor rounds() {
    return counted ? inputs.get(0) : node.outputs().get(0);
  }

  /** What stands for the sequences outside. */
  Tensor sequence(int index) {
    return inputs.get(1 + body.state().size() + index);
  }

  /**
   * Puts the loop into the trace around it.
   *
   * @param limit the number of rounds, or the largest one
   * @param first the first state
   * @param sequences the sequences, with the rounds along their first axis
   * @return the node; its results are the number of rounds, the last state, what was collected
   */
  TraceNode place(Tensor limit, List<Tensor> first, List<Tensor> sequences) {
    inputs.add(around.local(limit));
    first.forEach(tensor -> inputs.add(around.local(tensor)));
    sequences.forEach(tensor -> inputs.add(around.local(tensor)));
    body.constants().keySet().forEach(tensor -> inputs.add(around.local(tensor)));
    Tensor start = reverse ? limit.subtract(1) : Tensor.scalar(0, DType.INT32);
    Tensor step = body.trace().during(() -> body.trace().local(body.index().add(reverse ? -1 : 1)));
    slot(start, body.index(), step);
    Output limitInside = body.trace().graph().argument(DType.INT32, Shape.SCALAR);
    unchanged(() -> around.graph().output(limit), limitInside, DType.INT32, Shape.SCALAR);
    for (int i = 0; i < first.size(); i++) {
      slot(first.get(i), body.state().get(i), body.next().get(i));
    }
    for (int i = 0; i < sequences.size(); i++) {
      Element element = body.elements().get(i);
      Supplier<Output> list = listOf(inputs.get(1 + first.size() + i), element.value());
      unchanged(list, element.list(), DType.VARIANT, Shape.SCALAR);
    }
    Map<Tensor, Tensor> ofCondition = constantsOfCondition();
    Map<Tensor, Tensor> all = new LinkedHashMap<>(body.constants());
    ofCondition.forEach(all::putIfAbsent);
    for (Tensor outside : all.keySet()) {
      if (ofCondition.containsKey(outside)) {
        insideCondition.put(slots.size(), ofCondition.get(outside));
      }
      constant(outside);
    }
    emit();
    return node;
  }

  private Map<Tensor, Tensor> constantsOfCondition() {
    Map<Tensor, Tensor> found = new LinkedHashMap<>();
    for (Tensor outside : condition.captures()) {
      found.put(outside, condition.captured(outside));
    }
    return found;
  }

  private void constant(Tensor outside) {
    Tensor inside = body.constants().get(outside);
    Output argument =
        inside == null
            ? body.trace().graph().argument(outside.dtype(), outside.shape())
            : body.trace().graph().output(inside);
    unchanged(() -> around.graph().output(outside), argument, outside.dtype(), outside.shape());
  }

  private void slot(Tensor outside, Tensor before, Tensor after) {
    slots.add(
        new Slot(
            () -> around.graph().output(outside),
            body.trace().graph().output(before),
            () -> body.trace().graph().output(after),
            before.dtype(),
            before.shape()));
  }

  private void unchanged(Supplier<Output> outside, Output inside, DType dtype, Shape shape) {
    slots.add(new Slot(outside, inside, () -> inside, dtype, shape));
  }

  /** The elements of a sequence; what another loop has collected is passed on as it is. */
  private Supplier<Output> listOf(Tensor sequence, Tensor element) {
    Symbol symbol = (Symbol) sequence.state();
    if (symbol.node().attribute(LOOP) instanceof Loop other && other.collects(symbol.index())) {
      return () -> other.list(symbol.index());
    }
    Operation unstacked =
        around
            .graph()
            .add(
                "TensorListFromTensor",
                List.of(
                    around.graph().output(sequence),
                    LoopBody.elementShape(around, element.shape())),
                Map.of("element_dtype", element.dtype()));
    return () -> new Output(unstacked, 0);
  }

  private boolean collects(int result) {
    return result > body.state().size();
  }

  private Output list(int result) {
    return new Output(node.operation(), lists.get(result - 1 - body.state().size()));
  }

  private Output emptyList(Collected one) {
    Output shape = LoopBody.elementShape(around, one.value().shape());
    Map<String, Object> attributes = Map.of("element_dtype", one.value().dtype());
    Tensor size = counted ? inputs.get(0) : Tensor.scalar(-1, DType.INT32);
    return new Output(
        around
            .graph()
            .add(
                counted ? "TensorListReserve" : "EmptyTensorList",
                List.of(shape, around.graph().output(size)),
                attributes),
        0);
  }

  /** Puts the native op into the graph, in the place of an earlier one that collected less. */
  void emit() {
    List<Collected> collected = body.collected();
    if (node != null && emitted == collected.size()) {
      return;
    }
    for (Collected one : collected.subList(emitted, collected.size())) {
      lists.add(slots.size());
      Output list = emptyList(one);
      slots.add(new Slot(() -> list, one.before(), one::after, DType.VARIANT, Shape.SCALAR));
    }
    Operation loop = nativeLoop();
    List<Output> outputs = new ArrayList<>();
    if (node == null) {
      outputs.add(new Output(loop, 0));
      for (int i = 0; i < body.state().size(); i++) {
        outputs.add(new Output(loop, 2 + i));
      }
      node =
          around
              .graph()
              .note(
                  "Loop",
                  inputs,
                  Map.of(GradientRule.ATTRIBUTE, rule(), LOOP, this),
                  loop,
                  outputs);
    } else {
      rewire(loop);
    }
    List<Output> stacks = new ArrayList<>();
    for (int i = emitted; i < lists.size(); i++) {
      stacks.add(stacked(new Output(loop, lists.get(i)), collected.get(i).value()));
    }
    node.extend(around, stacks);
    emitted = collected.size();
  }

  private GradientRule rule() {
    return context -> new LoopGradient(this, context).apply();
  }

  private void rewire(Operation loop) {
    Operation old = node.operation();
    around.graph().replace(old, loop);
    List<Output> outputs = new ArrayList<>(List.of(new Output(loop, 0)));
    for (int i = 0; i < body.state().size(); i++) {
      outputs.add(new Output(loop, 2 + i));
    }
    node.rewire(loop, outputs);
  }

  private Output stacked(Output list, Tensor element) {
    long rounds = counted ? Known.number(inputs.get(0)) : -1;
    return new Output(
        around
            .graph()
            .add(
                "TensorListStack",
                List.of(list, LoopBody.elementShape(around, element.shape())),
                Map.of("element_dtype", element.dtype(), "num_elements", rounds)),
        0);
  }

  private Operation nativeLoop() {
    long number = COUNT.incrementAndGet();
    NativeFunction round =
        body.trace()
            .graph()
            .toFunction(
                "rhyton_loop_body_" + number,
                slots.stream().map(Slot::before).toList(),
                slots.stream().map(slot -> slot.after().get()).toList(),
                false);
    NativeFunction test =
        condition
            .graph()
            .toFunction(
                "rhyton_loop_condition_" + number,
                conditionArguments(),
                List.of(condition.graph().output(goesOn)),
                false);
    around.graph().use(round);
    around.graph().use(test);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("T", slots.stream().map(Slot::dtype).toList());
    // On a CPU it is faster to call the functions than to merge them into the graph, as files have
    // it: 25 to 31 instead of 37 ms for a step of GRU(32), 120 rounds, 128 samples, on two cores.
    boolean calls = NativeRuntime.hasCpuOnly() && !around.variables().takesHandles();
    attributes.put("body", calls ? round.asAttributeForOneThread() : round.asAttribute());
    attributes.put("cond", calls ? test.asAttributeForOneThread() : test.asAttribute());
    attributes.put("output_shapes", slots.stream().map(Slot::shape).toList());
    attributes.put("_lower_using_switch_merge", !calls);
    List<Output> arguments = slots.stream().map(slot -> slot.outside().get()).toList();
    return resources.isEmpty()
        ? around.graph().add("StatelessWhile", List.of(arguments), attributes)
        : around.graph().addUsing(resources, "While", List.of(arguments), attributes);
  }

  /** The condition has the arguments of the body, most of which it does not look at. */
  private List<Output> conditionArguments() {
    List<Output> arguments = new ArrayList<>();
    int own = 2 + body.state().size();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      Tensor known = i < own ? condition.placeholders().get(i) : insideCondition.get(i);
      arguments.add(
          known == null
              ? unread.computeIfAbsent(
                  i, k -> condition.graph().argument(slot.dtype(), slot.shape()))
              : condition.graph().output(known));
    }
    return arguments;
  }
}

package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.gradient.GradientRule;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeGraph.Operation;
import rhyton.tensor.runtime.NativeGraph.Output;

/**
 * One of several ways to compute the same results, chosen by a number, as one node of a traced
 * function.
 *
 * <p>Its inputs are the number and what the branches use of the function around. In the native
 * graph it is one Case op. What the way back needs of a branch becomes a further result when a
 * gradient is asked for; the other branches give a zero in its place, which nobody looks at.
 */
final class Branch {
  private static final AtomicLong COUNT = new AtomicLong();

  private final Trace around;
  private final List<Part> parts;
  private final List<Kept> kept = new ArrayList<>();
  private final Map<Tensor, Integer> inputIndex = new LinkedHashMap<>();
  private final List<Tensor> inputs = new ArrayList<>();
  private TraceNode node;

  /** One branch: its trace, its results, and what stands in it for tensors outside. */
  record Part(Trace trace, List<Tensor> results, Map<Tensor, Tensor> arguments) {
    /** Traces a branch of the current trace. */
    static Part of(Supplier<List<Tensor>> body) {
      Trace around = Trace.current();
      Trace trace = Trace.beginPart(around, Set.of());
      List<Tensor> results;
      try {
        results = body.get().stream().map(trace::local).toList();
      } finally {
        trace.suspend(around);
      }
      Map<Tensor, Tensor> arguments = new LinkedHashMap<>();
      trace.captures().forEach(outside -> arguments.put(outside, trace.captured(outside)));
      return new Part(trace, results, arguments);
    }
  }

  /** A tensor of one branch that the way back needs. */
  private record Kept(int part, Tensor value) {}

  private Branch(Trace around, List<Part> parts) {
    this.around = around;
    this.parts = parts;
  }

  /**
   * Puts branches into the current trace.
   *
   * @param number which branch is taken, int32 of shape ()
   * @param parts the branches, whose results have the same types
   * @return the node
   */
  static TraceNode place(Tensor number, List<Part> parts) {
    Branch branch = new Branch(Trace.current(), parts);
    branch.inputs.add(branch.around.local(number));
    for (Part part : parts) {
      for (Tensor outside : part.arguments().keySet()) {
        if (branch.inputIndex.putIfAbsent(outside, branch.inputs.size()) == null) {
          branch.inputs.add(branch.around.local(outside));
        }
      }
    }
    branch.emit();
    return branch.node;
  }

  List<Part> parts() {
    return parts;
  }

  /** Which input of the node a tensor outside is. */
  int inputOf(Tensor outside) {
    return inputIndex.get(outside);
  }

  Set<Tensor> outsides() {
    return inputIndex.keySet();
  }

  /** What a branch gives as a result of the node, or null if it gives nothing there. */
  Tensor valueIn(int part, int result) {
    if (result < results()) {
      return parts.get(part).results().get(result);
    }
    Kept one = kept.get(result - results());
    return one.part() == part ? one.value() : null;
  }

  int results() {
    return parts.get(0).results().size();
  }

  /** Has a tensor of a branch given back; returns which result of the node it becomes. */
  int keep(int part, Tensor value) {
    Kept one = new Kept(part, value);
    if (!kept.contains(one)) {
      kept.add(one);
    }
    return results() + kept.indexOf(one);
  }

  /** Puts the native op into the graph, in the place of an earlier one that gave less. */
  void emit() {
    int all = results() + kept.size();
    if (node != null && node.outputs().size() == all) {
      return;
    }
    Operation op = nativeCase();
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      outputs.add(new Output(op, i));
    }
    if (node == null) {
      GradientRule rule = context -> new BranchGradient(this, context).apply();
      node =
          around.graph().note("Branch", inputs, Map.of(GradientRule.ATTRIBUTE, rule), op, outputs);
    } else {
      int before = node.outputs().size();
      around.graph().replace(node.operation(), op);
      node.rewire(op, outputs.subList(0, before));
      node.extend(around, outputs.subList(before, all));
    }
  }

  private Operation nativeCase() {
    long number = COUNT.incrementAndGet();
    List<Object> branches = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      NativeFunction function = function(i, "rhyton_branch_" + number + "_" + i);
      around.graph().use(function);
      branches.add(function.asAttribute());
    }
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("branches", branches);
    attributes.put("Tin", inputs.subList(1, inputs.size()).stream().map(Tensor::dtype).toList());
    attributes.put("Tout", types());
    attributes.put("output_shapes", shapes());
    attributes.put("_lower_using_switch_merge", true);
    List<Output> arguments =
        inputs.subList(1, inputs.size()).stream().map(around.graph()::output).toList();
    List<Object> all = List.of(around.graph().output(inputs.get(0)), arguments);
    Set<Object> resources = new LinkedHashSet<>();
    parts.forEach(part -> resources.addAll(part.trace().variables().resources()));
    return resources.isEmpty()
        ? around.graph().add("StatelessCase", all, attributes)
        : around.graph().addUsing(List.copyOf(resources), "Case", all, attributes);
  }

  private List<DType> types() {
    List<DType> types = new ArrayList<>();
    parts.get(0).results().forEach(result -> types.add(result.dtype()));
    kept.forEach(one -> types.add(one.value().dtype()));
    return types;
  }

  /** What all branches agree about. */
  private List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < results(); i++) {
      int index = i;
      shapes.add(
          parts.stream()
              .map(part -> part.results().get(index).shape())
              .reduce(Branches::common)
              .orElseThrow());
    }
    kept.forEach(one -> shapes.add(Shape.UNKNOWN));
    return shapes;
  }

  private NativeFunction function(int index, String name) {
    Part part = parts.get(index);
    List<Output> arguments = new ArrayList<>();
    for (Tensor outside : inputIndex.keySet()) {
      Tensor inside = part.arguments().get(outside);
      arguments.add(
          inside == null
              ? part.trace().graph().argument(outside.dtype(), outside.shape())
              : part.trace().graph().output(inside));
    }
    List<Output> results = new ArrayList<>();
    part.results().forEach(result -> results.add(part.trace().graph().output(result)));
    for (Kept one : kept) {
      results.add(
          part.trace()
              .graph()
              .output(one.part() == index ? one.value() : nothing(part, one.value().dtype())));
    }
    return part.trace().graph().toFunction(name, arguments, results, false);
  }

  private static Tensor nothing(Part part, DType dtype) {
    return part.trace()
        .during(
            () ->
                dtype == DType.STRING ? Tensor.of("") : Tensor.scalar(0, DType.INT32).cast(dtype));
  }
}

package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Symbol;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.gradient.Backward;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.GradientContext;

/**
 * The gradient of a loop, which is a loop in the other direction.
 *
 * <p>Its state are the gradients of the state; its sequences the gradients of what was collected,
 * and what the way back needs of each round. Gradients of what is the same in all rounds add up:
 * those that are products of matrices as one product after the loop.
 */
final class LoopGradient {
  private final Loop loop;
  private final LoopBody body;
  private final GradientContext context;
  private final TraceNode node;
  private final Trace here = Trace.current();
  private final int firstElement;
  private final int firstConstant;
  private final Map<Tensor, Integer> constantIndex = new LinkedHashMap<>();
  private final List<Product> products = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final Map<Tensor, Tensor> outsideOf = new HashMap<>();
  private LoopBody back;

  /** A gradient of a matrix that is summed up after the loop. */
  private record Product(Tensor of, Tensor left, Tensor right) {}

  /** Where a sequence of the way back comes from: the collected results of one of the loops. */
  @FunctionalInterface
  private interface Source {
    Tensor get();
  }

  LoopGradient(Loop loop, GradientContext context) {
    this.loop = loop;
    this.body = loop.body();
    this.context = context;
    this.node = context.node();
    this.firstElement = 1 + body.state().size();
    this.firstConstant = firstElement + body.elements().size();
    int index = firstConstant;
    for (Map.Entry<Tensor, Tensor> constant : body.constants().entrySet()) {
      outsideOf.put(constant.getValue(), constant.getKey());
      constantIndex.put(constant.getValue(), index++);
    }
  }

  void apply() {
    List<Integer> states = new ArrayList<>();
    Set<Tensor> wanted = wanted(states);
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < body.collected().size(); i++) {
      if (context.hasGrad(firstElement + i) && wanted.contains(body.collected().get(i).value())) {
        ends.add(i);
      }
    }
    if (states.stream().noneMatch(i -> context.hasGrad(1 + i)) && ends.isEmpty()) {
      return;
    }
    Results results = wayBack(wanted, states, ends);
    loop.emit();
    List<Tensor> first = new ArrayList<>();
    states.forEach(i -> first.add(context.grad(1 + i)));
    results.sums.keySet().forEach(of -> first.add(zerosLike(outsideOf.get(of))));
    List<Tensor> sequences = sources.stream().map(Source::get).toList();
    TraceNode made =
        new Loop(here, back, null, null, !loop.reverse())
            .place(here.local(loop.rounds()), first, sequences);
    give(results, states, made);
  }

  /** What the gradients depend on; adds the parts of the state that matter. */
  private Set<Tensor> wanted(List<Integer> states) {
    Set<Tensor> seeds = new LinkedHashSet<>();
    for (int i = 0; i < body.elements().size(); i++) {
      if (context.needs(firstElement + i)) {
        seeds.add(body.elements().get(i).value());
      }
    }
    constantIndex.forEach(
        (inside, index) -> {
          if (context.needs(index)) {
            seeds.add(inside);
          }
        });
    boolean[] taken = new boolean[body.state().size()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = context.needs(1 + i);
    }
    while (true) {
      for (int i = 0; i < taken.length; i++) {
        if (taken[i]) {
          seeds.add(body.state().get(i));
        }
      }
      Set<Tensor> wanted = Backward.dependents(body.trace(), seeds);
      boolean more = false;
      for (int i = 0; i < taken.length; i++) {
        if (!taken[i] && wanted.contains(body.next().get(i))) {
          taken[i] = true;
          more = true;
        }
      }
      if (!more) {
        for (int i = 0; i < taken.length; i++) {
          if (taken[i]) {
            states.add(i);
          }
        }
        return wanted;
      }
    }
  }

  /** What the way back gives: where it collects gradients of elements, sums, rows of tables. */
  private static final class Results {
    final Map<Integer, Integer> elements = new LinkedHashMap<>();
    final Map<Tensor, Tensor> sums = new LinkedHashMap<>();
    final Map<Tensor, int[]> rows = new LinkedHashMap<>();
  }

  private Results wayBack(Set<Tensor> wanted, List<Integer> states, List<Integer> ends) {
    Trace trace = Trace.beginPart(body.trace(), this::capture, Set.of());
    try {
      back = new LoopBody(trace, true);
      Map<Tensor, Gradient> begin = new HashMap<>();
      for (int i : states) {
        Tensor state = body.state().get(i);
        Gradient gradient = Gradient.dense(back.addState(state.dtype(), state.shape()));
        begin.merge(body.next().get(i), gradient, Gradient::sum);
      }
      for (int i : ends) {
        Tensor value = body.collected().get(i).value();
        Gradient gradient = Gradient.dense(back.addElement(value.dtype(), value.shape()));
        sources.add(() -> context.grad(firstElement + i));
        begin.merge(value, gradient, Gradient::sum);
      }
      Map<Tensor, Gradient> found =
          new Backward(body.trace(), wanted, this::takeProduct).from(begin);
      return results(found, states);
    } finally {
      trace.suspend(here);
    }
  }

  private Results results(Map<Tensor, Gradient> found, List<Integer> states) {
    Results results = new Results();
    for (int k = 0; k < states.size(); k++) {
      Gradient gradient = found.get(body.state().get(states.get(k)));
      Tensor before = back.state().get(k);
      back.next()
          .add(
              back.trace()
                  .local(
                      gradient == null ? Op.of("ZerosLike").in(before).one() : gradient.toDense()));
    }
    for (int i = 0; i < body.elements().size(); i++) {
      Gradient gradient = found.get(body.elements().get(i).value());
      if (gradient != null && context.needs(firstElement + i)) {
        results.elements.put(i, back.collect(back.trace().local(gradient.toDense())));
      }
    }
    constantIndex.forEach(
        (inside, index) -> {
          Gradient gradient = found.get(inside);
          if (gradient != null && context.needs(index)) {
            sum(inside, gradient, results);
          }
        });
    for (Product product : products) {
      collectOperand(product.left());
      collectOperand(product.right());
    }
    return results;
  }

  private void sum(Tensor inside, Gradient gradient, Results results) {
    if (gradient.isSparse()) {
      results.rows.put(
          inside,
          new int[] {
            back.collect(back.trace().local(gradient.values())),
            back.collect(back.trace().local(gradient.indices()))
          });
    } else {
      Tensor before = back.addState(inside.dtype(), inside.shape());
      back.next().add(back.trace().local(before.add(gradient.toDense())));
      results.sums.put(inside, before);
    }
  }

  // ---- what the way back needs of the way there -----------------------------------------------

  private Tensor capture(Trace trace, Tensor tensor) {
    if (tensor == body.index()) {
      return back.index();
    }
    Tensor outside =
        ((Symbol) tensor.state()).trace() == body.trace() ? outsideOf.get(tensor) : tensor;
    if (outside != null) {
      return back.addConstant(here.local(outside), tensor.dtype(), tensor.shape());
    }
    sources.add(stackOf(tensor));
    return back.addElement(tensor.dtype(), tensor.shape());
  }

  /** The values of a tensor of the body in all rounds. */
  private Source stackOf(Tensor tensor) {
    for (int i = 0; i < body.elements().size(); i++) {
      if (body.elements().get(i).value() == tensor) {
        Tensor sequence = loop.sequence(i);
        return () -> sequence;
      }
    }
    int index = body.collect(tensor);
    return () -> node.outputs().get(firstElement + index);
  }

  // ---- gradients that are products --------------------------------------------------------------

  private boolean takeProduct(Tensor of, Tensor left, Tensor right) {
    boolean taken =
        constantIndex.containsKey(of) && varies(left) && varies(right) && of.shape().isKnown();
    if (taken) {
      products.add(new Product(of, left, right));
    }
    return taken;
  }

  private boolean varies(Tensor tensor) {
    return tensor.rank() == 2
        && tensor.state() instanceof Symbol symbol
        && !symbol.node().type().equals("Const")
        && !outsideOf.containsKey(tensor)
        && (symbol.trace() == body.trace() || symbol.trace() == back.trace());
  }

  private void collectOperand(Tensor tensor) {
    if (((Symbol) tensor.state()).trace() == back.trace()) {
      back.collect(tensor);
    } else {
      stackOf(tensor);
    }
  }

  private Tensor rowsOf(Tensor tensor, TraceNode made) {
    Tensor stack =
        ((Symbol) tensor.state()).trace() == back.trace()
            ? made.outputs().get(1 + back.state().size() + back.collect(tensor))
            : stackOf(tensor).get();
    return Op.of("Reshape").in(stack).ints(-1, tensor.shape().get(1)).one();
  }

  // ---- what is given
  // ------------------------------------------------------------------------------

  private void give(Results results, List<Integer> states, TraceNode made) {
    for (int k = 0; k < states.size(); k++) {
      int index = 1 + k;
      context.give(1 + states.get(k), () -> made.outputs().get(index));
    }
    int collected = 1 + back.state().size();
    results.elements.forEach(
        (i, index) -> context.give(firstElement + i, () -> made.outputs().get(collected + index)));
    Map<Tensor, Gradient> sums = new LinkedHashMap<>();
    int index = 1 + states.size();
    for (Tensor inside : results.sums.keySet()) {
      sums.put(inside, Gradient.dense(made.outputs().get(index++)));
    }
    results.rows.forEach(
        (inside, where) ->
            sums.put(
                inside,
                Gradient.sparse(
                    merged(made.outputs().get(collected + where[0]), inside.shape()),
                    Op.of("Reshape").in(made.outputs().get(collected + where[1])).ints(-1).one(),
                    here.local(outsideOf.get(inside)))));
    for (Product product : products) {
      Tensor left = rowsOf(product.left(), made);
      Tensor right = rowsOf(product.right(), made);
      Tensor sum = Op.of("MatMul").in(left).in(right).attr("transpose_a", true).one();
      sums.merge(product.of(), Gradient.dense(sum), Gradient::sum);
    }
    sums.forEach((inside, sum) -> context.giveRows(constantIndex.get(inside), () -> sum));
  }

  /** Rows of all rounds one after another. */
  private static Tensor merged(Tensor rows, Shape table) {
    return Op.of("Reshape").in(rows).in(Op.vector(table.with(0, -1).toArray())).one();
  }

  private Tensor zerosLike(Tensor outside) {
    return Op.of("ZerosLike").in(here.local(outside)).one();
  }
}

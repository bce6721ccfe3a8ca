package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import rhyton.tensor.Op;
import rhyton.tensor.Symbol;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.control.Branch.Part;
import rhyton.tensor.gradient.Backward;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.GradientContext;

/** The gradient of branches: the way back through each of them, chosen by the same number. */
final class BranchGradient {
  private final Branch branch;
  private final GradientContext context;
  private final TraceNode node;
  private final Trace here = Trace.current();
  private final List<Tensor> asked = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  BranchGradient(Branch branch, GradientContext context) {
    this.branch = branch;
    this.context = context;
    this.node = context.node();
  }

  void apply() {
    for (Tensor outside : branch.outsides()) {
      if (context.needs(branch.inputOf(outside))) {
        asked.add(outside);
      }
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      if (context.hasGrad(i) && Backward.isDifferentiable(node.outputs().get(i))) {
        ends.add(i);
      }
    }
    Map<Integer, Tensor> gradients = new LinkedHashMap<>();
    ends.forEach(i -> gradients.put(i, here.local(context.grad(i))));
    List<WayBack> ways = new ArrayList<>();
    for (int i = 0; i < branch.parts().size(); i++) {
      ways.add(new WayBack(i, gradients));
    }
    branch.emit();
    TraceNode made = Branch.place(node.inputs().get(0), ways.stream().map(WayBack::part).toList());
    for (int i = 0; i < asked.size(); i++) {
      int index = i;
      context.give(branch.inputOf(asked.get(i)), () -> made.outputs().get(index));
    }
  }

  /** The way back through one branch, as a branch. */
  private final class WayBack {
    private final int index;
    private final Part there;
    private final Map<Integer, Tensor> gradients;
    private final Map<Tensor, Tensor> outsideOf = new HashMap<>();
    private final Map<Tensor, Supplier<Tensor>> arguments = new LinkedHashMap<>();
    private final Trace trace;
    private final List<Tensor> results = new ArrayList<>();

    WayBack(int index, Map<Integer, Tensor> gradients) {
      this.index = index;
      this.there = branch.parts().get(index);
      this.gradients = gradients;
      there.arguments().forEach((outside, inside) -> outsideOf.put(inside, outside));
      trace = Trace.beginPart(there.trace(), this::capture, Set.of());
      try {
        walk();
      } finally {
        trace.suspend(here);
      }
    }

    private void walk() {
      Set<Tensor> seeds = new LinkedHashSet<>();
      for (Tensor outside : asked) {
        if (there.arguments().containsKey(outside)) {
          seeds.add(there.arguments().get(outside));
        }
      }
      Set<Tensor> wanted = Backward.dependents(there.trace(), seeds);
      Map<Tensor, Gradient> begin = new HashMap<>();
      for (int i : ends) {
        Tensor result = branch.valueIn(index, i);
        if (result != null && wanted.contains(result)) {
          Tensor gradient = gradients.get(i);
          Tensor argument = trace.placeholder(gradient.dtype(), result.shape(), "gradient");
          arguments.put(argument, () -> gradient);
          begin.merge(result, Gradient.dense(argument), Gradient::sum);
        }
      }
      Map<Tensor, Gradient> found = new Backward(there.trace(), wanted, null).from(begin);
      for (Tensor outside : asked) {
        Gradient gradient = found.get(there.arguments().get(outside));
        results.add(trace.local(gradient == null ? zerosLike(outside) : gradient.toDense()));
      }
    }

    private Tensor zerosLike(Tensor outside) {
      return outside.shape().isKnown()
          ? Op.of("Fill")
              .in(Op.vector(outside.shape().toArray()))
              .in(Tensor.scalar(0, outside.dtype()))
              .one()
          : Op.of("ZerosLike").in(outside).one();
    }

    private Tensor capture(Trace part, Tensor tensor) {
      Tensor argument = part.placeholder(tensor.dtype(), tensor.shape(), "captured");
      boolean inside = ((Symbol) tensor.state()).trace() == there.trace();
      Tensor outside = inside ? outsideOf.get(tensor) : tensor;
      if (outside == null) {
        int kept = branch.keep(index, tensor);
        arguments.put(argument, () -> here.local(node.outputs().get(kept)));
      } else {
        arguments.put(argument, () -> here.local(outside));
      }
      return argument;
    }

    /** What the way back becomes when the results that it uses exist. */
    Part part() {
      Map<Tensor, Tensor> known = new LinkedHashMap<>();
      arguments.forEach((inside, outside) -> known.put(outside.get(), inside));
      return new Part(trace, results, known);
    }
  }
}

package rhyton.tensor.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhyton.tensor.Shape;
import rhyton.tensor.Symbol;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/**
 * Proves gradients by differences: each function is summed with fixed weights, and moved a little
 * in each element of each input, up and down.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GradientsTest {
  private static final Set<String> RULES_USED = new HashSet<>();
  private static final Set<String> RUN = new HashSet<>();

  static Stream<GradientCase> cases() {
    return Stream.of(
            ElementwiseCases.all(),
            ShapeCases.all(),
            ReductionCases.all(),
            WindowCases.all(),
            NnCases.all(),
            LinalgCases.all(),
            IndexCases.all(),
            KernelCases.all(),
            MethodCases.all())
        .flatMap(List::stream);
  }

  static Stream<GradientCase> casesOfSecondOrder() {
    return cases().filter(GradientCase::second);
  }

  /** The sum of a tensor with weights that are an argument. */
  private static Tensor weighted(Tensor y, Tensor weights) {
    return y.multiply(weights).sum();
  }

  private static double[] weights(int count, int seed) {
    var random = new java.util.Random(seed);
    double[] weights = new double[count];
    Arrays.setAll(weights, i -> random.nextGaussian());
    return weights;
  }

  private static List<TensorSpec> specs(GradientCase gc, Shape weights, boolean unknown) {
    List<TensorSpec> specs = new ArrayList<>();
    gc.inputs().forEach(in -> specs.add(new TensorSpec(gc.dtype(), in.spec(unknown))));
    specs.add(
        new TensorSpec(gc.dtype(), unknown && weights.rank() > 0 ? weights.with(0, -1) : weights));
    return specs;
  }

  private static List<Tensor> gradients(Tensor y, List<Tensor> inputs) {
    note(y, inputs);
    List<Gradient> gradients = Gradients.of(y, inputs);
    List<Tensor> dense = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Gradient one = gradients.get(i);
      dense.add(one == null ? inputs.get(i).multiply(0) : one.toDense());
    }
    return dense;
  }

  /** Notes the types of the ops between the inputs and y. */
  private static void note(Tensor y, List<Tensor> inputs) {
    Set<TraceNode> behind = new HashSet<>();
    Set<Tensor> reached = new HashSet<>(inputs);
    for (TraceNode node : Trace.current().nodes()) {
      if (!Rules.stops(node.type()) && node.inputs().stream().anyMatch(reached::contains)) {
        behind.add(node);
        node.outputs().stream()
            .filter(out -> out.dtype().isFloating() || out.dtype().isComplex())
            .forEach(reached::add);
      }
    }
    List<TraceNode> open = new ArrayList<>(List.of(((Symbol) y.state()).node()));
    Set<TraceNode> seen = new HashSet<>();
    while (!open.isEmpty()) {
      TraceNode node = open.remove(open.size() - 1);
      if (behind.contains(node) && seen.add(node)) {
        RULES_USED.add(node.type());
        node.inputs().forEach(in -> open.add(((Symbol) in.state()).node()));
      }
    }
  }

  private static Shape shapeOf(GradientCase gc) {
    List<TensorSpec> specs = new ArrayList<>();
    gc.inputs().forEach(in -> specs.add(new TensorSpec(gc.dtype(), in.shape())));
    try (var f = CompiledFunction.trace("shape", specs, x -> List.of(gc.function().apply(x)))) {
      return f.outputs().get(0).shape();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areTheSlopes(GradientCase gc) {
    RUN.add(gc.name());
    try (TensorScope scope = TensorScope.open()) {
      Shape shape = shapeOf(gc);
      Tensor weights =
          Tensor.of(java.nio.DoubleBuffer.wrap(weights((int) shape.size(), 1)), shape)
              .cast(gc.dtype());
      int n = gc.inputs().size();
      try (var value =
              CompiledFunction.trace(
                  "value",
                  specs(gc, shape, false),
                  x -> List.of(weighted(gc.function().apply(x.subList(0, n)), x.get(n))));
          var slopes = slopes(gc, shape, false);
          var unknown = slopes(gc, shape, true)) {
        List<Tensor> arguments = new ArrayList<>(gc.tensors());
        arguments.add(weights);
        List<Tensor> analytic = slopes.call(arguments);
        compare(gc, value, arguments, analytic);
        List<Tensor> same = unknown.call(arguments);
        for (int i = 0; i < n; i++) {
          near(gc, "unknown batch, input " + i, analytic.get(i).doubles(), same.get(i).doubles());
        }
      }
    }
  }

  private static CompiledFunction slopes(GradientCase gc, Shape shape, boolean unknown) {
    int n = gc.inputs().size();
    return CompiledFunction.trace(
        "slopes",
        specs(gc, shape, unknown),
        x -> {
          List<Tensor> inputs = x.subList(0, n);
          return gradients(weighted(gc.function().apply(inputs), x.get(n)), inputs);
        });
  }

  @ParameterizedTest
  @MethodSource("casesOfSecondOrder")
  void haveSlopesThemselves(GradientCase gc) {
    RUN.add(gc.name() + ", twice");
    try (TensorScope scope = TensorScope.open()) {
      Shape shape = shapeOf(gc);
      Tensor weights =
          Tensor.of(java.nio.DoubleBuffer.wrap(weights((int) shape.size(), 1)), shape)
              .cast(gc.dtype());
      int n = gc.inputs().size();
      try (var value =
              CompiledFunction.trace(
                  "value",
                  specs(gc, shape, false),
                  x -> List.of(weightedSlopes(gc, x.subList(0, n), x.get(n))));
          var slopes = secondSlopes(gc, shape)) {
        List<Tensor> arguments = new ArrayList<>(gc.tensors());
        arguments.add(weights);
        compare(gc, value, arguments, slopes.call(arguments));
      }
    }
  }

  private static CompiledFunction secondSlopes(GradientCase gc, Shape shape) {
    int n = gc.inputs().size();
    return CompiledFunction.trace(
        "slopes",
        specs(gc, shape, true),
        x -> {
          List<Tensor> inputs = x.subList(0, n);
          return gradients(weightedSlopes(gc, inputs, x.get(n)), inputs);
        });
  }

  /** The gradients, summed with fixed weights. */
  private static Tensor weightedSlopes(GradientCase gc, List<Tensor> inputs, Tensor weights) {
    List<Tensor> first = gradients(weighted(gc.function().apply(inputs), weights), inputs);
    Tensor sum = null;
    for (int i = 0; i < first.size(); i++) {
      Shape shape = gc.inputs().get(i).shape();
      Tensor w = Tensor.of(java.nio.DoubleBuffer.wrap(weights((int) shape.size(), 2 + i)), shape);
      Tensor one = weighted(first.get(i), w.cast(gc.dtype()));
      sum = sum == null ? one : sum.add(one);
    }
    return sum;
  }

  private static void compare(
      GradientCase gc, CompiledFunction value, List<Tensor> arguments, List<Tensor> analytic) {
    double step = gc.single() ? 1e-2 : 1e-5;
    for (int i = 0; i < gc.inputs().size(); i++) {
      double[] numbers = gc.inputs().get(i).values();
      double[] numeric = new double[numbers.length];
      for (int j = 0; j < numbers.length; j++) {
        double up = moved(gc, value, arguments, i, j, step);
        double down = moved(gc, value, arguments, i, j, -step);
        numeric[j] = (up - down) / (2 * step);
      }
      near(gc, "input " + i, numeric, analytic.get(i).doubles());
    }
  }

  private static double moved(
      GradientCase gc, CompiledFunction value, List<Tensor> arguments, int i, int j, double by) {
    try (TensorScope scope = TensorScope.open()) {
      double[] numbers = gc.inputs().get(i).values().clone();
      numbers[j] += by;
      List<Tensor> changed = new ArrayList<>(arguments);
      changed.set(i, gc.inputs().get(i).tensor(gc.dtype(), numbers));
      return value.call(changed).get(0).item();
    }
  }

  private static void near(GradientCase gc, String what, double[] numeric, double[] analytic) {
    double tolerance = gc.single() ? 1e-2 : 1e-6;
    assertEquals(numeric.length, analytic.length, gc + ", " + what);
    for (int i = 0; i < numeric.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(numeric[i]));
      if (!(Math.abs(numeric[i] - analytic[i]) <= allowed)) {
        fail(
            gc
                + ", "
                + what
                + ": by differences "
                + Arrays.toString(numeric)
                + ", by the rules "
                + Arrays.toString(analytic));
      }
    }
  }

  /** Cases that did not run in this process are traced for the rules that they use. */
  @Test
  @Order(Integer.MAX_VALUE)
  void everyRuleIsProved() {
    cases().filter(gc -> !RUN.contains(gc.name())).forEach(GradientsTest::use);
    casesOfSecondOrder()
        .filter(gc -> !RUN.contains(gc.name() + ", twice"))
        .forEach(GradientsTest::useTwice);
    Set<String> unproved = new TreeSet<>(Rules.types());
    unproved.removeAll(RULES_USED);
    assertTrue(unproved.isEmpty(), "rules that no case reaches: " + unproved);
  }

  private static void use(GradientCase gc) {
    try (TensorScope scope = TensorScope.open()) {
      slopes(gc, shapeOf(gc), true).close();
      slopes(gc, shapeOf(gc), false).close();
    }
  }

  private static void useTwice(GradientCase gc) {
    try (TensorScope scope = TensorScope.open()) {
      secondSlopes(gc, shapeOf(gc)).close();
    }
  }

  @Test
  void float32IsTheException() {
    List<String> single = cases().filter(GradientCase::single).map(GradientCase::name).toList();
    assertEquals(
        List.of(
            "max 3D",
            "average 3D",
            "slopes of max 3D",
            "ctc",
            "batch normalization, fused",
            "batch normalization, fused, given moments",
            "bilinear",
            "bicubic",
            "lanczos",
            "AdjustHue",
            "AdjustSaturation",
            "AdjustContrastv2",
            "ImageProjectiveTransformV3, NEAREST",
            "ImageProjectiveTransformV3, BILINEAR",
            "BlockLSTMV2",
            "BlockLSTMV2, peephole",
            "BlockLSTMV2, fewer steps",
            "GRUBlockCell",
            "GRUBlockCell, gates"),
        single);
  }
}

package rhyton.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradients;

/** First and second derivatives against differences. */
final class CrossEntropyGradientTest {
  private static final double[][] LOGITS = {{0.3, -1.2, 0.8}, {2.0, 0.1, -0.4}};
  private static final double STEP = 1e-5;

  private static Tensor sparse(Tensor logits, Tensor labels) {
    return Op.of("SparseSoftmaxCrossEntropyWithLogits").in(logits).in(labels).all().get(0);
  }

  private static Tensor dense(Tensor logits, Tensor labels) {
    return Op.of("SoftmaxCrossEntropyWithLogits").in(logits).in(labels).all().get(0);
  }

  @Test
  void sparseByLogits() {
    check(CrossEntropyGradientTest::sparse, Tensor.of(new long[] {2, 0}));
  }

  @Test
  void denseByLogits() {
    Tensor labels = Tensor.of(new double[][] {{0.2, 0.3, 0.5}, {0.9, 0.0, 0.1}});
    check(CrossEntropyGradientTest::dense, labels);
  }

  @Test
  void denseByLabels() {
    try (Tensor logits = Tensor.of(LOGITS)) {
      check((labels, same) -> dense(same, labels), logits);
    }
  }

  /** Weights make the gradients of the two rows differ. */
  private static void check(BinaryOperator<Tensor> function, Tensor other) {
    Tensor weights = Tensor.of(new double[] {1.5, -0.5});
    List<TensorSpec> specs = List.of(new TensorSpec(DType.FLOAT64, Shape.of(-1, 3)));
    try (TensorScope scope = TensorScope.open();
        CompiledFunction f =
            CompiledFunction.trace(
                "cross_entropy",
                specs,
                in -> {
                  Tensor x = in.get(0);
                  Tensor y = function.apply(x, other).square().multiply(weights).sum();
                  Tensor first = Gradients.of(y, in).get(0).toDense();
                  Tensor norm = first.multiply(first.cos()).sum();
                  return List.of(y, first, norm, Gradients.of(norm, in).get(0).toDense());
                })) {
      List<Tensor> at = f.call(List.of(Tensor.of(LOGITS)));
      for (int i = 0; i < 6; i++) {
        List<Tensor> before = f.call(List.of(Tensor.of(moved(i, -STEP))));
        List<Tensor> after = f.call(List.of(Tensor.of(moved(i, STEP))));
        assertSlope(before.get(0), after.get(0), at.get(1).doubles()[i]);
        assertSlope(before.get(2), after.get(2), at.get(3).doubles()[i]);
      }
    }
  }

  private static void assertSlope(Tensor before, Tensor after, double gradient) {
    double slope = (after.item() - before.item()) / (2 * STEP);
    assertEquals(slope, gradient, 1e-7 * (1 + Math.abs(slope)));
  }

  private static double[][] moved(int index, double step) {
    double[][] moved = {LOGITS[0].clone(), LOGITS[1].clone()};
    moved[index / 3][index % 3] += step;
    return moved;
  }
}

package rhyton.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ActivationsTest {
  private static final double[] POINTS = {-7, -3, -1, -0.5, -0.3, 0, 0.2, 0.5, 0.7, 1, 3.5, 6, 9};

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private record Formula(UnaryOperator<Tensor> op, DoubleUnaryOperator formula) {}

  private static final Map<String, Formula> FORMULAS =
      Map.ofEntries(
          entry("relu", Tensor::relu, x -> Math.max(x, 0)),
          entry("relu6", Tensor::relu6, x -> Math.min(6, Math.max(x, 0))),
          entry("sigmoid", Tensor::sigmoid, ActivationsTest::sigmoid),
          entry(
              "sparse_sigmoid", Tensor::sparseSigmoid, x -> x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2),
          entry("softplus", Tensor::softplus, x -> Math.log1p(Math.exp(x))),
          entry("softsign", Tensor::softsign, x -> x / (1 + Math.abs(x))),
          entry(
              "soft_shrink",
              x -> x.softShrink(0.4),
              x -> x > 0.4 ? x - 0.4 : x < -0.4 ? x + 0.4 : 0),
          entry(
              "sparse_plus",
              Tensor::sparsePlus,
              x -> x <= -1 ? 0 : x < 1 ? (x + 1) * (x + 1) / 4 : x),
          entry("silu", Tensor::silu, x -> x * sigmoid(x)),
          entry("squareplus", x -> x.squareplus(2), x -> (x + Math.sqrt(x * x + 2)) / 2),
          entry("log_sigmoid", Tensor::logSigmoid, x -> Math.log(sigmoid(x))),
          entry("leaky_relu", x -> x.leakyRelu(0.5), x -> x > 0 ? x : 0.5 * x),
          entry("hard_sigmoid", Tensor::hardSigmoid, x -> Math.min(6, Math.max(x + 3, 0)) / 6),
          entry("hard_silu", Tensor::hardSilu, x -> x * Math.min(6, Math.max(x + 3, 0)) / 6),
          entry("elu", x -> x.elu(0.7), x -> x > 0 ? x : 0.7 * Math.expm1(x)),
          entry(
              "selu",
              Tensor::selu,
              x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))),
          entry(
              "gelu",
              Tensor::gelu,
              x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),
          entry(
              "celu",
              x -> x.celu(0.6),
              x -> Math.max(x, 0) + 0.6 * Math.expm1(Math.min(x, 0) / 0.6)),
          entry("tanh_shrink", Tensor::tanhShrink, x -> x - Math.tanh(x)),
          entry("hard_tanh", Tensor::hardTanh, x -> Math.min(1, Math.max(-1, x))),
          entry("hard_shrink", Tensor::hardShrink, x -> Math.abs(x) > 0.5 ? x : 0),
          entry("threshold", x -> x.threshold(0.5, -2), x -> x > 0.5 ? x : -2));

  private static Map.Entry<String, Formula> entry(
      String name, UnaryOperator<Tensor> op, DoubleUnaryOperator formula) {
    return Map.entry(name, new Formula(op, formula));
  }

  @Test
  void followTheirFormulas() {
    FORMULAS.forEach(
        (name, f) -> {
          try (TensorScope scope = TensorScope.open()) {
            double[] y = f.op().apply(Tensor.of(POINTS)).doubles();
            double[] expected = DoubleStream.of(POINTS).map(f.formula()).toArray();
            assertArrayEquals(expected, y, 1e-12, name);
          }
        });
  }

  @Test
  void geluCanBeExact() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new double[] {-1, 0.5, 2});
      double[] expected = {-0.15865525393145707, 0.34573123063700656, 1.9544997361036416};
      assertArrayEquals(expected, x.gelu(false).doubles(), 1e-12);
    }
  }

  @Test
  void keepTheTypeOfWholeNumbersOnlyWhereTensorFlowDoes() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new int[] {-3, 9});
      assertEquals(DType.INT32, x.relu6().dtype());
      assertArrayEquals(new int[] {0, 6}, x.relu6().ints());
      assertEquals(DType.FLOAT32, x.softplus().dtype());
    }
  }

  @Test
  void softmaxSumsToOneAlongItsAxes() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new double[][][] {{{1, 2}, {3, 5}}, {{-1, 0}, {7, 4}}});
      for (int[] axes : new int[][] {{-1}, {0}, {1}, {0, 2}, {-1, -2}, {0, 1, 2}}) {
        Tensor y = x.softmax(axes);
        Tensor byHand = x.exp().divide(x.exp().sum(true, axes));
        assertArrayEquals(byHand.doubles(), y.doubles(), 1e-12);
        assertArrayEquals(y.log().doubles(), x.logSoftmax(axes).doubles(), 1e-12);
      }
    }
  }

  @Test
  void sigmoidAndSoftmaxRememberTheirLogits() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[][] {{1, 2}});
      assertSame(x, x.sigmoid().logits());
      assertSame(x, x.softmax().logits());
      assertSame(x, x.softmax(0).logits());
      assertNull(x.softmax(0, 1).logits());
      assertNull(x.silu().logits());
    }
  }

  @Test
  void sparsemaxIsZeroForWhatIsFarBelow() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new double[][] {{-1.12979126, -0.521216989, 0.761787355}});
      assertArrayEquals(new double[] {0, 0, 1}, x.sparsemax().doubles(), 1e-12);
      Tensor columns = x.transpose().sparsemax(0);
      assertEquals(Shape.of(3, 1), columns.shape());
      assertArrayEquals(new double[] {0, 0, 1}, columns.doubles(), 1e-12);
    }
  }

  @Test
  void gluRefusesAnOddAxis() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[][] {{1, 2, 3}});
      var error = assertThrows(IllegalArgumentException.class, x::glu);
      assertEquals(
          "Glu: the size of the axis must be even. Received: shape=(1, 3) and axis=-1",
          error.getMessage());
    }
  }
}

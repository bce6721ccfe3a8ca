package rhyton.tensor.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/** Where gradients flow, where they end, and what is said where they cannot pass. */
final class GradientPathTest {
  private static double[] slope(UnaryOperator<Tensor> f, double... x) {
    List<TensorSpec> specs = List.of(new TensorSpec(DType.FLOAT64, Shape.of(x.length)));
    try (TensorScope scope = TensorScope.open();
        CompiledFunction slope =
            CompiledFunction.trace(
                "slope",
                specs,
                in -> List.of(Gradients.of(f.apply(in.get(0)), in).get(0).toDense()))) {
      return slope.call(List.of(Tensor.of(x))).get(0).doubles();
    }
  }

  @Test
  void stoppedFactorsCountAsConstants() {
    assertArrayEquals(new double[] {4, -6}, slope(x -> x.multiply(x), 2, -3));
    assertArrayEquals(new double[] {2, -3}, slope(x -> x.multiply(x.stopGradient()), 2, -3));
    assertArrayEquals(
        new double[] {4, 9}, slope(x -> x.multiply(x.multiply(x).stopGradient()), 2, -3));
  }

  @Test
  void whatIsOnlyReachedThroughAStopHasNoGradient() {
    try (TensorScope scope = TensorScope.open()) {
      CompiledFunction.trace(
              "none",
              List.of(new TensorSpec(DType.FLOAT32, Shape.of(2))),
              in -> {
                assertNull(Gradients.of(in.get(0).stopGradient().sum(), in).get(0));
                assertNull(Gradients.of(in.get(0).floor().sum(), in).get(0));
                assertNull(Gradients.of(in.get(0).cast(DType.INT32).sum(), in).get(0));
                return in;
              })
          .close();
    }
  }

  @Test
  void anOpWithoutGradientIsNamedWithWhatToDo() {
    UnsupportedOperationException e =
        assertThrows(
            UnsupportedOperationException.class,
            () -> slope(x -> x.reshape(2, 2).luFactor().get(0).sum(), 1, 2, 3, 5));
    assertEquals(
        "The op Lu (`Lu`) has no gradient. Keep it off the path from the weights to the loss, for"
            + " example with stopGradient()",
        e.getMessage());
  }

  @Test
  void anOpWithoutGradientOffThePathDoesNoHarm() {
    assertArrayEquals(
        new double[] {1, 1, 1, 1},
        slope(
            x -> {
              Tensor lu = x.reshape(2, 2).luFactor().get(0);
              return x.sum().add(lu.stopGradient().sum());
            },
            1,
            2,
            3,
            5));
  }

  @Test
  void gradientsThatDependOnMoreThanTheOpGivesSayWhy() {
    String full =
        assertThrows(
                UnsupportedOperationException.class,
                () -> slope(x -> x.reshape(3, 1).svd(true).get(0).sum(), 1, 2, 3))
            .getMessage();
    assertTrue(full.contains("fullMatrices"), full);
    String complete =
        assertThrows(
                UnsupportedOperationException.class,
                () -> slope(x -> x.reshape(3, 1).qr("complete").get(0).sum(), 1, 2, 3))
            .getMessage();
    assertTrue(complete.contains("reduced"), complete);
    String order =
        assertThrows(
                UnsupportedOperationException.class,
                () -> slope(x -> Op.of("Zeta").in(x).in(Tensor.of(2.0)).one(), 2, 3))
            .getMessage();
    assertTrue(order.contains("Zeta: there is no gradient by the exponent"), order);
  }
}

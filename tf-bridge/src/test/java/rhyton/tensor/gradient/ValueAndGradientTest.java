package rhyton.tensor.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

final class ValueAndGradientTest {
  private static final TensorSpec VECTOR = new TensorSpec(DType.FLOAT32, Shape.of(3));

  private final TensorScope scope = TensorScope.open();
  private final Tensor x = Tensor.of(new float[] {1, 2, 3});
  private final Variable w = new Variable("w", Tensor.of(new float[] {2, 0, 1}));

  @AfterEach
  void end() {
    w.close();
    scope.close();
  }

  /** Runs something inside of a traced function of x. */
  private List<Tensor> traced(java.util.function.UnaryOperator<Tensor> body) {
    try (CompiledFunction function =
        CompiledFunction.trace("test", List.of(VECTOR), t -> List.of(body.apply(t.get(0))))) {
      return function.call(List.of(x));
    }
  }

  @Test
  void atOnceItGivesValueAndGradientOfATensor() {
    ValueAndGradient both = ValueAndGradient.of(t -> t.square().sum(), x);
    assertEquals(14, both.value().item());
    assertArrayEquals(new float[] {2, 4, 6}, both.gradient().floats());
  }

  @Test
  void atOnceItGivesGradientsOfVariablesAndFurtherValues() {
    ValueAndGradient both =
        ValueAndGradient.of(
            t -> List.of(t.get(0).multiply(w.read()).sum(), w.read().sum()),
            List.of(x),
            List.of(w));
    assertEquals(5, both.value().item());
    assertEquals(3, both.value(1).item());
    assertArrayEquals(new float[] {2, 0, 1}, both.gradients().get(0).toDense().floats());
    assertArrayEquals(new float[] {1, 2, 3}, both.gradients().get(1).toDense().floats());
  }

  @Test
  void rowsOfATableStayRows() {
    try (Variable table = new Variable("table", Tensor.of(new float[][] {{1, 1}, {2, 2}}))) {
      Tensor rows = Tensor.of(new int[] {1, 1});
      Gradient gradient =
          ValueAndGradient.of(() -> table.read().take(rows, 0).sum(), List.of(table))
              .gradients()
              .get(0);
      assertTrue(gradient.isSparse());
      assertArrayEquals(new float[] {0, 0, 2, 2}, gradient.toDense().floats());
    }
  }

  @Test
  void insideAFunctionItBecomesPartOfIt() {
    assertArrayEquals(
        new float[] {2, 4, 6},
        traced(t -> ValueAndGradient.of(u -> u.square().sum(), t).gradient()).get(0).floats());
  }

  @Test
  void whatWasComputedBeforeIsAConstant() {
    Tensor slope =
        traced(
                t -> {
                  Tensor before = w.read().square().add(t);
                  return ValueAndGradient.of(() -> before.multiply(w.read()).sum(), List.of(w))
                      .gradient();
                })
            .get(0);
    assertArrayEquals(new float[] {5, 2, 4}, slope.floats());
    Tensor ofTensor =
        traced(
                t -> {
                  Tensor before = t.square();
                  return ValueAndGradient.of(u -> u.multiply(before).sum(), t).gradient();
                })
            .get(0);
    assertArrayEquals(new float[] {1, 4, 9}, ofTensor.floats());
  }

  @Test
  void oneInsideOfAnotherGivesTheSecondOrder() {
    // d/dw of |d/dx sum(w x²)|² = |2 w x|²: 8 w x²
    ValueAndGradient penalty =
        ValueAndGradient.of(
            () ->
                ValueAndGradient.of(t -> t.square().multiply(w.read()).sum(), x)
                    .gradient()
                    .square()
                    .sum(),
            List.of(w));
    assertEquals(16 + 36, penalty.value().item());
    assertArrayEquals(new float[] {16, 0, 72}, penalty.gradient().floats());
  }

  @Test
  void aVariableThatChangesInsideIsSeenInBothStates() {
    // w² + (w + 1) with the change between the reads
    Tensor slope =
        traced(
                t ->
                    ValueAndGradient.of(
                            () -> {
                              Tensor square = w.read().square().sum();
                              w.assignAdd(Tensor.of(new float[] {1, 1, 1}));
                              return square.add(w.read().sum());
                            },
                            List.of(w))
                        .gradient())
            .get(0);
    assertArrayEquals(new float[] {5, 1, 3}, slope.floats());
    assertArrayEquals(new float[] {3, 1, 2}, w.floats());
  }

  @Test
  void withoutAPathTheGradientIsNull() {
    ValueAndGradient both = ValueAndGradient.of(() -> x.sum(), List.of(w));
    assertNull(both.gradients().get(0));
    assertNull(both.gradient());
    assertNull(ValueAndGradient.of(t -> w.read().sum(), x).gradient());
  }

  @Test
  void aFunctionThatGivesNothingIsRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> ValueAndGradient.of(() -> null, List.of(w)));
    assertEquals(
        "ValueAndGradient: the function must return a tensor. Received: []", e.getMessage());
  }
}

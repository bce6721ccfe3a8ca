package rhyton.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/** Shapes of which a part is known only when a function runs. */
final class DynamicShapeTest {
  private static final TensorSpec ANY_ROWS = new TensorSpec(DType.FLOAT32, Shape.of(-1, -1, 2));

  @Test
  void aDimensionIsANumberWhereItIsKnown() {
    try (Tensor x = Tensor.of(new float[2][3])) {
      assertEquals(List.of(2L, 3L), x.dims());
    }
    try (Trace trace = Trace.begin()) {
      List<Object> dims = trace.placeholder(DType.FLOAT32, Shape.of(-1, 3), "x").dims();
      assertTrue(dims.get(0) instanceof Tensor);
      assertEquals(3L, dims.get(1));
    }
  }

  @Test
  void reshapesToDimensionsOfAnotherTensor() {
    try (CompiledFunction flatten =
        CompiledFunction.trace(
            "flatten",
            List.of(ANY_ROWS),
            x -> List.of(x.get(0).reshape(List.of(x.get(0).dims().get(0), -1))))) {
      assertEquals(Shape.of(-1, -1), flatten.outputs().get(0).shape());
      try (TensorScope scope = TensorScope.open()) {
        assertEquals(
            Shape.of(5, 8), flatten.call(List.of(Tensor.of(new float[5][4][2]))).get(0).shape());
      }
    }
  }

  @Test
  void repeatsAlongAnAxisOfUnknownLength() {
    try (CompiledFunction twice =
        CompiledFunction.trace("twice", List.of(ANY_ROWS), x -> List.of(x.get(0).repeat(2, 1)))) {
      assertEquals(Shape.of(-1, -1, 2), twice.outputs().get(0).shape());
      try (TensorScope scope = TensorScope.open()) {
        Tensor x = Tensor.of(new float[][][] {{{1, 2}, {3, 4}}});
        Tensor y = twice.call(List.of(x)).get(0);
        assertArrayEquals(new float[] {1, 2, 1, 2, 3, 4, 3, 4}, y.floats());
        assertArrayEquals(new float[] {1, 1, 1, 2, 2, 2}, x.getItem(0, 0).repeat(3, 0).floats());
      }
    }
  }

  @Test
  void makesZerosAndOnesOfTheSameShape() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[] {1, 2});
      assertArrayEquals(new boolean[] {true, true}, x.onesLike(DType.BOOL).booleans());
      assertArrayEquals(new long[] {0, 0}, x.zerosLike(DType.INT64).longs());
    }
  }
}

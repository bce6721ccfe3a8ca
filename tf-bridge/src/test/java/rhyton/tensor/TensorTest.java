package rhyton.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TensorTest {

  @Test
  void holdsArraysOfAnyRank() {
    try (Tensor x = Tensor.of(new float[][][] {{{1, 2}, {3, 4}}})) {
      assertEquals(Shape.of(1, 2, 2), x.shape());
      assertEquals(DType.FLOAT32, x.dtype());
      assertArrayEquals(new float[] {1, 2, 3, 4}, x.floats());
      assertArrayEquals(new float[][][] {{{1, 2}, {3, 4}}}, (float[][][]) x.toArray());
    }
    try (Tensor x = Tensor.of(new long[][] {{}, {}})) {
      assertEquals(Shape.of(2, 0), x.shape());
      assertEquals(0, x.longs().length);
    }
    try (Tensor x = Tensor.of(new boolean[] {true, false})) {
      assertArrayEquals(new boolean[] {true, false}, x.booleans());
    }
  }

  @Test
  void holdsStringsOfAnyLength() {
    String longer = "längere Wörter, über die kleine Form hinaus".repeat(10);
    try (Tensor x = Tensor.of(new String[][] {{"a", ""}, {longer, "d"}})) {
      assertEquals(Shape.of(2, 2), x.shape());
      assertEquals(List.of("a", "", longer, "d"), x.strings());
    }
  }

  @Test
  void refusesRowsOfDifferentLengths() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[][] {{1, 2}, {3}}));
    assertEquals(
        "Tensor.of: all rows must have the same length. Received: rows of 2 and of 1 elements at"
            + " axis 1",
        error.getMessage());
  }

  @Test
  void readsBuffersWithoutMovingThem() {
    FloatBuffer buffer = FloatBuffer.wrap(new float[] {0, 1, 2, 3, 4, 5}).position(2);
    try (Tensor x = Tensor.of(buffer, Shape.of(2, 2))) {
      assertArrayEquals(new float[] {2, 3, 4, 5}, x.floats());
      assertEquals(2, buffer.position());
    }
  }

  @Test
  void computesAtOnce() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
      assertArrayEquals(new float[] {8, 11, 16, 23}, x.matmul(x).add(1).floats());
      assertArrayEquals(new float[] {3, 7}, x.sum(1).floats());
      assertEquals(DType.FLOAT32, Tensor.of(3).divide(2).dtype());
      assertEquals(1.5, Tensor.of(3).divide(2).item());
      assertArrayEquals(new float[] {2, 4}, x.getItem(Slice.ALL, 1).floats());
      assertArrayEquals(new float[] {3, 4, 1, 2}, x.take(new int[] {1, 0}, 0).floats());
    }
  }

  @Test
  void isFreedWithItsScopeUnlessKept() {
    Tensor inside;
    Tensor kept;
    try (TensorScope scope = TensorScope.open()) {
      inside = Tensor.of(new float[] {1, 2});
      kept = inside.add(1).keep();
    }
    assertArrayEquals(new float[] {2, 3}, kept.floats());
    var error = assertThrows(IllegalStateException.class, inside::floats);
    assertEquals(
        "A tensor of shape (2,) and dtype float32 is used after it was closed", error.getMessage());
    kept.close();
    kept.close();
    assertThrows(IllegalStateException.class, () -> kept.add(1));
  }

  @Test
  void anOpThatReturnsItsArgumentLeavesItInItsScope() {
    Tensor same;
    try (TensorScope scope = TensorScope.open()) {
      same = ShapeOps.concatenate(List.of(Tensor.of(new float[] {1})), 0);
      assertArrayEquals(new float[] {1}, same.floats());
    }
    assertThrows(IllegalStateException.class, same::floats);
  }

  @Test
  void tellsWhatTensorFlowRefuses() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[][] {{1, 2}});
      var error = assertThrows(rhyton.tensor.runtime.TensorFlowException.class, () -> x.matmul(x));
      assertEquals(3, error.code());
    }
  }
}

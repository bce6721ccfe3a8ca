package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.floats;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

class ReshapingTest {
  private final Tensor image = floats("[[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]]");
  private final Tensor steps = floats("[[[1, 2], [3, 4], [5, 6]]]");

  private static Shape shapeFor(Layer layer, long... input) {
    return layer
        .outputSpecs(List.of(new TensorSpec(DType.FLOAT32, Shape.of(input))))
        .get(0)
        .shape();
  }

  @Test
  void flattenKeepsTheBatchAndBringsChannelsToTheEnd() {
    assertThatLayer(new Flatten()).on(image).gives(floats("[[1, 2, 3, 4, 5, 6, 7, 8]]")).within(0);
    assertThatLayer(new Flatten().dataFormat("channels_first"))
        .on(image)
        .gives(floats("[[1, 5, 2, 6, 3, 7, 4, 8]]"))
        .within(0);
    assertThatLayer(new Flatten()).on(floats("[1, 2]")).gives(floats("[[1], [2]]")).within(0);
    assertEquals(Shape.of(-1, 12), shapeFor(new Flatten(), -1, 3, 4));
    assertEquals(Shape.of(-1, -1), shapeFor(new Flatten(), -1, -1, 4));
  }

  @Test
  void reshapeFindsTheOpenDimension() {
    assertThatLayer(new Reshape(-1, 3))
        .on(steps)
        .gives(floats("[[[1, 2, 3], [4, 5, 6]]]"))
        .within(0);
    assertEquals(Shape.of(-1, 3, 2, 2), shapeFor(new Reshape(-1, 2, 2), -1, 12));
    assertEquals(Shape.of(-1, -1, 2), shapeFor(new Reshape(-1, 2), -1, -1, 4));
    assertEquals(Shape.of(5), shapeFor(new Reshape(), 5, 1));
    assertThatLayer(new Reshape(4))
        .on(steps)
        .refuses(
            "Reshape: the total size of the tensor must be unchanged. Received: input_shape=(3, 2),"
                + " target_shape=(4,)");
    assertEquals(
        "Reshape: argument `target_shape` must be a list of sizes, of which one may be -1."
            + " Received: target_shape=[-1, -1]",
        assertThrows(IllegalArgumentException.class, () -> new Reshape(-1, -1)).getMessage());
  }

  @Test
  void permuteAndRepeat() {
    assertThatLayer(new Permute(2, 1))
        .on(steps)
        .gives(floats("[[[1, 3, 5], [2, 4, 6]]]"))
        .within(0);
    assertEquals(
        "Permute: argument `dims` must be the numbers from 1 to the number of axes in any order."
            + " Received: dims=[0, 1]",
        assertThrows(IllegalArgumentException.class, () -> new Permute(0, 1)).getMessage());
    assertThatLayer(new RepeatVector(2))
        .on(floats("[[1, 2]]"))
        .gives(floats("[[[1, 2], [1, 2]]]"))
        .within(0);
    assertThatLayer(new UpSampling1D(2))
        .on(floats("[[[1], [2]]]"))
        .gives(floats("[[[1], [1], [2], [2]]]"))
        .within(0);
  }

  @Test
  void zerosComeWhereTheMarginsSay() {
    assertThatLayer(new ZeroPadding1D(1, 0))
        .on(floats("[[[1], [2]]]"))
        .gives(floats("[[[0], [1], [2]]]"))
        .within(0);
    assertThatLayer(new ZeroPadding2D(new long[][] {{1, 0}, {0, 1}}))
        .on(floats("[[[[1], [2]]]]"))
        .gives(floats("[[[[0], [0], [0]], [[1], [2], [0]]]]"))
        .within(0);
    assertEquals(Shape.of(-1, 3, 6, 9), shapeFor(new ZeroPadding2D(1, 2), -1, 1, 2, 9));
    assertEquals(
        Shape.of(-1, 9, 3, 6),
        shapeFor(new ZeroPadding2D(1, 2).dataFormat("channels_first"), -1, 9, 1, 2));
    assertEquals(
        "ZeroPadding2D: argument `padding` must be an integer, 2 integers, or 2 pairs of integers,"
            + " not negative. Received: padding=[[1], [2], [3]]",
        assertThrows(IllegalArgumentException.class, () -> new ZeroPadding2D(1, 2, 3))
            .getMessage());
  }

  @Test
  void croppingLeavesSomething() {
    assertThatLayer(new Cropping1D(1, 0)).on(steps).gives(floats("[[[3, 4], [5, 6]]]")).within(0);
    assertThatLayer(new Cropping2D(new long[][] {{0, 1}, {1, 0}}))
        .on(image)
        .gives(floats("[[[[3, 4]]]]"))
        .within(0);
    assertThatLayer(new Cropping1D(2, 1))
        .on(steps)
        .refuses(
            "Cropping1D: `cropping` must be smaller than the input. Received: input shape"
                + " (1, 3, 2) and cropping=[[2, 1]]");
  }

  @Test
  void upSamplingRepeatsOrInterpolates() {
    Tensor row = floats("[[[[1], [3]]]]");
    assertThatLayer(new UpSampling2D(2, 1))
        .on(row)
        .gives(floats("[[[[1], [3]], [[1], [3]]]]"))
        .within(0);
    assertThatLayer(new UpSampling2D(1, 2).interpolation("bilinear"))
        .on(row)
        .gives(floats("[[[[1], [1.5], [2.5], [3]]]]"))
        .within(1e-6);
    assertEquals(
        Shape.of(-1, 3, -1, 8),
        shapeFor(new UpSampling2D(2).dataFormat("channels_first"), -1, 3, -1, 4));
    assertEquals(
        "UpSampling2D: argument `interpolation` must be one of \"bicubic\", \"bilinear\","
            + " \"lanczos3\", \"lanczos5\", \"nearest\". Received: interpolation=\"area\"",
        assertThrows(IllegalArgumentException.class, () -> new UpSampling2D().interpolation("area"))
            .getMessage());
  }

  @Test
  void imagesOfUnknownSizeAreResizedWhenItIsKnown() {
    UpSampling2D layer = new UpSampling2D(2).interpolation("bilinear");
    TensorSpec anySize = new TensorSpec(DType.FLOAT32, Shape.of(-1, -1, -1, 1));
    try (CompiledFunction twice =
            CompiledFunction.trace("twice", List.of(anySize), x -> List.of(layer.apply(x.get(0))));
        TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[][][][] {{{{1}, {2}}, {{3}, {4}}}});
      assertArrayEquals(layer.apply(x).floats(), twice.call(List.of(x)).get(0).floats());
    }
  }
}

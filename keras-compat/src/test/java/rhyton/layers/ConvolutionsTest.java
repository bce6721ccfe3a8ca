package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.floats;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import rhyton.graph.Weight;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

class ConvolutionsTest {
  private final Tensor steps = floats("[[[1], [2], [3], [4]]]");
  private final Tensor sum = floats("[[[1]], [[1]]]");

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void aFilterSeesAWindow() {
    assertThatLayer(new Conv1D(1, 2).activation("relu"))
        .withWeights(sum, floats("[-4]"))
        .on(steps)
        .gives(floats("[[[0], [1], [3]]]"))
        .within(1e-6);
    assertThatLayer(new Conv2D(1, 2).useBias(false))
        .withWeights(floats("[[[[1]], [[1]]], [[[1]], [[1]]]]"))
        .on(floats("[[[[1], [2]], [[3], [4]]]]"))
        .gives(floats("[[[[10]]]]"))
        .within(1e-6);
  }

  @Test
  void paddingSaysWhatHappensAtTheEdges() {
    Conv1D conv = new Conv1D(1, 2).useBias(false);
    assertThatLayer(conv.padding("same"))
        .withWeights(sum)
        .on(steps)
        .gives(floats("[[[3], [5], [7], [4]]]"))
        .within(1e-6);
    assertThatLayer(conv.padding("causal").dilationRate(2))
        .withWeights(sum)
        .on(steps)
        .gives(floats("[[[1], [2], [4], [6]]]"))
        .within(1e-6);
    assertThatLayer(conv.padding("same").strides(2))
        .withWeights(sum)
        .on(steps)
        .gives(floats("[[[3], [7]]]"))
        .within(1e-6);
  }

  @Test
  void channelsMayComeFirst() {
    assertThatLayer(new Conv1D(1, 2).padding("causal").dataFormat("channels_first"))
        .withWeights(sum, floats("[1]"))
        .on(floats("[[[1, 2, 3]]]"))
        .gives(floats("[[[2, 4, 6]]]"))
        .within(1e-6);
  }

  @Test
  void groupsHaveFiltersOfTheirOwn() {
    assertThatLayer(new Conv1D(2, 1).groups(2).useBias(false))
        .withWeights(floats("[[[10, 100]]]"))
        .on(floats("[[[1, 2]]]"))
        .gives(floats("[[[10, 200]]]"))
        .within(1e-5);
  }

  @Test
  void theKernelHasTheChannelsOfAGroup() {
    Conv2D conv = new Conv2D(4, 3, 2).groups(2).name("c");
    conv.buildFor(List.of(Shape.of(-1, -1, -1, 6)));
    List<Weight> weights = conv.weights();
    assertEquals("c/kernel", weights.get(0).path());
    assertEquals(Shape.of(3, 2, 3, 4), weights.get(0).shape());
    assertEquals(Shape.of(4), weights.get(1).shape());
  }

  @Test
  void optionsThatExcludeEachOther() {
    refuses(
        "Conv2D: `strides > 1` cannot be combined with `dilation_rate > 1`. Received:"
            + " strides=[2, 2] and dilation_rate=[2, 2]",
        () -> new Conv2D(1, 3).strides(2).dilationRate(2));
    refuses(
        "Conv2D: the number of filters must be divisible by the number of groups. Received:"
            + " groups=3, filters=4",
        () -> new Conv2D(4, 3).groups(3));
    refuses(
        "Conv2D: argument `padding` must be one of \"valid\", \"same\". Received:"
            + " padding=\"causal\"",
        () -> new Conv2D(4, 3).padding("causal"));
    refuses(
        "Conv2D: argument `kernel_size` must be one integer or a list of 2. Received:"
            + " kernel_size=[1, 2, 3]",
        () -> new Conv2D(4, 1, 2, 3));
  }

  @Test
  void inputsThatDoNotFit() {
    assertThatLayer(new Conv2D(1, 3).name("c"))
        .on(steps)
        .refuses(
            "Input 0 of layer `c` is incompatible with the layer: expected min_ndim=4, found"
                + " ndim=3. Full shape received: (1, 4, 1)");
    assertThatLayer(new Conv1D(1, 3).dilationRate(2))
        .on(steps)
        .refuses(
            "Conv1D: the computed output size would be zero or negative. Received: input shape"
                + " (1, 4, 1), window=[3], dilation=[2]");
    assertThatLayer(new Conv1D(2, 3).groups(2))
        .on(steps)
        .refuses(
            "Conv1D: the number of input channels must be divisible by the number of groups."
                + " Received: groups=2, input shape (1, 4, 1)");
    refuses(
        "Layer `open`: the shape of the weight `kernel` must be known. Received: (3, 3, None, 1)."
            + " Make the input with sizes in place of None",
        () -> new Conv2D(1, 3).name("open").buildFor(List.of(Shape.of(-1, 8, 8, -1))));
  }

  @Test
  void aTransposedConvolutionSpreadsWhatAFilterSaw() {
    Conv1DTranspose spread = new Conv1DTranspose(1, 2).strides(2).useBias(false);
    assertThatLayer(spread)
        .withWeights(floats("[[[1]], [[10]]]"))
        .on(floats("[[[1], [2]]]"))
        .gives(floats("[[[1], [10], [2], [20]]]"))
        .within(1e-6);
    assertThatLayer(spread.outputPadding(1))
        .withWeights(floats("[[[1]], [[10]]]"))
        .on(floats("[[[1], [2]]]"))
        .gives(floats("[[[1], [10], [2], [20], [0]]]"))
        .within(1e-6);
    assertThatLayer(new Conv2DTranspose(1, 2).activation("relu"))
        .withWeights(floats("[[[[1]], [[2]]], [[[3]], [[4]]]]"), floats("[-2]"))
        .on(floats("[[[[1]]]]"))
        .gives(floats("[[[[0], [0]], [[1], [2]]]]"))
        .within(1e-6);
  }

  @Test
  void aTransposedConvolutionAddsLessThanAStride() {
    refuses(
        "Conv2DTranspose: argument `output_padding` must be less than `strides` along each axis."
            + " Received: output_padding=[1, 2] and strides=[2, 2]",
        () -> new Conv2DTranspose(1, 2).strides(2).outputPadding(1, 2));
    refuses(
        "Conv3DTranspose: `strides > 1` cannot be combined with `dilation_rate > 1`."
            + " Received: strides=[2, 2, 2] and dilation_rate=[1, 2, 1]",
        () -> new Conv3DTranspose(1, 2).strides(2).dilationRate(1, 2, 1));
  }
}

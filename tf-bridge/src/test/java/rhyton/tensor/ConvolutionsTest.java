package rhyton.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradients;

final class ConvolutionsTest {

  private static Tensor random(long... shape) {
    Shape all = Shape.of(shape);
    double[] values = new Random(3).doubles(all.size(), -1, 1).toArray();
    return Tensor.of(java.nio.DoubleBuffer.wrap(values), all);
  }

  /** A convolution of images by its definition, x and kernel being arrays of rank 4. */
  private static double[][][][] byHand(
      double[][][][] x, double[][][][] k, int stride, boolean same, int dilation, int groups) {
    int rows = k.length;
    int columns = k[0].length;
    int reachRows = (rows - 1) * dilation + 1;
    int reachColumns = (columns - 1) * dilation + 1;
    int height = out(x[0].length, reachRows, stride, same);
    int width = out(x[0][0].length, reachColumns, stride, same);
    int top = same ? before(x[0].length, height, reachRows, stride) : 0;
    int left = same ? before(x[0][0].length, width, reachColumns, stride) : 0;
    int perGroup = k[0][0].length;
    int filters = k[0][0][0].length;
    double[][][][] y = new double[x.length][height][width][filters];
    for (int b = 0; b < x.length; b++) {
      for (int i = 0; i < height; i++) {
        for (int j = 0; j < width; j++) {
          for (int f = 0; f < filters; f++) {
            int firstChannel = f / (filters / groups) * perGroup;
            for (int r = 0; r < rows; r++) {
              for (int c = 0; c < columns; c++) {
                int row = i * stride + r * dilation - top;
                int column = j * stride + c * dilation - left;
                if (row >= 0 && row < x[0].length && column >= 0 && column < x[0][0].length) {
                  for (int p = 0; p < perGroup; p++) {
                    y[b][i][j][f] += x[b][row][column][firstChannel + p] * k[r][c][p][f];
                  }
                }
              }
            }
          }
        }
      }
    }
    return y;
  }

  private static int out(int size, int reach, int stride, boolean same) {
    return same ? (size + stride - 1) / stride : (size - reach) / stride + 1;
  }

  private static int before(int size, int out, int reach, int stride) {
    return Math.max(0, (out - 1) * stride + reach - size) / 2;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, 4, 2, 1, valid, 1, 1",
    "3, 3, 4, 2, 1, same, 1, 1",
    "3, 2, 4, 2, 2, same, 1, 1",
    "3, 2, 4, 2, 3, valid, 1, 1",
    "1, 1, 4, 2, 2, same, 1, 1",
    "1, 1, 4, 2, 3, valid, 1, 1",
    "3, 2, 4, 2, 1, valid, 2, 1",
    "3, 2, 4, 2, 1, same, 3, 1",
    "3, 3, 4, 6, 1, same, 1, 2",
    "3, 3, 4, 4, 2, valid, 1, 4",
    "2, 2, 4, 8, 1, same, 2, 4",
    "2, 2, 4, 4, 1, same, 2, 2",
  })
  void followsTheDefinition(
      int rows,
      int columns,
      int channels,
      int filters,
      int stride,
      String padding,
      int dilation,
      int groups) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = random(2, 8, 7, channels);
      Tensor kernel = random(rows, columns, channels / groups, filters);
      WindowOptions options =
          new WindowOptions().strides(stride).padding(padding).dilationRate(dilation);
      double[][][][] expected =
          byHand(
              (double[][][][]) x.toArray(),
              (double[][][][]) kernel.toArray(),
              stride,
              padding.equals("same"),
              dilation,
              groups);
      double[] flat = Tensor.of(expected).doubles();
      assertArrayEquals(flat, x.conv(kernel, options).doubles(), 1e-12);
      Tensor first = x.transpose(0, 3, 1, 2).conv(kernel, options.dataFormat("channels_first"));
      assertArrayEquals(flat, first.transpose(0, 2, 3, 1).doubles(), 1e-12);
      if (groups == channels) {
        Tensor perChannel = kernel.reshape(rows, columns, channels, filters / channels);
        assertArrayEquals(flat, x.depthwiseConv(perChannel, options).doubles(), 1e-12);
      }
    }
  }

  @Test
  void depthwiseTakesStridesTogetherWithGaps() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = random(2, 8, 7, 3);
      Tensor kernel = random(3, 2, 3, 1);
      for (String padding : List.of("valid", "same")) {
        WindowOptions options = new WindowOptions().strides(2).padding(padding).dilationRate(2);
        double[][][][] expected =
            byHand(
                (double[][][][]) x.toArray(),
                (double[][][][]) kernel.transpose(0, 1, 3, 2).toArray(),
                2,
                padding.equals("same"),
                2,
                3);
        assertArrayEquals(
            Tensor.of(expected).doubles(), x.depthwiseConv(kernel, options).doubles(), 1e-12);
      }
    }
  }

  @Test
  void knowsItsShapeWhileItIsTraced() {
    var images = List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1, 9, 8, 4)));
    CompiledFunction.trace(
            "shapes",
            images,
            in -> {
              Tensor x = in.get(0);
              Tensor k = random(3, 3, 4, 8).cast(DType.FLOAT32);
              WindowOptions same = new WindowOptions().padding("same");
              assertEquals(Shape.of(-1, 7, 6, 8), x.conv(k).shape());
              assertEquals(Shape.of(-1, 5, 4, 8), x.conv(k, same.strides(2)).shape());
              assertEquals(Shape.of(-1, 9, 8, 8), x.conv(k, same.dilationRate(2)).shape());
              Tensor back = random(3, 3, 8, 4).cast(DType.FLOAT32);
              assertEquals(Shape.of(-1, 18, 16, 8), x.convTranspose(back, same.strides(2)).shape());
              assertEquals(Shape.of(-1, 4, 4, 4), x.maxPool(2).shape());
              Tensor first =
                  x.conv(
                      random(3, 3, 9, 2).cast(DType.FLOAT32),
                      new WindowOptions().dataFormat("channels_first"));
              assertEquals(Shape.of(-1, 2, 6, 2), first.shape());
              return List.of(x);
            })
        .close();
  }

  private static Tensor conv(Tensor x, Tensor kernel) {
    return x.conv(kernel, new WindowOptions().strides(2));
  }

  private static Tensor transposed(Tensor x, Tensor kernel) {
    return x.convTranspose(kernel, new WindowOptions().strides(2));
  }

  private static Tensor depthwise(Tensor x, Tensor kernel) {
    return x.depthwiseConv(kernel, new WindowOptions().strides(2));
  }

  /** The sizes with which the native gradient of the kernel writes out of bounds. */
  @Test
  void survivesTheGradientOfKernelsOfSizeOneWithStrides() {
    survives(ConvolutionsTest::conv, Shape.of(1, 44, 44, 8), Shape.of(1, 1, 8, 16));
    survives(ConvolutionsTest::conv, Shape.of(32, 60, 60, 8), Shape.of(1, 1, 8, 16));
    survives(ConvolutionsTest::conv, Shape.of(4, 400, 8), Shape.of(1, 8, 16));
    survives(ConvolutionsTest::conv, Shape.of(1, 8, 8, 8, 4), Shape.of(1, 1, 1, 4, 16));
    survives(ConvolutionsTest::transposed, Shape.of(1, 22, 22, 16), Shape.of(1, 1, 8, 16));
    survives(ConvolutionsTest::depthwise, Shape.of(1, 44, 44, 8), Shape.of(1, 1, 8, 2));
  }

  private static void survives(BinaryOperator<Tensor> op, Shape x, Shape kernel) {
    List<TensorSpec> specs =
        List.of(new TensorSpec(DType.FLOAT32, x), new TensorSpec(DType.FLOAT32, kernel));
    try (TensorScope scope = TensorScope.open();
        var f =
            CompiledFunction.trace(
                "kernel",
                specs,
                in -> {
                  Tensor y = op.apply(in.get(0), in.get(1));
                  Tensor slope = Gradients.of(y.square().sum(), in).get(1).toDense();
                  Trace.current().nodes().forEach(ConvolutionsTest::assertNoStrides);
                  return List.of(slope);
                })) {
      List<Tensor> arguments =
          List.of(
              random(x.toArray()).cast(DType.FLOAT32),
              random(kernel.toArray()).cast(DType.FLOAT32));
      float[] first = f.call(arguments).get(0).floats();
      for (int i = 0; i < (x.size() > 100_000 ? 20 : 200); i++) {
        try (TensorScope inner = TensorScope.open()) {
          assertArrayEquals(first, f.call(arguments).get(0).floats(), 1e-2f);
        }
      }
    }
  }

  private static void assertNoStrides(TraceNode node) {
    if (node.type().contains("BackpropFilter")) {
      for (long stride : (long[]) node.attribute("strides")) {
        assertEquals(1, stride, node.type());
      }
    }
  }

  @Test
  void tellsWhatDoesNotFit() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = random(1, 4, 4, 3);
      assertMessage(
          "Conv: the channels of the input must be a multiple of those of the kernel, and the"
              + " filters a multiple of that. Received: input channels=3, kernel shape=(2, 2, 2,"
              + " 4)",
          () -> x.conv(random(2, 2, 2, 4)));
      assertMessage(
          "Conv: `strides` > 1 cannot be combined with `dilation_rate` > 1. Received: strides=[2,"
              + " 2] and dilation_rate=[2, 2]",
          () -> x.conv(random(2, 2, 3, 4), new WindowOptions().strides(2).dilationRate(2)));
      assertMessage(
          "Conv: `padding` must be \"valid\" or \"same\". Received: padding=causal",
          () -> x.conv(random(2, 2, 3, 4), new WindowOptions().padding("causal")));
      assertMessage(
          "Conv: `strides` must be a positive whole number, or one for each of 2 axes. Received:"
              + " strides=[0]",
          () -> x.conv(random(2, 2, 3, 4), new WindowOptions().strides(0)));
      assertMessage(
          "Conv: unknown option `output_padding`. Known: [strides, padding, data_format,"
              + " dilation_rate]",
          () -> x.conv(random(2, 2, 3, 4), new WindowOptions().outputPadding(1)));
      assertMessage(
          "MaxPool: the input must have 3, 4 or 5 axes. Received: shape=(2, 3)",
          () -> random(2, 3).maxPool(2));
    }
  }

  private static void assertMessage(String message, Runnable call) {
    var error = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, error.getMessage());
  }
}

package rhyton.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The ops behind {@link ConvOps}: the one place that knows that TensorFlow convolves images of two
 * and three axes only, and on a CPU only with the channels last, without groups and gaps.
 */
final class Convolutions {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");
  private static final Object[] OPTIONS = {
    "strides", 1, "padding", "valid", "data_format", null, "dilation_rate", 1
  };

  static final KerasOp CONV = NN.op("Conv", Convolutions::conv, OPTIONS);
  static final KerasOp DEPTHWISE_CONV = NN.op("DepthwiseConv", Convolutions::depthwise, OPTIONS);
  static final KerasOp SEPARABLE_CONV = NN.op("SeparableConv", Convolutions::separable, OPTIONS);

  private Convolutions() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  /** How a window moves over an input with the channels last. */
  private record Window(String op, long[] strides, long[] dilation, String padding) {
    static Window of(String op, OpCall c, int rank) {
      return new Window(
          op,
          Spatial.perAxis(op, "strides", c.option("strides"), rank),
          Spatial.perAxis(op, "dilation_rate", c.option("dilation_rate"), rank),
          Spatial.padding(op, c));
    }

    static Window still(String op, int rank) {
      return new Window(op, Spatial.ones(rank), Spatial.ones(rank), "VALID");
    }

    boolean strided() {
      return Spatial.any(strides);
    }

    boolean dilated() {
      return Spatial.any(dilation);
    }
  }

  // ---- convolution ---------------------------------------------------------------------------

  private static Tensor conv(OpCall c) {
    DType dtype = Promotion.of(c.arguments());
    Tensor x = Tensor.convert(c.arguments().get(0), dtype);
    Tensor kernel = Tensor.convert(c.arguments().get(1), dtype);
    Window window = Window.of("Conv", c, Spatial.rank("Conv", x));
    if (window.strided() && window.dilated()) {
      throw new IllegalArgumentException(
          "Conv: `strides` > 1 cannot be combined with `dilation_rate` > 1. Received: strides="
              + Arrays.toString(window.strides())
              + " and dilation_rate="
              + Arrays.toString(window.dilation()));
    }
    return Spatial.channelsLast(c, x, last -> notEmpty("Conv", last, conv(last, kernel, window)));
  }

  private static Tensor notEmpty(String op, Tensor x, Tensor y) {
    if (y.shape().size() == 0 && x.shape().size() > 0) {
      throw new IllegalArgumentException(
          op
              + ": the output is empty, its shape is "
              + y.shape()
              + ". The input is too small for kernel, strides and padding. Received: shape="
              + x.shape());
    }
    return y;
  }

  private static Tensor conv(Tensor x, Tensor kernel, Window window) {
    long channels = x.shape().get(-1);
    long perGroup = kernel.shape().get(-2);
    if (channels >= 0 && perGroup > 0 && channels != perGroup) {
      return grouped(x, kernel, window);
    }
    return dilated(x, kernel, window, Convolutions::plain);
  }

  /** What convolves where no gaps are. */
  private interface Kernel {
    Tensor apply(Tensor x, Tensor kernel, Window window);
  }

  private static Tensor dilated(Tensor x, Tensor kernel, Window window, Kernel convolve) {
    if (!window.dilated()) {
      return convolve.apply(x, kernel, window);
    }
    Window still = Window.still(window.op(), window.strides().length);
    return SpaceToBatch.dilated(
        x,
        kernel.shape().slice(0, -2).toArray(),
        window.dilation(),
        window.padding(),
        parts -> convolve.apply(parts, kernel, still));
  }

  private static Tensor plain(Tensor x, Tensor kernel, Window window) {
    Tensor filter = kernel.rank() == 3 ? Spatial.expand(kernel, 0) : kernel;
    return Spatial.asImage(
        x,
        image ->
            Op.of(image.rank() == 5 ? "Conv3D" : "Conv2D")
                .in(image)
                .in(filter)
                .attr("strides", Spatial.attribute(window.strides()))
                .attr("padding", window.padding())
                .one());
  }

  /** Each group of channels has filters of its own. */
  private static Tensor grouped(Tensor x, Tensor kernel, Window window) {
    long channels = x.shape().get(-1);
    long filters = kernel.shape().get(-1);
    int groups = (int) (channels / kernel.shape().get(-2));
    if (channels % kernel.shape().get(-2) != 0 || filters % groups != 0) {
      throw new IllegalArgumentException(
          window.op()
              + ": the channels of the input must be a multiple of those of the kernel, and the"
              + " filters a multiple of that. Received: input channels="
              + channels
              + ", kernel shape="
              + kernel.shape());
    }
    if (groups == channels && x.rank() < 5 && filters > 0) {
      Shape shape = kernel.shape().slice(0, -2).append(channels, filters / groups);
      return depthwise(x, Kernels.reshape(kernel, shape.toArray()), window);
    }
    List<Tensor> inputs = x.split(groups, -1);
    List<Tensor> kernels = kernel.split(groups, -1);
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      outputs.add(dilated(inputs.get(i), kernels.get(i), window, Convolutions::plain));
    }
    return Kernels.concat(outputs, x.rank() - 1);
  }

  static Tensor addBias(Tensor x, Tensor bias, String dataFormat) {
    String format = dataFormat == null ? OpDefaults.imageDataFormat() : dataFormat;
    if (format.equals("channels_first") && x.rank() > 2) {
      long[] shape = Spatial.ones(x.rank());
      shape[1] = bias.shape().get(0);
      return x.add(bias.reshape(shape));
    }
    boolean plain = !x.isFunctional() && !bias.isFunctional() && x.dtype() == bias.dtype();
    return plain && x.rank() > 1 ? Kernels.binary("BiasAdd", x, bias) : x.add(bias);
  }

  // ---- channel by channel --------------------------------------------------------------------

  private static Tensor depthwise(OpCall c) {
    DType dtype = Promotion.of(c.arguments());
    Tensor x = Tensor.convert(c.arguments().get(0), dtype);
    Tensor kernel = Tensor.convert(c.arguments().get(1), dtype);
    Window window = checked("DepthwiseConv", c, x, kernel);
    return Spatial.channelsLast(c, x, last -> depthwise(last, kernel, window));
  }

  private static Tensor separable(OpCall c) {
    DType dtype = Promotion.of(c.arguments());
    Tensor x = Tensor.convert(c.arguments().get(0), dtype);
    Tensor kernel = Tensor.convert(c.arguments().get(1), dtype);
    Tensor pointwise = Tensor.convert(c.arguments().get(2), dtype);
    Window window = checked("SeparableConv", c, x, kernel);
    Window point = Window.still("SeparableConv", x.rank() - 2);
    return Spatial.channelsLast(
        c, x, last -> plain(depthwise(last, kernel, window), pointwise, point));
  }

  private static Window checked(String op, OpCall c, Tensor x, Tensor kernel) {
    if (x.rank() != 3 && x.rank() != 4) {
      throw new IllegalArgumentException(
          op + ": the input must have 3 or 4 axes. Received: shape=" + x.shape());
    }
    long channels = x.shape().get(Spatial.isChannelsLast(c) ? -1 : 1);
    long expected = kernel.shape().get(-2);
    if (channels >= 0 && expected >= 0 && channels != expected) {
      throw new IllegalArgumentException(
          op
              + ": the input must have as many channels as the kernel. Received: input channels="
              + channels
              + ", kernel shape="
              + kernel.shape());
    }
    return Window.of(op, c, x.rank() - 2);
  }

  private static Tensor depthwise(Tensor x, Tensor kernel, Window window) {
    long[] strides = window.strides();
    boolean even = Arrays.stream(strides).allMatch(s -> s == strides[0]);
    return even && !(window.strided() && window.dilated())
        ? dilated(x, kernel, window, Convolutions::depthwiseKernel)
        : subsampled(x, kernel, window);
  }

  private static Tensor depthwiseKernel(Tensor x, Tensor kernel, Window window) {
    Tensor filter = kernel.rank() == 3 ? Spatial.expand(kernel, 0) : kernel;
    long stride = window.strides()[0];
    return Spatial.asImage(
        x,
        image ->
            Op.of("DepthwiseConv2dNative")
                .in(image)
                .in(filter)
                .attr("strides", new long[] {1, stride, stride, 1})
                .attr("padding", window.padding())
                .one());
  }

  /** With strides that the kernel does not know: every position is computed, some are kept. */
  private static Tensor subsampled(Tensor x, Tensor kernel, Window window) {
    int rank = window.strides().length;
    Tensor padded = window.padding().equals("SAME") ? padSame(x, kernel, window) : x;
    Window every = new Window(window.op(), Spatial.ones(rank), window.dilation(), "VALID");
    Tensor all = dilated(padded, kernel, every, Convolutions::depthwiseKernel);
    Object[] key = new Object[rank + 1];
    Arrays.setAll(
        key, i -> i == 0 ? Slice.ALL : new Slice(null, null, (int) window.strides()[i - 1]));
    return all.getItem(key);
  }

  /** Zeros around, as many as padding SAME with these strides has. */
  private static Tensor padSame(Tensor x, Tensor kernel, Window window) {
    int rank = window.strides().length;
    long[] reach = new long[rank];
    for (int i = 0; i < rank; i++) {
      reach[i] = (kernel.shape().get(i) - 1) * window.dilation()[i] + 1;
    }
    Tensor strides = Constants.ints(window.strides());
    Tensor sizes = SpaceToBatch.spatialSizes(x, rank);
    Tensor last = sizes.subtract(1).floorDivide(strides).multiply(strides);
    Tensor total = last.add(Constants.ints(reach)).subtract(sizes).maximum(0);
    Tensor before = total.floorDivide(2);
    Tensor spatial = SpaceToBatch.pairs(before, total.subtract(before));
    Tensor none = Kernels.reshape(Constants.ints(0, 0), 1, 2);
    return Op.of("Pad").in(x).in(Kernels.concat(List.of(none, spatial, none), 0)).one();
  }
}

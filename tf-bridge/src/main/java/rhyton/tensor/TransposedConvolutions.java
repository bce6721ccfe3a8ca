package rhyton.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Transposed convolution, behind {@link ConvOps}: the gradient of a convolution's input. */
final class TransposedConvolutions {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");
  private static final String OP = "ConvTranspose";

  static final KerasOp CONV_TRANSPOSE =
      NN.op(
          OP,
          TransposedConvolutions::convTranspose,
          "strides",
          1,
          "padding",
          "valid",
          "output_padding",
          null,
          "data_format",
          null,
          "dilation_rate",
          1);

  private TransposedConvolutions() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static Tensor convTranspose(OpCall c) {
    DType dtype = Promotion.of(c.arguments());
    Tensor x = Tensor.convert(c.arguments().get(0), dtype);
    Tensor kernel = Tensor.convert(c.arguments().get(1), dtype);
    int rank = Spatial.rank(OP, x);
    long channels = x.shape().get(Spatial.isChannelsLast(c) ? -1 : 1);
    long expected = kernel.shape().get(-1);
    if (channels >= 0 && expected >= 0 && channels != expected) {
      throw new IllegalArgumentException(
          OP
              + ": the input must have as many channels as the kernel's last axis. Received: input"
              + " channels="
              + channels
              + ", kernel shape="
              + kernel.shape());
    }
    long[] strides = Spatial.perAxis(OP, "strides", c.option("strides"), rank);
    long[] dilation = Spatial.perAxis(OP, "dilation_rate", c.option("dilation_rate"), rank);
    String padding = Spatial.padding(OP, c);
    Object more = c.option("output_padding");
    long[] outputPadding = more == null ? null : outputPadding(more, rank);
    Tensor spread = spread(kernel, dilation);
    return Spatial.channelsLast(
        c, x, last -> transposed(last, spread, strides, padding, outputPadding));
  }

  private static long[] outputPadding(Object value, int rank) {
    long[] numbers = Axes.longs(value);
    long[] all = numbers.length == 1 ? new long[rank] : numbers;
    if (numbers.length == 1) {
      Arrays.fill(all, numbers[0]);
    }
    if (all.length != rank || Arrays.stream(all).anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException(
          OP
              + ": `output_padding` must be a whole number of at least 0, or one for each axis."
              + " Received: output_padding="
              + Arrays.toString(numbers));
    }
    return all;
  }

  /** Gaps in the kernel as zeros: no kernel of TensorFlow knows them here on all machines. */
  private static Tensor spread(Tensor kernel, long[] dilation) {
    if (!Spatial.any(dilation)) {
      return kernel;
    }
    int rank = dilation.length;
    List<Long> apart = new ArrayList<>();
    long[] paddings = new long[2 * (2 * rank + 2)];
    long[] grown = kernel.shape().toArray();
    Object[] key = new Object[rank];
    for (int i = 0; i < rank; i++) {
      apart.add(kernel.shape().get(i));
      apart.add(1L);
      paddings[2 * (2 * i + 1) + 1] = dilation[i] - 1;
      key[i] = Slice.of(0, (int) ((grown[i] - 1) * dilation[i] + 1));
      grown[i] *= dilation[i];
    }
    apart.add(kernel.shape().get(-2));
    apart.add(kernel.shape().get(-1));
    Tensor single =
        Kernels.reshape(kernel, apart.stream().mapToLong(dimension -> dimension).toArray());
    Tensor table = Kernels.reshape(Constants.ints(paddings), -1, 2);
    Tensor padded = Op.of("Pad").in(single).in(table).one();
    return Kernels.reshape(padded, grown).getItem(key);
  }

  private static Tensor transposed(
      Tensor x, Tensor kernel, long[] strides, String padding, long[] outputPadding) {
    int rank = strides.length;
    Tensor filter = kernel.rank() == 3 ? Spatial.expand(kernel, 0) : kernel;
    List<Tensor> sizes = new ArrayList<>();
    sizes.add(size(x, 0));
    if (rank == 1) {
      sizes.add(Constants.integer(1));
    }
    for (int i = 0; i < rank; i++) {
      long more = outputPadding == null ? -1 : outputPadding[i];
      sizes.add(grown(x, i + 1, kernel.shape().get(i), strides[i], padding, more));
    }
    sizes.add(Constants.integer(kernel.shape().get(-2)));
    Tensor shape = Op.of("Pack").in(sizes).attr("N", sizes.size()).one();
    return Spatial.asImage(
        x,
        image ->
            Op.of(image.rank() == 5 ? "Conv3DBackpropInputV2" : "Conv2DBackpropInput")
                .in(shape)
                .in(filter)
                .in(image)
                .attr("strides", Spatial.attribute(strides))
                .attr("padding", padding)
                .one());
  }

  /** One size of a tensor as a number that may be known only when it runs. */
  private static Tensor size(Tensor x, int axis) {
    long known = x.shape().get(axis);
    return known >= 0 ? Constants.integer(known) : Kernels.shapeOf(x).getItem(axis);
  }

  /** The size of the output along an axis; {@code more} is -1 where it is not given. */
  private static Tensor grown(
      Tensor x, int axis, long kernel, long stride, String padding, long more) {
    long beyond;
    if (padding.equals("VALID")) {
      beyond = kernel + (more < 0 ? Math.max(0, stride - kernel) : more);
    } else {
      beyond = more < 0 ? stride : kernel % 2 + more;
    }
    long known = x.shape().get(axis);
    return known >= 0
        ? Constants.integer((known - 1) * stride + beyond)
        : size(x, axis).subtract(1).multiply((int) stride).add((int) beyond);
  }
}

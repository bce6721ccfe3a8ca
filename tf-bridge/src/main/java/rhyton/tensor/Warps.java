package rhyton.tensor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The ops behind {@link ImageOps} that move pixels, cut patches and change colors. */
final class Warps {
  private static final KerasOp.Family IMAGE = new KerasOp.Family("image");

  static final KerasOp AFFINE_TRANSFORM =
      IMAGE.op(
          "AffineTransform",
          c -> images("AffineTransform", c, x -> transformed(c, x)),
          "interpolation",
          "bilinear",
          "fill_mode",
          "constant",
          "fill_value",
          0,
          "data_format",
          null);
  static final KerasOp EXTRACT_PATCHES =
      IMAGE.op(
          "ExtractPatches",
          Warps::patches,
          "size",
          null,
          "strides",
          null,
          "dilation_rate",
          1,
          "padding",
          "valid",
          "data_format",
          null);
  static final KerasOp RGB_TO_GRAYSCALE =
      IMAGE.op(
          "RGBToGrayscale",
          c -> images("RGBToGrayscale", c, Warps::grayscale),
          "data_format",
          null);
  static final KerasOp RGB_TO_HSV = colors("RGBToHSV");
  static final KerasOp HSV_TO_RGB = colors("HSVToRGB");

  private Warps() {}

  static Collection<KerasOp> all() {
    return IMAGE.all();
  }

  private static KerasOp colors(String type) {
    return IMAGE.op(
        type,
        c -> {
          if (!c.tensor(0).dtype().isFloating()) {
            throw new IllegalArgumentException(
                type + ": images must be of a floating type. Received: " + c.tensor(0));
          }
          return images(type, c, x -> Kernels.unary(type, x));
        },
        "data_format",
        null);
  }

  /** A function of a batch of images with the channels last, also for one image. */
  private static Tensor images(String op, OpCall c, UnaryOperator<Tensor> function) {
    Tensor x = c.tensor(0);
    if (x.rank() != 3 && x.rank() != 4) {
      throw new IllegalArgumentException(
          op + ": images must have 3 or 4 axes. Received: shape=" + x.shape());
    }
    Tensor batch = x.rank() == 3 ? Spatial.expand(x, 0) : x;
    Tensor y = Spatial.channelsLast(c, batch, function);
    return x.rank() == 3 ? y.squeeze(0) : y;
  }

  private static String oneOf(String name, Object value, List<String> known) {
    if (!known.contains(String.valueOf(value))) {
      throw new IllegalArgumentException(
          "AffineTransform: `"
              + name
              + "` must be one of "
              + known
              + ". Received: "
              + name
              + "="
              + value);
    }
    return value.toString().toUpperCase(Locale.ROOT);
  }

  private static Tensor transformed(OpCall c, Tensor x) {
    Tensor given = Tensor.convert(c.arguments().get(1), DType.FLOAT32);
    Object mode = c.option("fill_mode");
    return Op.of("ImageProjectiveTransformV3")
        .in(x)
        .in(given.rank() == 1 ? given.expandDims(0) : given)
        .in(Kernels.shapeOf(x).getItem(Slice.of(1, 3)))
        .in(Constants.scalar(c.number("fill_value"), DType.FLOAT32))
        .attr(
            "interpolation",
            oneOf("interpolation", c.option("interpolation"), List.of("nearest", "bilinear")))
        .attr(
            "fill_mode",
            oneOf("fill_mode", mode, List.of("constant", "nearest", "wrap", "reflect")))
        .one();
  }

  private static Tensor grayscale(Tensor x) {
    if (x.shape().get(-1) == 1) {
      return x;
    }
    DType dtype = Promotion.withFloat(x.dtype());
    Tensor weights = Tensor.of(new double[][] {{0.2989}, {0.5870}, {0.1140}});
    Tensor grey = Kernels.cast(x, dtype).matmul(Kernels.cast(weights, dtype));
    return Kernels.cast(grey, x.dtype());
  }

  /** A convolution with a kernel that picks each element of the window. */
  private static Tensor patches(OpCall c) {
    Tensor given = c.tensor(0);
    long[] sizes = Axes.longs(c.option("size"));
    long[] size = sizes.length > 1 ? sizes : new long[given.rank() == 5 ? 3 : 2];
    Arrays.setAll(size, i -> sizes[sizes.length > 1 ? i : 0]);
    boolean single = given.rank() == size.length + 1;
    Tensor x = single ? Spatial.expand(given, 0) : given;
    long channels = x.shape().get(Spatial.isChannelsLast(c) ? -1 : 1);
    long all = channels * Arrays.stream(size).reduce(1, (a, b) -> a * b);
    double[] ones = new double[Math.toIntExact(all)];
    Arrays.fill(ones, 1);
    Tensor eye = Kernels.cast(Diagonals.matrix(Tensor.of(ones), 0), x.dtype());
    long[] shape = Arrays.copyOf(size, size.length + 2);
    shape[size.length] = channels;
    shape[size.length + 1] = all;
    OpCall call = OpCall.of(x, Kernels.reshape(eye, shape));
    Object strides = c.option("strides");
    Tensor y =
        Convolutions.CONV.one(
            call.with("strides", strides == null ? c.option("size") : strides)
                .with("padding", c.option("padding"))
                .with("data_format", c.option("data_format"))
                .with("dilation_rate", c.option("dilation_rate")));
    return single ? y.squeeze(0) : y;
  }
}

package rhyton.tensor;

import java.util.ArrayList;
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
          c -> images("AffineTransform", c, x -> transformed(c, x, affine(c))),
          "interpolation",
          "bilinear",
          "fill_mode",
          "constant",
          "fill_value",
          0,
          "data_format",
          null);
  static final KerasOp PERSPECTIVE_TRANSFORM =
      IMAGE.op(
          "PerspectiveTransform",
          c -> images("PerspectiveTransform", c, x -> transformed(c, x, perspective(c))),
          "interpolation",
          "bilinear",
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

  private static final Object[] ONE_COLUMN = {Slice.ELLIPSIS, Slice.of(0, 1)};

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
          "The transform's `"
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

  private static Tensor affine(OpCall c) {
    Tensor given = Tensor.convert(c.arguments().get(1), DType.FLOAT32);
    return given.rank() == 1 ? given.expandDims(0) : given;
  }

  /** The transform that brings the corners of the result to those of the image. */
  private static Tensor perspective(OpCall c) {
    Tensor start = corners(c, "start_points", 1);
    Tensor end = corners(c, "end_points", 2);
    Tensor ends = ShapeOps.concatenate(List.of(end, end.getItem(ONE_COLUMN).onesLike()), -1);
    Tensor none = ends.zerosLike();
    List<Tensor> equations = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Tensor to = start.getItem(Slice.ELLIPSIS, Slice.of(i, i + 1));
      List<Tensor> own = i == 0 ? List.of(ends, none) : List.of(none, ends);
      equations.add(
          ShapeOps.concatenate(List.of(own.get(0), own.get(1), to.negative().multiply(end)), -1));
    }
    Tensor matrix = ShapeOps.stack(equations, 2).reshape(-1, 8, 8);
    return matrix.solve(start.reshape(-1, 8, 1)).reshape(-1, 8);
  }

  private static Tensor corners(OpCall c, String name, int argument) {
    Tensor points = Tensor.convert(c.arguments().get(argument), DType.FLOAT32);
    Tensor batch = points.rank() == 2 ? points.expandDims(0) : points;
    if (batch.rank() != 3 || batch.shape().get(1) != 4 || batch.shape().get(2) != 2) {
      throw new IllegalArgumentException(
          "PerspectiveTransform: `"
              + name
              + "` must be four points, (4, 2), or four for each image. Received: shape="
              + points.shape());
    }
    return batch;
  }

  private static Tensor transformed(OpCall c, Tensor x, Tensor transforms) {
    Object mode = c.options().getOrDefault("fill_mode", "constant");
    return Op.of("ImageProjectiveTransformV3")
        .in(x)
        .in(transforms)
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

package rhyton.tensor;

import java.util.Collection;
import java.util.List;

/** The ops behind {@link NormOps}. */
final class Normalizations {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  /** The greatest number of float16: moments of half precision stay below it. */
  private static final double MOST_OF_FLOAT16 = 65504;

  static final KerasOp MOMENTS =
      NN.op(
          "Moments",
          Normalizations::moments,
          "axes",
          null,
          "keepdims",
          false,
          "synchronized",
          false);
  static final KerasOp BATCH_NORM =
      NN.op("BatchNorm", Normalizations::batchNorm, "axis", null, "epsilon", 1e-3);
  static final KerasOp LAYER_NORM =
      NN.op(
          "LayerNorm",
          Normalizations::layerNorm,
          "axis",
          -1,
          "epsilon",
          null,
          "rms_scaling",
          false);
  static final KerasOp RMS_NORM =
      NN.op("RMSNorm", Normalizations::rmsNorm, "axis", -1, "epsilon", null);
  static final KerasOp NORMALIZE =
      NN.op("Normalize", Normalizations::normalize, "axis", -1, "order", 2, "epsilon", null);

  private Normalizations() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static List<Tensor> moments(OpCall c) {
    if (c.flag("synchronized")) {
      throw new UnsupportedOperationException("Moments: `synchronized` needs several replicas");
    }
    Tensor x = c.floating(0);
    int[] axes = Axes.of(c.option("axes"), x.shape());
    Tensor wide = half(x.dtype()) ? Kernels.cast(x, DType.FLOAT32) : x;
    Tensor mean = Kernels.reduce("Mean", wide, axes, true);
    boolean keepdims = c.flag("keepdims");
    Tensor variance = variance(wide, mean, axes, keepdims);
    Tensor first = keepdims || axes.length == 0 ? mean : mean.squeeze(axes);
    return List.of(narrow(first, x.dtype()), narrow(variance, x.dtype()));
  }

  /** The gradient by the mean is zero here, which the rule of the op is told by a mark. */
  private static Tensor variance(Tensor x, Tensor mean, int[] axes, boolean keepdims) {
    Tensor squares = Op.of("SquaredDifference").in(x).in(mean).attr("_second_is_mean", true).one();
    return Kernels.reduce("Mean", squares, axes, keepdims);
  }

  private static boolean half(DType dtype) {
    return dtype == DType.FLOAT16 || dtype == DType.BFLOAT16;
  }

  private static Tensor narrow(Tensor x, DType dtype) {
    return half(dtype) ? Kernels.cast(x.clip(-MOST_OF_FLOAT16, MOST_OF_FLOAT16), dtype) : x;
  }

  /** x · inv + (offset - mean · inv), inv = scale / sqrt(variance + epsilon). */
  private static Tensor batchNorm(OpCall c) {
    Tensor x = c.floating(0);
    int axis = x.shape().axis(c.integer("axis"));
    Tensor mean = channels(c, 1, x, axis);
    Tensor variance = channels(c, 2, x, axis);
    Tensor offset = channels(c, 3, x, axis);
    Tensor scale = channels(c, 4, x, axis);
    Tensor inverse = variance.add(c.number("epsilon")).rsqrt();
    Tensor factor = scale == null ? inverse : inverse.multiply(scale);
    Tensor shift = mean.multiply(factor);
    Tensor moved = offset == null ? shift.negative() : offset.subtract(shift);
    return x.multiply(factor.cast(x.dtype())).add(moved.cast(x.dtype()));
  }

  /** An argument of one number for each channel, so that it broadcasts; null if it is not there. */
  private static Tensor channels(OpCall c, int index, Tensor x, int axis) {
    if (c.arguments().size() <= index || c.arguments().get(index) == null) {
      return null;
    }
    Tensor value = c.tensor(index);
    if (axis == x.rank() - 1) {
      return value;
    }
    long[] shape = Spatial.ones(x.rank());
    shape[axis] = value.shape().get(0);
    return Kernels.reshape(value, shape);
  }

  private static double epsilon(OpCall c) {
    return c.option("epsilon") == null ? OpDefaults.epsilon() : c.number("epsilon");
  }

  private static Tensor layerNorm(OpCall c) {
    DType dtype = c.tensor(0).dtype();
    Tensor x = Kernels.cast(c.tensor(0), Promotion.join(dtype, DType.FLOAT32));
    int[] axes = c.axes(x.shape());
    Tensor gamma = parameter(c, 1, x, axes);
    Tensor beta = parameter(c, 2, x, axes);
    double epsilon = epsilon(c);
    Tensor mean = Kernels.reduce("Mean", x, axes, true);
    Tensor inverse = variance(x, mean, axes, true).add(epsilon).rsqrt();
    Tensor factor = gamma == null ? inverse : inverse.multiply(gamma);
    if (c.flag("rms_scaling")) {
      return Kernels.cast(x.multiply(factor), dtype);
    }
    Tensor shift = mean.negative().multiply(factor);
    Tensor moved = beta == null ? shift : shift.add(beta);
    return Kernels.cast(x.multiply(factor).add(moved), dtype);
  }

  /** An argument of the normalized axes' shape, so that it broadcasts; null if it is not there. */
  private static Tensor parameter(OpCall c, int index, Tensor x, int[] axes) {
    if (c.arguments().size() <= index || c.arguments().get(index) == null) {
      return null;
    }
    Tensor value = Kernels.cast(c.tensor(index), x.dtype());
    if (value.rank() == x.rank() || axes.length == 1 && axes[0] == x.rank() - 1) {
      return value;
    }
    long[] shape = Spatial.ones(x.rank());
    for (int axis : axes) {
      shape[axis] = x.shape().get(axis);
    }
    return Kernels.reshape(value, shape);
  }

  private static Tensor rmsNorm(OpCall c) {
    DType dtype = c.tensor(0).dtype();
    Tensor whole = Kernels.cast(c.tensor(0), Promotion.join(dtype, DType.FLOAT32));
    Tensor x = whole.rank() == 0 ? Spatial.expand(whole, 0) : whole;
    double epsilon = epsilon(c);
    Tensor mean = Kernels.reduce("Mean", x.square(), c.axes(x.shape()), true);
    Tensor y = x.multiply(mean.add(epsilon).rsqrt());
    boolean scaled = c.arguments().size() > 1 && c.arguments().get(1) != null;
    return Kernels.cast(scaled ? y.multiply(Kernels.cast(c.tensor(1), x.dtype())) : y, dtype);
  }

  private static Tensor normalize(OpCall c) {
    Object order = c.option("order");
    if (!(order instanceof Integer || order instanceof Long) || c.integer("order") < 1) {
      throw new IllegalArgumentException(
          "Normalize: `order` must be a whole number of at least 1. Received: order=" + order);
    }
    Tensor whole = c.tensor(0);
    Tensor x = whole.rank() == 0 ? Spatial.expand(whole, 0) : whole;
    double epsilon = epsilon(c);
    if (c.integer("order") == 2) {
      Tensor sum = Kernels.reduce("Sum", x.square(), c.axes(x.shape()), true);
      return x.multiply(sum.rsqrt().minimum(1 / epsilon));
    }
    Tensor norm = Norms.vector(x, c.number("order"), c.axes(x.shape()), true);
    return x.divide(norm.maximum(epsilon));
  }
}

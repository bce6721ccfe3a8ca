package rhyton.tensor;

import java.util.Collection;

/** The op behind {@link ImageOps#scaleAndTranslate}: each axis by a matrix of weights. */
final class Sampling {
  private static final KerasOp.Family IMAGE = new KerasOp.Family("image");

  static final KerasOp SCALE_AND_TRANSLATE =
      IMAGE.op(
          "ScaleAndTranslate",
          Sampling::resample,
          "spatial_dims",
          null,
          "method",
          null,
          "antialias",
          true);

  private Sampling() {}

  static Collection<KerasOp> all() {
    return IMAGE.all();
  }

  private static Tensor resample(OpCall c) {
    Tensor given = c.tensor(0);
    Object shape = c.arguments().get(1);
    DType dtype = Promotion.withFloat(Promotion.of(c.arguments().subList(2, 4)));
    Tensor scale = Tensor.convert(c.arguments().get(2), dtype);
    Tensor translation = Tensor.convert(c.arguments().get(3), dtype);
    int[] axes = Axes.ints(c.option("spatial_dims"));
    boolean whole = given.dtype().isInteger();
    Tensor x = whole ? Kernels.cast(given, DType.FLOAT32) : given;
    for (int i = 0; i < axes.length; i++) {
      int axis = x.shape().axis(axes[i]);
      Tensor from = Kernels.shapeOf(given).getItem(axis);
      Tensor weights =
          weights(c, from, side(shape, axis), scale.getItem(i), translation.getItem(i));
      Tensor last = x.moveaxis(axis, -1).matmul(Kernels.cast(weights, x.dtype()));
      x = last.moveaxis(-1, axis);
    }
    return whole
        ? Kernels.cast(x, DType.FLOAT32)
            .round()
            .maximum(given.min())
            .minimum(given.max())
            .cast(given.dtype())
        : x;
  }

  /** The length of one axis of a shape that may be known only when it runs. */
  private static Tensor side(Object shape, int axis) {
    return shape instanceof Tensor tensor
        ? Kernels.cast(tensor.getItem(axis), DType.INT32)
        : Constants.integer(Axes.longs(shape)[axis]);
  }

  private static Tensor range(Tensor to, DType dtype) {
    Tensor zero = Constants.integer(0);
    return Op.of("Range").in(zero).in(to).in(Constants.integer(1)).one().cast(dtype);
  }

  /** How much each element of the axis counts for each of the new ones. */
  private static Tensor weights(
      OpCall c, Tensor from, Tensor to, Tensor scale, Tensor translation) {
    DType dtype = scale.dtype();
    Tensor inverse = scale.reciprocal();
    Tensor target = range(to, dtype).add(0.5).subtract(translation);
    Tensor sample = target.multiply(inverse).subtract(0.5);
    Tensor distance = sample.subtract(range(from, dtype).expandDims(1)).absolute();
    Tensor x = c.flag("antialias") ? distance.divide(inverse.maximum(1)) : distance;
    Tensor raw = kernel(String.valueOf(c.option("method")), x);
    Tensor sums = raw.sum(true, 0);
    Tensor safe = sums.notEqual(0).where(sums, 1);
    Tensor shares = sums.absolute().greater(1000 * Math.ulp(1f)).where(raw.divide(safe), 0);
    Tensor end = from.cast(dtype).subtract(0.5);
    Tensor inside = sample.greaterEqual(-0.5).logicalAnd(sample.lessEqual(end));
    return inside.where(shares, 0);
  }

  private static Tensor kernel(String method, Tensor x) {
    return switch (method) {
      case "linear", "bilinear", "trilinear", "triangle" ->
          x.zerosLike().maximum(x.negative().add(1));
      case "cubic", "bicubic", "tricubic" -> cubic(x);
      case "lanczos3" -> lanczos(3, x);
      case "lanczos5" -> lanczos(5, x);
      default ->
          throw new IllegalArgumentException(
              "ScaleAndTranslate: `method` must be one of \"linear\", \"cubic\", \"lanczos3\","
                  + " \"lanczos5\". Received: method="
                  + method);
    };
  }

  private static Tensor cubic(Tensor x) {
    Tensor near = x.multiply(1.5).subtract(2.5).multiply(x).multiply(x).add(1);
    Tensor far = x.multiply(-0.5).add(2.5).multiply(x).subtract(4).multiply(x).add(2);
    return x.greaterEqual(2).where(0, x.greaterEqual(1).where(far, near));
  }

  private static Tensor lanczos(double radius, Tensor x) {
    Tensor angle = x.multiply(Math.PI);
    Tensor waves = angle.sin().multiply(angle.divide(radius).sin()).multiply(radius);
    Tensor squares = x.notEqual(0).where(angle.square(), 1);
    Tensor inner = x.greater(1e-3).where(waves.divide(squares), 1);
    return x.greater(radius).where(0, inner);
  }
}

package rhyton.tensor;

/** Norms of vectors and matrices, behind {@link LinalgOps#norm}. */
final class Norms {
  private Norms() {}

  static Tensor norm(OpCall c) {
    Tensor given = c.tensor(0);
    boolean wide = given.dtype() == DType.INT64;
    Tensor x = Kernels.cast(given, wide ? DType.FLOAT32 : Promotion.withFloat(given.dtype()));
    Object axis = c.option("axis");
    int[] axes = axis == null ? Axes.of(null, x.shape()) : Axes.ints(axis);
    for (int i = 0; i < axes.length; i++) {
      axes[i] = x.shape().axis(axes[i]);
    }
    boolean keepdims = c.flag("keepdims");
    Object order = c.option("ord");
    if (order == null || order.equals("fro") && axes.length == 2) {
      return euclidean(x, axes, keepdims);
    }
    if (axes.length == 1 && !order.equals("fro") && !order.equals("nuc")) {
      return vector(x, number(order), axes, keepdims);
    }
    if (axes.length == 2) {
      return matrix(x, order, axes, keepdims);
    }
    throw unknown(order, axes.length);
  }

  private static IllegalArgumentException unknown(Object order, int axes) {
    return new IllegalArgumentException(
        "Norm: there is no such norm over " + axes + " axes. Received: ord=" + order);
  }

  /** A number, or a text such as "inf" as files have it. */
  private static double number(Object order) {
    return order instanceof Number given
        ? given.doubleValue()
        : order.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static Tensor euclidean(Tensor x, int[] axes, boolean keepdims) {
    Tensor squares =
        x.dtype().isComplex() ? x.multiply(Kernels.unary("Conj", x)) : Kernels.unary("Square", x);
    return Kernels.reduce("Sum", squares, axes, keepdims).sqrt();
  }

  static Tensor vector(Tensor x, double order, int[] axes, boolean keepdims) {
    if (order == 2) {
      return euclidean(x, axes, keepdims);
    }
    if (order == 0) {
      return Kernels.reduce("Sum", x.notEqual(0).cast(x.dtype()), axes, keepdims);
    }
    if (Double.isInfinite(order)) {
      return Kernels.reduce(order > 0 ? "Max" : "Min", x.absolute(), axes, keepdims);
    }
    Tensor powers = x.absolute().power(order);
    return Kernels.reduce("Sum", powers, axes, keepdims).power(1 / order);
  }

  private static Tensor matrix(Tensor x, Object order, int[] axes, boolean keepdims) {
    if (order.equals("nuc") || number(order) == 2 || number(order) == -2) {
      return bySingularValues(x, order, axes, keepdims);
    }
    double number = number(order);
    if (Math.abs(number) != 1 && !Double.isInfinite(number)) {
      throw unknown(order, 2);
    }
    int summed = Math.abs(number) == 1 ? axes[0] : axes[1];
    int compared = Math.abs(number) == 1 ? axes[1] : axes[0];
    Tensor sums = Kernels.reduce("Sum", x.absolute(), new int[] {summed}, true);
    Tensor most = Kernels.reduce(number > 0 ? "Max" : "Min", sums, new int[] {compared}, true);
    return keepdims ? most : most.squeeze(axes);
  }

  private static Tensor bySingularValues(Tensor x, Object order, int[] axes, boolean keepdims) {
    int[] toEnd = new int[x.rank()];
    int next = 0;
    for (int i = 0; i < x.rank(); i++) {
      if (i != axes[0] && i != axes[1]) {
        toEnd[next++] = i;
      }
    }
    toEnd[next] = axes[0];
    toEnd[next + 1] = axes[1];
    Tensor values = Op.of("Svd").in(x.transpose(toEnd)).attr("compute_uv", false).all().get(0);
    String reduction = order.equals("nuc") ? "Sum" : number(order) > 0 ? "Max" : "Min";
    Tensor norm = Kernels.reduce(reduction, values, new int[] {values.rank() - 1}, false);
    if (!keepdims) {
      return norm;
    }
    Tensor one = norm.expandDims(Math.min(axes[0], axes[1]));
    return one.expandDims(Math.max(axes[0], axes[1]));
  }
}

package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link NnOps}. */
final class Nn {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp ONE_HOT =
      NN.op("OneHot", Nn::oneHot, "num_classes", null, "axis", -1, "dtype", null, "sparse", false);
  static final KerasOp MULTI_HOT =
      NN.op(
          "MultiHot",
          Nn::multiHot,
          "num_classes",
          null,
          "axis",
          -1,
          "dtype",
          null,
          "sparse",
          false);
  static final KerasOp PSNR = NN.op("PSNR", Nn::psnr, "max_val", null);
  static final KerasOp POLAR = NN.op("Polar", Nn::polar);
  static final KerasOp DOT_PRODUCT_ATTENTION =
      NN.op(
          "DotProductAttention",
          Nn::attention,
          "is_causal",
          false,
          "flash_attention",
          null,
          "attn_logits_soft_cap",
          null);

  private Nn() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static Tensor oneHot(OpCall c) {
    String name = (String) c.option("dtype");
    return oneHot("OneHot", c, name == null ? DType.FLOAT32 : DType.of(name));
  }

  private static Tensor oneHot(String op, OpCall c, DType dtype) {
    if (c.flag("sparse")) {
      throw new UnsupportedOperationException(op + ": `sparse` tensors do not exist here");
    }
    Tensor x = Kernels.cast(c.tensor(0), DType.INT64);
    DType counted = dtype == DType.BOOL ? DType.UINT8 : dtype;
    Tensor hot =
        Op.of("OneHot")
            .in(x)
            .in(Constants.integer(c.integer("num_classes")))
            .in(Constants.scalar(1, counted))
            .in(Constants.scalar(0, counted))
            .attr("axis", c.integer("axis"))
            .one();
    return Kernels.cast(hot, dtype);
  }

  private static Tensor multiHot(OpCall c) {
    String name = (String) c.option("dtype");
    DType dtype = name == null ? DType.FLOAT32 : DType.of(name);
    Tensor hot = oneHot("MultiHot", c, dtype);
    int samples = c.tensor(0).rank() > 1 ? 1 : 0;
    String reduction = dtype == DType.BOOL ? "Any" : "Max";
    return Kernels.reduce(reduction, hot, new int[] {samples}, false);
  }

  /** 20 log10(max) - 10 log10(mean square of the difference). */
  private static Tensor psnr(OpCall c) {
    Tensor a = c.floating(0);
    Tensor b = c.floating(1);
    if (!a.shape().isCompatibleWith(b.shape())) {
      throw new IllegalArgumentException(
          "PSNR: both must have the same shape. Received: " + a.shape() + " and " + b.shape());
    }
    Tensor error = a.subtract(b).square().mean();
    double greatest = 20 * Math.log10(c.number("max_val"));
    return error.log().multiply(-10 / Math.log(10)).add(greatest);
  }

  private static Tensor polar(OpCall c) {
    Tensor length = c.floating(0);
    Tensor angle = c.floating(1);
    boolean wide = length.dtype() == DType.FLOAT64;
    return Op.of("Complex")
        .in(length.multiply(angle.cos()))
        .in(length.multiply(angle.sin()))
        .attr("Tout", wide ? DType.COMPLEX128 : DType.COMPLEX64)
        .one();
  }

  // ---- attention -----------------------------------------------------------------------------

  /** Query, key and value are (batch, length, heads, size). */
  private static Tensor attention(OpCall c) {
    if (c.flag("flash_attention")) {
      throw new UnsupportedOperationException(
          "DotProductAttention: there is no `flash_attention` in TensorFlow");
    }
    if (c.option("attn_logits_soft_cap") != null) {
      throw new UnsupportedOperationException(
          "DotProductAttention: there is no `attn_logits_soft_cap` in TensorFlow");
    }
    DType dtype = Promotion.of(c.arguments().subList(0, 3));
    Tensor query = heads(c, 0, dtype);
    Tensor key = heads(c, 1, dtype);
    Tensor value = heads(c, 2, dtype);
    long groups = query.shape().get(1) / Math.max(1, key.shape().get(1));
    if (key.shape().get(1) > 1 && groups > 1) {
      key = key.repeat((int) groups, 1);
      value = value.repeat((int) groups, 1);
    }
    DType wide = Promotion.join(dtype, DType.FLOAT32);
    Tensor scores = Op.of("BatchMatMulV2").in(query).in(key).attr("adj_y", true).one().cast(wide);
    Tensor scaled = scores.multiply(scale(c, key).cast(wide));
    Tensor biased = argument(c, 3) == null ? scaled : scaled.add(c.tensor(3).cast(wide));
    Tensor weights = Kernels.unary("Softmax", masked(c, biased)).cast(dtype);
    return Kernels.transpose(Kernels.binary("BatchMatMulV2", weights, value), 0, 2, 1, 3);
  }

  private static Object argument(OpCall c, int index) {
    return c.arguments().size() > index ? c.arguments().get(index) : null;
  }

  private static Tensor heads(OpCall c, int index, DType dtype) {
    Tensor x = Tensor.convert(c.arguments().get(index), dtype);
    if (x.rank() != 4) {
      throw new IllegalArgumentException(
          "DotProductAttention: query, key and value must have 4 axes. Received: shape="
              + x.shape());
    }
    return Kernels.transpose(x, 0, 2, 1, 3);
  }

  private static Tensor scale(OpCall c, Tensor key) {
    Object given = argument(c, 5);
    if (given != null) {
      return Tensor.convert(given, null);
    }
    long size = key.shape().get(-1);
    return size >= 0
        ? Constants.scalar(1 / Math.sqrt((double) size), DType.FLOAT32)
        : Kernels.shapeOf(key).getItem(-1).cast(DType.FLOAT32).rsqrt();
  }

  /** What may not be looked at gets a number far below all others. */
  private static Tensor masked(OpCall c, Tensor scores) {
    Object given = argument(c, 4);
    Tensor allowed = given == null ? null : Kernels.cast(c.tensor(4), DType.BOOL);
    if (c.flag("is_causal")) {
      Tensor sides = Kernels.shapeOf(scores).getItem(Slice.of(2, 4));
      Tensor ones = Kernels.fill(sides, Constants.scalar(1, DType.BOOL));
      Tensor past =
          Op.of("MatrixBandPart").in(ones).in(Constants.integer(-1)).in(Constants.integer(0)).one();
      allowed = allowed == null ? past : allowed.logicalAnd(past);
    }
    double low = scores.dtype() == DType.FLOAT16 ? 65500.0 * -0.7 : 3.38953e38 * -0.7;
    return allowed == null ? scores : allowed.where(scores, low);
  }
}

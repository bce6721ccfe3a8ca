package rhyton.tensor;

import java.util.Collection;
import java.util.List;

/** The ops behind {@link MathOps}. */
final class MathKernels {
  private static final KerasOp.Family MATH = new KerasOp.Family("math");

  static final KerasOp TOP_K = MATH.op("TopK", MathKernels::topK, "k", null, "sorted", true);
  static final KerasOp IN_TOP_K = MATH.op("InTopK", MathKernels::inTopK, "k", null);
  static final KerasOp LOGSUMEXP =
      MATH.op("Logsumexp", MathKernels::logsumexp, "axis", null, "keepdims", false);

  private MathKernels() {}

  static Collection<KerasOp> all() {
    return MATH.all();
  }

  private static List<Tensor> topK(OpCall c) {
    return Op.of("TopKV2")
        .in(c.tensor(0))
        .in(Constants.integer(c.integer("k")))
        .attr("sorted", c.flag("sorted"))
        .all();
  }

  private static Tensor inTopK(OpCall c) {
    Tensor targets = c.tensor(0);
    boolean wide = targets.dtype() == DType.INT64;
    Tensor whole = wide ? targets : Kernels.cast(targets, DType.INT32);
    return Op.of("InTopKV2")
        .in(Kernels.cast(c.tensor(1), DType.FLOAT32))
        .in(whole)
        .in(Constants.scalar(c.integer("k"), whole.dtype()))
        .one();
  }

  private static Tensor logsumexp(OpCall c) {
    Tensor x = c.floating(0);
    int[] axes = c.axes(x.shape());
    Tensor greatest = Kernels.reduce("Max", x, axes, true);
    Tensor zeros = Kernels.zerosLike(greatest);
    Tensor finite = greatest.isfinite().where(greatest, zeros).stopGradient();
    Tensor sum = Kernels.reduce("Sum", x.subtract(finite).exp(), axes, true);
    Tensor result = sum.log().add(finite);
    return c.flag("keepdims") || axes.length == 0 ? result : result.squeeze(axes);
  }
}

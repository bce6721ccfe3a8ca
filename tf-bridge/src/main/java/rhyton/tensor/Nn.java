package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link NnOps}. */
final class Nn {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp ONE_HOT =
      NN.op("OneHot", Nn::oneHot, "num_classes", null, "axis", -1, "dtype", null, "sparse", false);

  private Nn() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static Tensor oneHot(OpCall c) {
    if (c.flag("sparse")) {
      throw new UnsupportedOperationException("OneHot: `sparse` tensors do not exist here");
    }
    String name = (String) c.option("dtype", null);
    DType dtype = name == null ? DType.FLOAT32 : DType.of(name);
    Tensor x = Kernels.cast(c.tensor(0), DType.INT64);
    return Op.of("OneHot")
        .in(x)
        .in(Constants.integer(c.integer("num_classes", 0)))
        .in(Constants.scalar(1, dtype))
        .in(Constants.scalar(0, dtype))
        .attr("axis", c.integer("axis", -1))
        .one();
  }
}

package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link NnOps}. */
final class Nn {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp RELU = NN.op("Relu", c -> Kernels.unary("Relu", c.floating(0)));
  static final KerasOp SIGMOID = NN.op("Sigmoid", c -> Kernels.unary("Sigmoid", c.floating(0)));
  static final KerasOp SOFTMAX = NN.op("Softmax", c -> softmax("Softmax", c), "axis", -1);
  static final KerasOp LOG_SOFTMAX = NN.op("LogSoftmax", c -> softmax("LogSoftmax", c), "axis", -1);
  static final KerasOp ONE_HOT =
      NN.op("OneHot", Nn::oneHot, "num_classes", null, "axis", -1, "dtype", null, "sparse", false);

  private Nn() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  /** The kernels know the last axis only; others are brought there and back. */
  private static Tensor softmax(String type, OpCall c) {
    Tensor x = c.floating(0);
    Object axis = c.option("axis", -1);
    if (axis == null) {
      return like(x, Kernels.unary(type, Kernels.reshape(x, 1, -1)));
    }
    int at = x.shape().axis(((Number) axis).intValue());
    if (at == x.rank() - 1) {
      return Kernels.unary(type, x);
    }
    long[] swap = new long[x.rank()];
    for (int i = 0; i < swap.length; i++) {
      swap[i] = i;
    }
    swap[at] = x.rank() - 1;
    swap[x.rank() - 1] = at;
    return Kernels.transpose(Kernels.unary(type, Kernels.transpose(x, swap)), swap);
  }

  private static Tensor like(Tensor x, Tensor flat) {
    return Op.of("Reshape").in(flat).in(Kernels.shapeOf(x)).one();
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

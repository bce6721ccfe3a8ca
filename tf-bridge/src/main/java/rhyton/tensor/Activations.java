package rhyton.tensor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link ActivationOps}. */
final class Activations {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp RELU = NN.op("Relu", c -> Kernels.unary("Relu", c.tensor(0)));
  static final KerasOp RELU6 = NN.op("Relu6", c -> Kernels.unary("Relu6", c.tensor(0)));
  static final KerasOp SIGMOID = NN.op("Sigmoid", Activations::sigmoid);
  static final KerasOp SPARSE_SIGMOID = NN.op("SparseSigmoid", Activations::sparseSigmoid);
  static final KerasOp SOFTPLUS = NN.op("Softplus", c -> Kernels.unary("Softplus", c.floating(0)));
  static final KerasOp SOFTSIGN = NN.op("Softsign", c -> Kernels.unary("Softsign", c.floating(0)));
  static final KerasOp SOFT_SHRINK = NN.op("SoftShrink", Activations::softShrink, "threshold", 0.5);
  static final KerasOp SPARSE_PLUS = NN.op("SparsePlus", Activations::sparsePlus);
  static final KerasOp SILU = NN.op("Silu", Activations::silu);
  static final KerasOp SQUAREPLUS = NN.op("Squareplus", Activations::squareplus, "b", 4);
  static final KerasOp LOG_SIGMOID =
      NN.op("LogSigmoid", c -> c.floating(0).negative().softplus().negative());
  static final KerasOp LEAKY_RELU =
      NN.op("LeakyRelu", Activations::leakyRelu, "negative_slope", 0.2);
  static final KerasOp HARD_SIGMOID =
      NN.op("HardSigmoid", c -> c.floating(0).add(3).relu6().divide(6));
  static final KerasOp HARD_SILU =
      NN.op("HardSilu", c -> c.floating(0).multiply(c.floating(0).hardSigmoid()));
  static final KerasOp ELU = NN.op("Elu", Activations::elu, "alpha", 1.0);
  static final KerasOp SELU = NN.op("Selu", c -> Kernels.unary("Selu", c.floating(0)));
  static final KerasOp GELU = NN.op("Gelu", Activations::gelu, "approximate", true);
  static final KerasOp CELU = NN.op("Celu", Activations::celu, "alpha", 1.0);
  static final KerasOp GLU = NN.op("Glu", Activations::glu, "axis", -1);
  static final KerasOp TANH_SHRINK =
      NN.op("TanhShrink", c -> c.floating(0).subtract(c.floating(0).tanh()));
  static final KerasOp HARD_TANH = NN.op("HardTanh", c -> c.floating(0).clip(-1, 1));
  static final KerasOp HARD_SHRINK = NN.op("HardShrink", Activations::hardShrink, "threshold", 0.5);
  static final KerasOp THRESHOLD =
      NN.op("Threshold", Activations::threshold, "threshold", null, "default_value", null);
  static final KerasOp SOFTMAX = NN.op("Softmax", Activations::softmax, "axis", -1);
  static final KerasOp LOG_SOFTMAX = NN.op("LogSoftmax", c -> soft("LogSoftmax", c), "axis", -1);
  static final KerasOp SPARSEMAX = NN.op("Sparsemax", Activations::sparsemax, "axis", -1);

  private Activations() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static Tensor sigmoid(OpCall c) {
    Tensor y = Kernels.unary("Sigmoid", c.floating(0));
    y.setLogits(c.tensor(0));
    return y;
  }

  private static Tensor sparseSigmoid(OpCall c) {
    Tensor x = c.floating(0);
    Tensor line = x.add(1).multiply(0.5);
    return x.lessEqual(-1).where(zeros(x), x.greaterEqual(1).where(Kernels.onesLike(x), line));
  }

  private static Tensor softShrink(OpCall c) {
    Tensor x = c.floating(0);
    double threshold = c.number("threshold");
    Tensor below = x.less(-threshold).where(x.add(threshold), zeros(x));
    return x.greater(threshold).where(x.subtract(threshold), below);
  }

  private static Tensor sparsePlus(OpCall c) {
    Tensor x = c.floating(0);
    Tensor parabola = x.add(1).square().multiply(0.25);
    return x.lessEqual(-1).where(zeros(x), x.less(1).where(parabola, x));
  }

  private static Tensor silu(OpCall c) {
    Tensor x = c.floating(0);
    return x.multiply(Kernels.unary("Sigmoid", x));
  }

  private static Tensor squareplus(OpCall c) {
    Tensor x = c.floating(0);
    return x.add(x.square().add(c.number("b")).sqrt()).divide(2);
  }

  private static Tensor leakyRelu(OpCall c) {
    return Op.of("LeakyRelu")
        .in(c.floating(0))
        .attr("alpha", (float) c.number("negative_slope"))
        .one();
  }

  private static Tensor elu(OpCall c) {
    Tensor x = c.floating(0);
    double alpha = c.number("alpha");
    Tensor y = Kernels.unary("Elu", x);
    return alpha == 1 ? y : x.greater(0).where(y, y.multiply(alpha));
  }

  private static Tensor gelu(OpCall c) {
    Tensor x = c.floating(0);
    Tensor bell =
        c.flag("approximate")
            ? x.square()
                .multiply(x)
                .multiply(0.044715)
                .add(x)
                .multiply(Math.sqrt(2 / Math.PI))
                .tanh()
            : x.divide(Math.sqrt(2)).erf();
    return x.multiply(0.5).multiply(bell.add(1));
  }

  private static Tensor celu(OpCall c) {
    Tensor x = c.floating(0);
    double alpha = c.number("alpha");
    return x.maximum(0.0).add(x.minimum(0.0).divide(alpha).expm1().multiply(alpha));
  }

  private static Tensor glu(OpCall c) {
    Tensor x = c.floating(0);
    int axis = c.integer("axis");
    if (x.shape().get(axis) % 2 == 1) {
      throw new IllegalArgumentException(
          "Glu: the size of the axis must be even. Received: shape="
              + x.shape()
              + " and axis="
              + axis);
    }
    List<Tensor> halves = x.split(2, axis);
    return halves.get(0).multiply(Kernels.unary("Sigmoid", halves.get(1)));
  }

  private static Tensor hardShrink(OpCall c) {
    Tensor x = c.floating(0);
    return x.absolute().greater(c.number("threshold")).where(x, zeros(x));
  }

  private static Tensor threshold(OpCall c) {
    Tensor x = c.floating(0);
    return x.greater(c.number("threshold")).where(x, c.number("default_value"));
  }

  private static Tensor zeros(Tensor x) {
    return Kernels.zerosLike(x);
  }

  private static Tensor softmax(OpCall c) {
    Tensor y = soft("Softmax", c);
    if (!(c.option("axis") instanceof List<?>)) {
      y.setLogits(c.tensor(0));
    }
    return y;
  }

  private static Tensor soft(String type, OpCall c) {
    Tensor x = c.floating(0);
    Object axis = c.option("axis");
    if (axis == null) {
      Tensor line = Kernels.reshape(x, 1, -1);
      return Op.of("Reshape").in(Kernels.unary(type, line)).in(Kernels.shapeOf(x)).one();
    }
    if (axis instanceof Number one) {
      return alongLast(x, x.shape().axis(one.intValue()), line -> Kernels.unary(type, line));
    }
    int[] axes = c.axes(x.shape());
    Tensor shifted = x.subtract(x.max(true, axes).stopGradient());
    Tensor exponentials = shifted.exp();
    Tensor sum = exponentials.sum(true, axes);
    return type.equals("Softmax") ? exponentials.divide(sum) : shifted.subtract(sum.log());
  }

  /** Applies what knows the last axis only to another one: it is brought there and back. */
  static Tensor alongLast(Tensor x, int axis, java.util.function.UnaryOperator<Tensor> function) {
    int last = x.rank() - 1;
    if (axis == last) {
      return function.apply(x);
    }
    long[] swap = new long[x.rank()];
    Arrays.setAll(swap, i -> i == axis ? last : i == last ? axis : i);
    return Kernels.transpose(function.apply(Kernels.transpose(x, swap)), swap);
  }

  private static Tensor sparsemax(OpCall c) {
    Tensor logits = c.floating(0);
    int axis = logits.shape().axis(c.integer("axis"));
    return alongLast(logits, axis, Activations::sparsemaxOfLast);
  }

  /**
   * Keras's formula.
   *
   * <p><b>Porting note:</b> the threshold is taken from the sum of the running sums of the support,
   * not from its sum, as Keras does; so rows whose support has more than one element do not sum to
   * 1 exactly. Each element of the support is in the running sums of those behind it and in its
   * own; multiplied by that number z itself is summed, so that no gradient has to pass the sorting.
   */
  private static Tensor sparsemaxOfLast(Tensor z) {
    Tensor size = Kernels.shapeOf(z).getItem(-1);
    List<Tensor> sorted = largest(z.stopGradient(), size);
    Tensor sums = sorted.get(0).cumsum(-1);
    Tensor one = Constants.integer(1);
    Tensor ranks = Op.of("Range").in(one).in(size.add(1)).in(one).one().cast(z.dtype());
    Tensor support = sorted.get(0).subtract(sums.subtract(1).divide(ranks)).greater(0);
    Tensor count = support.cast(z.dtype()).sum(true, -1);
    Tensor position = largest(sorted.get(1).negative(), size).get(1).cast(z.dtype());
    Tensor inside = z.multiply(count.subtract(position).maximum(0.0)).sum(true, -1);
    return z.subtract(inside.subtract(1).divide(count)).maximum(0.0);
  }

  /** Values and positions along the last axis, largest first. */
  private static List<Tensor> largest(Tensor x, Tensor count) {
    return Op.of("TopKV2").in(x).in(count).attr("sorted", true).all();
  }
}

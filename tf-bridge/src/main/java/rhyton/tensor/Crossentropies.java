package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link LossOps}. */
final class Crossentropies {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp BINARY =
      NN.op("BinaryCrossentropy", Crossentropies::binary, "from_logits", false);
  static final KerasOp CATEGORICAL =
      NN.op(
          "CategoricalCrossentropy", Crossentropies::categorical, "from_logits", false, "axis", -1);
  static final KerasOp SPARSE_CATEGORICAL =
      NN.op(
          "SparseCategoricalCrossentropy",
          Crossentropies::sparseCategorical,
          "from_logits",
          false,
          "axis",
          -1);

  private Crossentropies() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  /** The output, or the logits that it was computed from, and which of both it is. */
  private record Output(Tensor tensor, boolean isLogits) {
    static Output of(OpCall c) {
      Tensor output = c.floating(1);
      Tensor logits = output.logits();
      boolean there = logits != null && !(logits.isValue() && logits.handle().isClosed());
      return there ? new Output(logits, true) : new Output(output, c.flag("from_logits"));
    }
  }

  private static Tensor clipped(Tensor probabilities) {
    double epsilon = OpDefaults.epsilon();
    return probabilities.clip(epsilon, 1 - epsilon);
  }

  private static Tensor target(OpCall c, Tensor output) {
    Tensor target = c.tensor(0);
    if (target.rank() != output.rank()) {
      throw mismatch(
          "Arguments `target` and `output` must have the same rank (ndim).", target, output);
    }
    if (!target.shape().isCompatibleWith(output.shape())) {
      throw mismatch("Arguments `target` and `output` must have the same shape.", target, output);
    }
    return Kernels.cast(target, output.dtype());
  }

  private static IllegalArgumentException mismatch(String problem, Tensor target, Tensor output) {
    return new IllegalArgumentException(
        (problem + " Received: target.shape=" + target.shape())
            + (", output.shape=" + output.shape()));
  }

  private static Tensor binary(OpCall c) {
    Output output = Output.of(c);
    Tensor x = output.tensor();
    Tensor target = target(c, x);
    if (output.isLogits()) {
      return ofLogits(target, x);
    }
    Tensor p = clipped(x);
    Tensor yes = target.multiply(p.log());
    Tensor no = target.negative().add(1).multiply(p.negative().add(1).log());
    return yes.add(no).negative();
  }

  /** {@code max(x, 0) - x t + log(1 + exp(-|x|))}, whose small values are exact. */
  private static Tensor ofLogits(Tensor target, Tensor x) {
    Tensor positive = x.greaterEqual(0);
    Tensor linear = positive.where(x, 0).subtract(x.multiply(target));
    return linear.add(positive.where(x.negative(), x).exp().log1p());
  }

  private static Tensor categorical(OpCall c) {
    Output output = Output.of(c);
    Tensor x = output.tensor();
    Tensor target = target(c, x);
    int axis = x.shape().axis(c.integer("axis"));
    if (output.isLogits()) {
      boolean half = x.dtype() == DType.FLOAT16 || x.dtype() == DType.BFLOAT16;
      DType precise = half ? DType.FLOAT32 : x.dtype();
      return softmaxCrossentropy(x.cast(precise), target.cast(precise), axis).cast(x.dtype());
    }
    Tensor sum = Kernels.reduce("Sum", x, new int[] {axis}, true);
    Tensor logs = clipped(x.divide(sum)).log();
    return Kernels.reduce("Sum", target.multiply(logs), new int[] {axis}, false).negative();
  }

  /** The kernel wants rows of classes. */
  private static Tensor softmaxCrossentropy(Tensor logits, Tensor target, int axis) {
    int last = logits.rank() - 1;
    if (axis != last) {
      int[] order = new int[logits.rank()];
      for (int i = 0; i <= last; i++) {
        order[i] = i == last ? axis : i < axis ? i : i + 1;
      }
      return softmaxCrossentropy(logits.transpose(order), target.transpose(order), last);
    }
    Tensor rows =
        Op.of("SoftmaxCrossEntropyWithLogits").in(rows(logits)).in(rows(target)).all().get(0);
    return logits.rank() == 2 ? rows : withoutLast(rows, logits);
  }

  private static Tensor rows(Tensor x) {
    if (x.rank() == 2) {
      return x;
    }
    long classes = x.shape().get(-1);
    if (classes >= 0) {
      return Kernels.reshape(x, -1, classes);
    }
    Tensor last = Kernels.shapeOf(x).getItem(Slice.of(-1, null));
    Tensor shape = Kernels.concat(java.util.List.of(Constants.ints(-1), last), 0);
    return Op.of("Reshape").in(x).in(shape).one();
  }

  /** One number for each row, in the shape of a tensor without its last axis. */
  private static Tensor withoutLast(Tensor rows, Tensor like) {
    Shape shape = like.shape().slice(0, -1);
    long unknown = java.util.Arrays.stream(shape.toArray()).filter(d -> d < 0).count();
    return unknown <= 1
        ? Kernels.reshape(rows, shape.toArray())
        : Op.of("Reshape")
            .in(rows)
            .in(Kernels.shapeOf(like).getItem(Slice.of(0, like.rank() - 1)))
            .one();
  }

  private static Tensor sparseCategorical(OpCall c) {
    Output output = Output.of(c);
    Tensor x = output.tensor();
    int axis = c.integer("axis");
    if (axis != -1 && axis != x.rank() - 1) {
      throw new IllegalArgumentException(
          "Only axis=-1 is currently supported. Received: axis=" + axis);
    }
    Tensor target = labels(c, x);
    Tensor logits = output.isLogits() ? x : clipped(x).log();
    Tensor labels = target.rank() == 1 ? target : Kernels.reshape(target, -1);
    Tensor precise = logits.dtype() == DType.FLOAT16 ? logits.cast(DType.FLOAT32) : logits;
    Tensor line = logits.rank() == 1 ? Kernels.reshape(precise, 1, -1) : rows(precise);
    Tensor losses = Op.of("SparseSoftmaxCrossEntropyWithLogits").in(line).in(labels).all().get(0);
    return (target.rank() == 1 ? losses : withoutLast(losses, logits)).cast(x.dtype());
  }

  /** The numbers of the classes, without a last axis of length 1. */
  private static Tensor labels(OpCall c, Tensor output) {
    Tensor target = Kernels.cast(c.tensor(0), DType.INT64);
    if (target.rank() == output.rank() && target.shape().get(-1) == 1) {
      target = target.squeeze(-1);
    }
    if (output.rank() < 1) {
      throw mismatch("Argument `output` must be at least rank 1.", target, output);
    }
    if (target.rank() != output.rank() - 1) {
      throw mismatch("Argument `output` must have rank (ndim) `target.ndim + 1`.", target, output);
    }
    if (!target.shape().isCompatibleWith(output.shape().slice(0, -1))) {
      throw mismatch(
          "Arguments `target` and `output` must have the same shape up until the last dimension.",
          target,
          output);
    }
    return target;
  }
}

package rhyton.losses;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rhyton.config.KerasConfig;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/**
 * The cross-entropies of {@code keras.ops.nn}. If the output remembers the logits that a softmax or
 * a sigmoid computed it from, these are used in its place: nothing is clipped then.
 */
final class CrossEntropies {
  private CrossEntropies() {}

  /** What is compared: probabilities, or logits. */
  private record Scores(Tensor values, boolean areLogits) {
    static Scores of(Tensor output, boolean fromLogits) {
      Tensor logits = output.logits();
      return logits == null ? new Scores(output, fromLogits) : new Scores(logits, true);
    }

    /** Probabilities whose logarithm is finite. */
    static Tensor clipped(Tensor probabilities) {
      double epsilon = KerasConfig.epsilon();
      return probabilities.clip(epsilon, 1 - epsilon);
    }
  }

  static Tensor binary(Tensor target, Tensor output, boolean fromLogits) {
    checkSameShape(target, output);
    Scores scores = Scores.of(output, fromLogits);
    if (scores.areLogits()) {
      return sigmoid(target, scores.values());
    }
    Tensor p = Scores.clipped(scores.values());
    Tensor ones = target.multiply(p.log());
    Tensor zeros = target.negative().add(1).multiply(p.negative().add(1).log());
    return ones.add(zeros).negative();
  }

  /** In a form that does not overflow: {@code max(x, 0) - x t + log(1 + exp(-|x|))}. */
  private static Tensor sigmoid(Tensor target, Tensor x) {
    Tensor positive = x.greaterEqual(0);
    Tensor minusAbsolute = positive.where(x.negative(), x);
    Tensor linear = positive.where(x, 0).subtract(x.multiply(target));
    return linear.add(minusAbsolute.exp().log1p());
  }

  static Tensor categorical(Tensor target, Tensor output, boolean fromLogits, int axis) {
    checkSameShape(target, output);
    Scores scores = Scores.of(output, fromLogits);
    if (scores.areLogits()) {
      return softmax(lastAxis(target, axis), lastAxis(scores.values(), axis), output.dtype());
    }
    Tensor p = scores.values();
    p = Scores.clipped(p.divide(p.sum(true, axis)));
    return target.multiply(p.log()).sum(axis).negative();
  }

  private static Tensor lastAxis(Tensor x, int axis) {
    int from = x.shape().axis(axis);
    int last = x.rank() - 1;
    int[] order = IntStream.rangeClosed(0, last).map(i -> i < from ? i : i + 1).toArray();
    order[last] = from;
    return from == last ? x : x.transpose(order);
  }

  /** The kernel knows matrices, and computes half precision in single. */
  private static Tensor softmax(Tensor target, Tensor logits, DType dtype) {
    boolean half = dtype == DType.FLOAT16 || dtype == DType.BFLOAT16;
    DType precise = half ? DType.FLOAT32 : dtype;
    Tensor cost =
        Op.of("SoftmaxCrossEntropyWithLogits")
            .in(matrix(logits).cast(precise))
            .in(matrix(target).cast(precise))
            .all()
            .get(0);
    return restore(cost, logits, logits.rank() - 1).cast(dtype);
  }

  static Tensor sparse(Tensor target, Tensor output, boolean fromLogits, int axis) {
    if (axis != -1 && axis != output.rank() - 1) {
      throw new IllegalArgumentException(
          "Only axis=-1 is currently supported. Received: axis=" + axis);
    }
    Scores scores = Scores.of(output, fromLogits);
    boolean column = target.rank() == output.rank() && target.shape().get(-1) == 1;
    Tensor labels = (column ? target.squeeze(-1) : target).cast(DType.INT64);
    checkLabels(labels, output);
    Tensor logits = scores.areLogits() ? scores.values() : Scores.clipped(scores.values()).log();
    boolean half = logits.dtype() == DType.FLOAT16;
    Tensor cost =
        Op.of("SparseSoftmaxCrossEntropyWithLogits")
            .in(matrix(half ? logits.cast(DType.FLOAT32) : logits))
            .in(labels.rank() == 1 ? labels : labels.reshape(-1))
            .all()
            .get(0);
    return restore(cost, labels, labels.rank()).cast(output.dtype());
  }

  private static Tensor matrix(Tensor x) {
    return x.rank() == 2 ? x : x.reshape(List.of(-1, x.dims().get(x.rank() - 1)));
  }

  /** A vector in the first dimensions of what was flattened. */
  private static Tensor restore(Tensor vector, Tensor like, int rank) {
    if (rank == 1) {
      return vector;
    }
    long[] known = like.shape().slice(0, rank).toArray();
    boolean follows = Arrays.stream(known).filter(dim -> dim < 0).count() <= 1;
    return follows ? vector.reshape(known) : vector.reshape(like.dims().subList(0, rank));
  }

  private static void checkSameShape(Tensor target, Tensor output) {
    if (target.rank() != output.rank()) {
      throw mismatch(
          "Arguments `target` and `output` must have the same rank (ndim).", target, output);
    }
    if (!target.shape().isCompatibleWith(output.shape())) {
      throw mismatch("Arguments `target` and `output` must have the same shape.", target, output);
    }
  }

  private static void checkLabels(Tensor labels, Tensor output) {
    if (output.rank() < 1) {
      throw mismatch("Argument `output` must be at least rank 1.", labels, output);
    }
    if (labels.rank() != output.rank() - 1) {
      throw mismatch("Argument `output` must have rank (ndim) `target.ndim + 1`.", labels, output);
    }
    if (!labels.shape().isCompatibleWith(output.shape().slice(0, -1))) {
      throw mismatch(
          "Arguments `target` and `output` must have the same shape up until the last dimension.",
          labels,
          output);
    }
  }

  private static IllegalArgumentException mismatch(String problem, Tensor target, Tensor output) {
    return new IllegalArgumentException(
        (problem + " Received: target.shape=" + target.shape())
            + (", output.shape=" + output.shape()));
  }
}

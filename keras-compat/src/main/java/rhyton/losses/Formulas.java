package rhyton.losses;

import rhyton.tensor.Tensor;

/**
 * The functions of {@code keras.losses}: they compare targets and predictions and give one value
 * for each sample. Losses and metrics share them.
 *
 * <p>Targets are converted to the type of the predictions. Without an axis the last one is
 * averaged: predictions of shape {@code (batch, …, d)} give {@code (batch, …)}.
 */
public final class Formulas {
  private Formulas() {}

  /**
   * {@code mean((yTrue - yPred)²)}.
   *
   * @param yTrue the targets
   * @param yPred the predictions, of the same shape
   * @return the means over the last axis
   */
  public static Tensor meanSquaredError(Tensor yTrue, Tensor yPred) {
    return difference(yTrue, yPred).square().mean(-1);
  }

  /**
   * {@code mean(|yTrue - yPred|)}.
   *
   * @param yTrue the targets
   * @param yPred the predictions, of the same shape
   * @return the means over the last axis
   */
  public static Tensor meanAbsoluteError(Tensor yTrue, Tensor yPred) {
    return difference(yTrue, yPred).absolute().mean(-1);
  }

  /**
   * With {@code e = |yTrue - yPred|} the mean of {@code e² / 2} where e is at most delta, else of
   * {@code delta e - delta² / 2}.
   *
   * @param yTrue the targets
   * @param yPred the predictions, of the same shape
   * @param delta where the parabola becomes a straight line
   * @return the means over the last axis
   */
  public static Tensor huber(Tensor yTrue, Tensor yPred, double delta) {
    Tensor error = difference(yTrue, yPred);
    Tensor size = error.absolute();
    Tensor line = size.multiply(delta).subtract(0.5 * delta * delta);
    return size.lessEqual(delta).where(error.square().multiply(0.5), line).mean(-1);
  }

  /**
   * Cross-entropy of two classes: the mean of {@code -t log(p) - (1 - t) log(1 - p)}.
   *
   * @param yTrue the targets t, 0 or 1 or between
   * @param yPred the probabilities p of class 1, of the same shape; those that a sigmoid gave are
   *     compared by their logits
   * @param fromLogits whether the predictions are logits
   * @param labelSmoothing how far the targets are moved from 0 and 1 towards 1/2: by half of this
   * @param axis what the mean is over
   * @return the means
   * @throws IllegalArgumentException if the shapes differ
   */
  public static Tensor binaryCrossentropy(
      Tensor yTrue, Tensor yPred, boolean fromLogits, double labelSmoothing, int axis) {
    Tensor target = Tensor.convert(yTrue, yPred.dtype());
    if (labelSmoothing != 0) {
      target = target.multiply(1 - labelSmoothing).add(0.5 * labelSmoothing);
    }
    return target.binaryCrossentropy(yPred, fromLogits).mean(axis);
  }

  /**
   * Cross-entropy of several classes: {@code -sum(t log(p))}.
   *
   * @param yTrue the targets t, one number for each class
   * @param yPred the probabilities p, of the same shape, which are divided by their sum; those that
   *     a softmax gave are compared by their logits
   * @param fromLogits whether the predictions are logits
   * @param labelSmoothing how much of the targets is spread evenly over the classes
   * @param axis the axis of the classes
   * @return the sums over that axis
   * @throws IllegalArgumentException if the shapes differ
   */
  public static Tensor categoricalCrossentropy(
      Tensor yTrue, Tensor yPred, boolean fromLogits, double labelSmoothing, int axis) {
    Tensor target = Tensor.convert(yTrue, yPred.dtype());
    if (labelSmoothing != 0) {
      Tensor classes = Tensor.convert(target.dims().get(target.rank() - 1), target.dtype());
      Tensor even = Tensor.scalar(labelSmoothing, target.dtype()).divide(classes);
      target = target.multiply(1 - labelSmoothing).add(even);
    }
    return target.categoricalCrossentropy(yPred, fromLogits, axis);
  }

  /**
   * Cross-entropy of several classes with the targets as numbers of classes: {@code -log(p[t])}.
   *
   * @param yTrue the numbers t of the right classes, with or without a last axis of length 1
   * @param yPred the probabilities p, with one axis more; those that a softmax gave are compared by
   *     their logits
   * @param fromLogits whether the predictions are logits
   * @param ignoreClass targets of this number do not count: the result masks them; null for none
   * @param axis the axis of the classes, which must be the last one
   * @return the values, without that axis
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Tensor sparseCategoricalCrossentropy(
      Tensor yTrue, Tensor yPred, boolean fromLogits, Integer ignoreClass, int axis) {
    boolean column = yTrue.rank() == yPred.rank() && yTrue.shape().get(axis) == 1;
    Tensor target = column ? yTrue.squeeze(axis) : yTrue;
    if (ignoreClass == null) {
      return target.sparseCategoricalCrossentropy(yPred, fromLogits, axis);
    }
    Tensor valid = target.notEqual(Tensor.scalar(ignoreClass, yPred.dtype()));
    Tensor kept = valid.expandDims(axis).where(yPred, 0);
    Tensor values = valid.where(target, 0).sparseCategoricalCrossentropy(kept, fromLogits, axis);
    Tensor result = valid.where(values, 0);
    result.setMask(valid);
    return result;
  }

  /** Targets minus predictions. */
  private static Tensor difference(Tensor yTrue, Tensor yPred) {
    SameRank both = SameRank.of(Tensor.convert(yTrue, yPred.dtype()), yPred);
    return both.first().subtract(both.second());
  }
}

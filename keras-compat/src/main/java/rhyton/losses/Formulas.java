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

  /** Targets minus predictions. */
  private static Tensor difference(Tensor yTrue, Tensor yPred) {
    SameRank both = SameRank.of(Tensor.convert(yTrue, yPred.dtype()), yPred);
    return both.first().subtract(both.second());
  }
}

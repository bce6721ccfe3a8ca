package rhyton.losses;

import rhyton.config.AutoNamed;
import rhyton.config.KerasConfig;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * Base of all losses: how far predictions are from targets, as one number that training makes
 * small.
 *
 * <p>A loss of your own compares, sample by sample; reduction, sample weights and masks are the
 * work of this class. A loss with options, or one that is to be saved, extends {@link ArgLoss}; a
 * mere function needs no class, see {@link LossFunction}.
 *
 * <pre>{@code
 * final class WorstCase extends Loss {
 *   @Override
 *   protected Tensor call(Tensor yTrue, Tensor yPred) {
 *     return yTrue.subtract(yPred).absolute().max(-1);
 *   }
 * }
 * }</pre>
 *
 * @see <a href="https://keras.io/api/losses/">keras.losses.Loss</a>
 */
public abstract class Loss extends AutoNamed {

  /** A loss that gets its name when it is first used. */
  protected Loss() {}

  /** Returns what becomes of the losses of the samples; unless overridden, their mean. */
  public Reduction reduction() {
    return Reduction.SUM_OVER_BATCH_SIZE;
  }

  /** Returns the type in which the loss computes; unless overridden, the configured one. */
  public DType dtype() {
    return DType.of(KerasConfig.floatx());
  }

  /**
   * Compares targets and predictions.
   *
   * @param yTrue the targets, in the type of the loss
   * @param yPred the predictions, in the type of the loss
   * @return the loss of each sample: the shape of the predictions without the last axis, as a rule.
   *     If it has a mask, masked values do not count
   */
  protected abstract Tensor call(Tensor yTrue, Tensor yPred);

  /**
   * The loss.
   *
   * @param yTrue the targets
   * @param yPred the predictions
   * @return a tensor of shape (), unless the reduction is {@link Reduction#NONE}
   */
  public final Tensor apply(Tensor yTrue, Tensor yPred) {
    return apply(yTrue, yPred, null);
  }

  /**
   * The loss of weighted samples. A mask of the predictions, {@link Tensor#mask}, takes part.
   *
   * @param yTrue the targets
   * @param yPred the predictions
   * @param sampleWeight how much each sample counts, or each value of the unreduced loss; null if
   *     all count alike
   * @return a tensor of shape (), unless the reduction is {@link Reduction#NONE}
   */
  public final Tensor apply(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor values = call(Tensor.convert(yTrue, dtype()), Tensor.convert(yPred, dtype()));
      Tensor mask = both(yPred.mask(), values.mask());
      return weighted(values, sampleWeight, mask).keep();
    }
  }

  private static Tensor both(Tensor first, Tensor second) {
    return first == null ? second : second == null ? first : first.logicalAnd(second);
  }

  private Tensor weighted(Tensor unweighted, Tensor sampleWeight, Tensor mask) {
    Reduction reduction = reduction() == null ? Reduction.NONE : reduction();
    Tensor values = Tensor.convert(unweighted, dtype());
    Tensor weights = SampleWeights.masked(sampleWeight, mask, dtype(), reduction);
    if (weights == null) {
      return reduction.reduce(values, null);
    }
    SameRank both = SameRank.of(values, weights);
    return reduction.reduce(both.first().multiply(both.second()), both.second());
  }
}

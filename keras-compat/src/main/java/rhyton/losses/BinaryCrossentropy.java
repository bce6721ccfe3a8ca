package rhyton.losses;

import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Cross-entropy of two classes: the mean of {@code -t log(p) - (1 - t) log(1 - p)}.
 *
 * <p>For yes-or-no questions, one or many at once: targets t of 0 or 1, or between, and a last
 * layer with a sigmoid, or with none and {@code fromLogits(true)}. Probabilities are kept away from
 * 0 and 1 by 1e-7; those of a sigmoid activation are compared by what it was computed from.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}, unreduced loss {@code (batch,
 * …)}.
 *
 * <pre>{@code
 * Tensor loss = new BinaryCrossentropy().fromLogits(true).apply(yTrue, yPred);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/losses/probabilistic_losses/#binarycrossentropy-class">
 *     BinaryCrossentropy</a>
 */
@CheckReturnValue
public final class BinaryCrossentropy extends FormulaLoss<BinaryCrossentropy>
    implements HasFromLogits<BinaryCrossentropy>,
        HasLabelSmoothing<BinaryCrossentropy>,
        HasClassAxis<BinaryCrossentropy> {
  /** The declaration. */
  public static final KerasType<BinaryCrossentropy> TYPE =
      KerasType.loss(
              "BinaryCrossentropy",
              BinaryCrossentropy::new,
              baseArgs("binary_crossentropy"),
              FROM_LOGITS,
              LABEL_SMOOTHING,
              AXIS)
          .alias("bce", "BCE");

  /** The loss with its defaults. */
  public BinaryCrossentropy() {
    this(ArgValues.NONE);
  }

  private BinaryCrossentropy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<BinaryCrossentropy> type() {
    return TYPE;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.binaryCrossentropy(
        yTrue, yPred, arg(FROM_LOGITS), arg(LABEL_SMOOTHING), arg(AXIS));
  }
}

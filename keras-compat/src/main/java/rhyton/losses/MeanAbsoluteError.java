package rhyton.losses;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Mean of the absolute differences: {@code mean(|yTrue - yPred|)}.
 *
 * <p>For regression where a few outliers should not outweigh all the rest.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}, unreduced loss {@code (batch,
 * …)}.
 *
 * <pre>{@code
 * Tensor loss = new MeanAbsoluteError().apply(yTrue, yPred);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/losses/regression_losses/#meanabsoluteerror-class">
 *     MeanAbsoluteError</a>
 */
public final class MeanAbsoluteError extends FormulaLoss<MeanAbsoluteError> {
  /** The declaration. */
  public static final KerasType<MeanAbsoluteError> TYPE =
      KerasType.loss("MeanAbsoluteError", MeanAbsoluteError::new, baseArgs("mean_absolute_error"))
          .alias("mae", "MAE");

  /** The loss with its defaults. */
  public MeanAbsoluteError() {
    this(ArgValues.NONE);
  }

  private MeanAbsoluteError(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<MeanAbsoluteError> type() {
    return TYPE;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.meanAbsoluteError(yTrue, yPred);
  }
}

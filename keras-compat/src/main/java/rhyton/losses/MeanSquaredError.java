package rhyton.losses;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Mean of the squared differences: {@code mean((yTrue - yPred)²)}.
 *
 * <p>For regression where large errors weigh more than many small ones.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}, unreduced loss {@code (batch,
 * …)}.
 *
 * <pre>{@code
 * Tensor loss = new MeanSquaredError().apply(yTrue, yPred);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/losses/regression_losses/#meansquarederror-class">
 *     MeanSquaredError</a>
 */
public final class MeanSquaredError extends FormulaLoss<MeanSquaredError> {
  /** The declaration. */
  public static final KerasType<MeanSquaredError> TYPE =
      KerasType.loss("MeanSquaredError", MeanSquaredError::new, baseArgs("mean_squared_error"))
          .alias("mse", "MSE");

  /** The loss with its defaults. */
  public MeanSquaredError() {
    this(ArgValues.NONE);
  }

  private MeanSquaredError(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<MeanSquaredError> type() {
    return TYPE;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.meanSquaredError(yTrue, yPred);
  }
}

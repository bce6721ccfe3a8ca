package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.losses.Formulas;
import rhyton.tensor.Tensor;

/**
 * The mean of the squared differences between targets and predictions.
 *
 * <p>Each sample counts once, as the mean over its axes.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}. Variables {@code total} and
 * {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * try (Metric metric = new MeanSquaredError()) {
 *   metric.updateState(yTrue, yPred, null);
 *   double mean = metric.result().item();
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/regression_metrics/#meansquarederror-class">meansquarederror</a>
 */
public final class MeanSquaredError extends FormulaMetric<MeanSquaredError> {
  /** The declaration. */
  public static final KerasType<MeanSquaredError> TYPE =
      KerasType.metric("MeanSquaredError", MeanSquaredError::new, baseArgs("mean_squared_error"))
          .alias("mse", "MSE");

  /** The metric with its defaults. */
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
  public Direction direction() {
    return Direction.DOWN;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.meanSquaredError(yTrue, yPred);
  }
}

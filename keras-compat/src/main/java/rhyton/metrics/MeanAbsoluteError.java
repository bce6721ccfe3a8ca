package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.losses.Formulas;
import rhyton.tensor.Tensor;

/**
 * The mean of the absolute differences between targets and predictions.
 *
 * <p>Each sample counts once, as the mean over its axes.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}. Variables {@code total} and
 * {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * try (Metric metric = new MeanAbsoluteError()) {
 *   metric.updateState(yTrue, yPred, null);
 *   double mean = metric.result().item();
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/regression_metrics/#meanabsoluteerror-class">meanabsoluteerror</a>
 */
public final class MeanAbsoluteError extends FormulaMetric<MeanAbsoluteError> {
  /** The declaration. */
  public static final KerasType<MeanAbsoluteError> TYPE =
      KerasType.metric("MeanAbsoluteError", MeanAbsoluteError::new, baseArgs("mean_absolute_error"))
          .alias("mae", "MAE");

  /** The metric with its defaults. */
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
  public Direction direction() {
    return Direction.DOWN;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.meanAbsoluteError(yTrue, yPred);
  }
}

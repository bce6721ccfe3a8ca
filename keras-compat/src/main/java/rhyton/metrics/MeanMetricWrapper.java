package rhyton.metrics;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.losses.LossFunction;
import rhyton.tensor.Tensor;

/**
 * The mean of a function of targets and predictions.
 *
 * <pre>{@code
 * Metric squared =
 *     new MeanMetricWrapper((yTrue, yPred) -> yTrue.subtract(yPred).square()).name("squared");
 * }</pre>
 *
 * @see <a href="https://keras.io/api/metrics/reduction_metrics/#meanmetricwrapper-class">
 *     MeanMetricWrapper</a>
 */
public final class MeanMetricWrapper extends FormulaMetric<MeanMetricWrapper> {
  /** The function. */
  public static final Arg<LossFunction> FN = Arg.required("fn", LossFunction.CODEC);

  /** The declaration. */
  public static final KerasType<MeanMetricWrapper> TYPE =
      KerasType.metric("MeanMetricWrapper", MeanMetricWrapper::new, baseArgs(null), FN);

  /**
   * The mean of a function's values.
   *
   * @param fn the function
   */
  public MeanMetricWrapper(LossFunction fn) {
    this(ArgValues.NONE.with(FN, fn));
  }

  private MeanMetricWrapper(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<MeanMetricWrapper> type() {
    return TYPE;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return arg(FN).apply(yTrue, yPred);
  }
}

package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * The mean of all values it is given, weighted or not.
 *
 * <p><b>Shapes</b>: values {@code (batch)} or {@code ()}; of values with more axes each sample
 * counts as the mean over them. Variables {@code total} and {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * try (Mean mean = new Mean()) {
 *   mean.updateState(Tensor.of(new float[] {1, 3, 5, 7}));
 *   mean.result().item();   // 4.0
 * }
 * }</pre>
 *
 * @see <a href="https://keras.io/api/metrics/reduction_metrics/#mean-class">Mean</a>
 */
public final class Mean extends Averaging<Mean> {
  /** The declaration. */
  public static final KerasType<Mean> TYPE = KerasType.metric("Mean", Mean::new, baseArgs("mean"));

  /** The mean of no values yet, which is 0. */
  public Mean() {
    this(ArgValues.NONE);
  }

  private Mean(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Mean> type() {
    return TYPE;
  }

  /**
   * Takes values into account.
   *
   * @param values the values
   */
  public void updateState(Tensor values) {
    updateState(values, null);
  }

  /**
   * Takes weighted values into account.
   *
   * @param values the values
   * @param sampleWeight how much each counts; null if all count alike
   */
  public void updateState(Tensor values, Tensor sampleWeight) {
    change(() -> add(values, sampleWeight));
  }

  /** Refused: there is nothing to compare with. */
  @Override
  protected void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    throw new IllegalArgumentException(
        "Mean: it averages values and cannot compare targets with predictions."
            + " MeanMetricWrapper averages a function of both");
  }
}

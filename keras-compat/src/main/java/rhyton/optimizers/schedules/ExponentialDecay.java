package rhyton.optimizers.schedules;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Multiplies the rate by the same factor again and again: {@code initial_learning_rate *
 * decay_rate^(step / decay_steps)}.
 *
 * <pre>{@code
 * new SGD(new ExponentialDecay(0.1, 100_000, 0.96).staircase(true));
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/optimizers/learning_rate_schedules/exponential_decay/">ExponentialDecay</a>
 */
public final class ExponentialDecay extends StaircaseDecay<ExponentialDecay> {
  /** Keras's class. */
  public static final KerasType<ExponentialDecay> TYPE =
      decayType("ExponentialDecay", ExponentialDecay::new);

  /**
   * A schedule.
   *
   * @param initialLearningRate the rate at step 0
   * @param decaySteps after how many steps the rate is multiplied by {@code decayRate}
   * @param decayRate the factor
   */
  public ExponentialDecay(double initialLearningRate, Number decaySteps, double decayRate) {
    this(values(initialLearningRate, decaySteps, decayRate));
  }

  private ExponentialDecay(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<ExponentialDecay> type() {
    return TYPE;
  }

  @Override
  Tensor decayed(Tensor initialRate, Tensor decayRate, Tensor times) {
    return initialRate.multiply(decayRate.power(times));
  }
}

package rhyton.optimizers.schedules;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Lets the rate fall like the inverse of time: {@code initial_learning_rate / (1 + decay_rate *
 * step / decay_steps)}.
 *
 * @see <a
 *     href="https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/">InverseTimeDecay</a>
 */
public final class InverseTimeDecay extends StaircaseDecay<InverseTimeDecay> {
  /** Keras's class. */
  public static final KerasType<InverseTimeDecay> TYPE =
      decayType("InverseTimeDecay", InverseTimeDecay::new);

  /**
   * A schedule.
   *
   * @param initialLearningRate the rate at step 0
   * @param decaySteps in how many steps the divisor grows by {@code decayRate}
   * @param decayRate how much it grows
   */
  public InverseTimeDecay(double initialLearningRate, Number decaySteps, double decayRate) {
    this(values(initialLearningRate, decaySteps, decayRate));
  }

  private InverseTimeDecay(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<InverseTimeDecay> type() {
    return TYPE;
  }

  @Override
  Tensor decayed(Tensor initialRate, Tensor decayRate, Tensor times) {
    return initialRate.divide(decayRate.multiply(times).add(1));
  }
}

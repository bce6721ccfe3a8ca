package rhyton.optimizers.schedules;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Lets the rate fall like the inverse of time: {@code initial_learning_rate / (1 + decay_rate *
 * step / decay_steps)}.
 *
 * @see <a
 *     href="https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/">InverseTimeDecay</a>
 */
public final class InverseTimeDecay extends LearningRateSchedule<InverseTimeDecay>
    implements HasStaircase<InverseTimeDecay> {
  /** How much the divisor grows in {@code decay_steps} steps. */
  public static final Arg<Double> DECAY_RATE = Arg.required("decay_rate", Codec.NUMBER);

  /** Keras's class. */
  public static final KerasType<InverseTimeDecay> TYPE =
      KerasType.of(
          Family.SCHEDULE,
          "InverseTimeDecay",
          InverseTimeDecay::new,
          INITIAL_LEARNING_RATE,
          DECAY_STEPS,
          DECAY_RATE,
          STAIRCASE,
          NAME.withDefault("InverseTimeDecay"));

  /**
   * A schedule.
   *
   * @param initialLearningRate the rate at step 0
   * @param decaySteps in how many steps the divisor grows by {@code decayRate}
   * @param decayRate how much it grows
   */
  public InverseTimeDecay(double initialLearningRate, Number decaySteps, double decayRate) {
    this(
        ArgValues.NONE
            .with(INITIAL_LEARNING_RATE, initialLearningRate)
            .with(DECAY_STEPS, decaySteps)
            .with(DECAY_RATE, decayRate));
  }

  private InverseTimeDecay(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<InverseTimeDecay> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Tensor step) {
    Tensor times = floating(step).divide(number(DECAY_STEPS));
    Tensor passed = arg(STAIRCASE) ? times.floor() : times;
    return number(INITIAL_LEARNING_RATE).divide(number(DECAY_RATE).multiply(passed).add(1));
  }
}

package rhyton.optimizers.schedules;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.Family;
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
public final class ExponentialDecay extends LearningRateSchedule<ExponentialDecay>
    implements HasStaircase<ExponentialDecay> {
  /** The factor of {@code decay_steps} steps. */
  public static final Arg<Double> DECAY_RATE = Arg.required("decay_rate", Codec.NUMBER);

  /** Keras's class. */
  public static final KerasType<ExponentialDecay> TYPE =
      KerasType.of(
          Family.SCHEDULE,
          "ExponentialDecay",
          ExponentialDecay::new,
          INITIAL_LEARNING_RATE,
          DECAY_STEPS,
          DECAY_RATE,
          STAIRCASE,
          NAME.withDefault("ExponentialDecay"));

  /**
   * A schedule.
   *
   * @param initialLearningRate the rate at step 0
   * @param decaySteps after how many steps the rate is multiplied by {@code decayRate}
   * @param decayRate the factor
   */
  public ExponentialDecay(double initialLearningRate, Number decaySteps, double decayRate) {
    this(
        ArgValues.NONE
            .with(INITIAL_LEARNING_RATE, initialLearningRate)
            .with(DECAY_STEPS, decaySteps)
            .with(DECAY_RATE, decayRate));
  }

  private ExponentialDecay(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<ExponentialDecay> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Tensor step) {
    Tensor times = floating(step).divide(number(DECAY_STEPS));
    Tensor exponent = arg(STAIRCASE) ? times.floor() : times;
    return number(INITIAL_LEARNING_RATE).multiply(number(DECAY_RATE).power(exponent));
  }
}

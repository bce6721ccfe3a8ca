package rhyton.optimizers.schedules;

import java.util.function.Function;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Base of the schedules that fall by {@code decay_rate} in {@code decay_steps} steps, little by
 * little or all at once at the end of these steps.
 *
 * @param <S> the class itself
 */
abstract sealed class StaircaseDecay<S extends StaircaseDecay<S>> extends LearningRateSchedule<S>
    permits ExponentialDecay, InverseTimeDecay {
  /** How much the rate falls in {@code decay_steps} steps. */
  public static final Arg<Double> DECAY_RATE = Arg.required("decay_rate", Codec.NUMBER);

  /** Whether the rate changes only at multiples of {@code decay_steps}. */
  public static final Arg<Boolean> STAIRCASE = Arg.flag("staircase", false);

  StaircaseDecay(ArgValues args) {
    super(args);
  }

  static <S extends StaircaseDecay<S>> KerasType<S> decayType(
      String name, Function<ArgValues, S> create) {
    return KerasType.of(
        Family.SCHEDULE,
        name,
        create,
        INITIAL_LEARNING_RATE,
        DECAY_STEPS,
        DECAY_RATE,
        STAIRCASE,
        NAME.withDefault(name));
  }

  static ArgValues values(double initialLearningRate, Number decaySteps, double decayRate) {
    return ArgValues.NONE
        .with(INITIAL_LEARNING_RATE, initialLearningRate)
        .with(DECAY_STEPS, decaySteps)
        .with(DECAY_RATE, decayRate);
  }

  /**
   * Whether the rate changes only at multiples of {@code decay_steps}; by default it changes with
   * each step.
   *
   * @param staircase whether there are stairs
   * @return a copy with this option
   */
  @CheckReturnValue
  public S staircase(boolean staircase) {
    return with(STAIRCASE, staircase);
  }

  @Override
  public final Tensor apply(Tensor step) {
    Tensor times = floating(step).divide(number(DECAY_STEPS));
    return decayed(
        number(INITIAL_LEARNING_RATE), number(DECAY_RATE), arg(STAIRCASE) ? times.floor() : times);
  }

  /** The rate after {@code times} times {@code decay_steps} steps. */
  abstract Tensor decayed(Tensor initialRate, Tensor decayRate, Tensor times);
}

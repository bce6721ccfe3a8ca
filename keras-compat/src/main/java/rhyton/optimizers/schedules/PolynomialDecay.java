package rhyton.optimizers.schedules;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Leads the rate along a polynomial to its end: {@code (initial_learning_rate - end_learning_rate)
 * * (1 - step / decay_steps)^power + end_learning_rate}. After {@code decay_steps} steps it stays
 * at the end, or begins anew if it is a cycle.
 *
 * @see <a
 *     href="https://keras.io/api/optimizers/learning_rate_schedules/polynomial_decay/">PolynomialDecay</a>
 */
public final class PolynomialDecay extends LearningRateSchedule<PolynomialDecay> {
  /** The rate at the end. */
  public static final Arg<Double> END_LEARNING_RATE = Arg.number("end_learning_rate", 0.0001);

  /** The exponent; 1 is a straight line. */
  public static final Arg<Double> POWER = Arg.number("power", 1);

  /** Whether it begins anew after the end, each time over a longer distance. */
  public static final Arg<Boolean> CYCLE = Arg.flag("cycle", false);

  /** Keras's class. */
  public static final KerasType<PolynomialDecay> TYPE =
      KerasType.of(
          Family.SCHEDULE,
          "PolynomialDecay",
          PolynomialDecay::new,
          INITIAL_LEARNING_RATE,
          DECAY_STEPS,
          END_LEARNING_RATE,
          POWER,
          CYCLE,
          NAME.withDefault("PolynomialDecay"));

  /**
   * A straight line to 0.0001.
   *
   * @param initialLearningRate the rate at step 0
   * @param decaySteps how many steps it is to the end
   */
  public PolynomialDecay(double initialLearningRate, Number decaySteps) {
    this(
        ArgValues.NONE
            .with(INITIAL_LEARNING_RATE, initialLearningRate)
            .with(DECAY_STEPS, decaySteps));
  }

  private PolynomialDecay(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<PolynomialDecay> type() {
    return TYPE;
  }

  /**
   * The rate at the end; by default 0.0001.
   *
   * @param endLearningRate the rate
   * @return a copy with this option
   */
  @CheckReturnValue
  public PolynomialDecay endLearningRate(double endLearningRate) {
    return with(END_LEARNING_RATE, endLearningRate);
  }

  /**
   * The exponent of the polynomial; by default 1, a straight line.
   *
   * @param power the exponent
   * @return a copy with this option
   */
  @CheckReturnValue
  public PolynomialDecay power(double power) {
    return with(POWER, power);
  }

  /**
   * Whether the rate begins anew after the end, with {@code decay_steps} stretched to the next
   * multiple that the step has not passed.
   *
   * @param cycle whether it does
   * @return a copy with this option
   */
  @CheckReturnValue
  public PolynomialDecay cycle(boolean cycle) {
    return with(CYCLE, cycle);
  }

  @Override
  public Tensor apply(Tensor step) {
    Tensor now = floating(step);
    Tensor all = number(DECAY_STEPS);
    if (arg(CYCLE)) {
      all = all.multiply(now.equal(0).where(1.0, now.divide(all).ceil()));
    } else {
      now = now.minimum(all);
    }
    Tensor left = scalar(1).subtract(now.divide(all)).power(number(POWER));
    Tensor end = number(END_LEARNING_RATE);
    return number(INITIAL_LEARNING_RATE).subtract(end).multiply(left).add(end);
  }
}

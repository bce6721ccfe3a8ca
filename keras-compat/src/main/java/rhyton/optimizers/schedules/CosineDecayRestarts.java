package rhyton.optimizers.schedules;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Lets the rate fall along half a period of a cosine and restarts it again and again. Each period
 * is {@code t_mul} times as long as the one before and begins at {@code m_mul} times its rate.
 *
 * <p>Paper: <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter, 2016</a>.
 *
 * @see <a
 *     href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay_restarts/">CosineDecayRestarts</a>
 */
public final class CosineDecayRestarts extends LearningRateSchedule<CosineDecayRestarts>
    implements HasAlpha<CosineDecayRestarts> {
  /** How many steps the first period has. */
  public static final Arg<Number> FIRST_DECAY_STEPS = steps("first_decay_steps");

  /** How much longer each period is than the one before. */
  public static final Arg<Double> T_MUL = Arg.number("t_mul", 2);

  /** How much higher each period begins than the one before. */
  public static final Arg<Double> M_MUL = Arg.number("m_mul", 1);

  /** Keras's class. */
  public static final KerasType<CosineDecayRestarts> TYPE =
      KerasType.of(
          Family.SCHEDULE,
          "CosineDecayRestarts",
          CosineDecayRestarts::new,
          INITIAL_LEARNING_RATE,
          FIRST_DECAY_STEPS,
          T_MUL,
          M_MUL,
          ALPHA,
          NAME.withDefault("SGDRDecay"));

  /**
   * A schedule whose periods double.
   *
   * @param initialLearningRate the rate at step 0
   * @param firstDecaySteps how many steps the first period has
   */
  public CosineDecayRestarts(double initialLearningRate, Number firstDecaySteps) {
    this(
        ArgValues.NONE
            .with(INITIAL_LEARNING_RATE, initialLearningRate)
            .with(FIRST_DECAY_STEPS, firstDecaySteps));
  }

  private CosineDecayRestarts(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<CosineDecayRestarts> type() {
    return TYPE;
  }

  /**
   * How much longer each period is than the one before; by default 2.
   *
   * @param tMul the factor
   * @return a copy with this option
   */
  @CheckReturnValue
  public CosineDecayRestarts tMul(double tMul) {
    return with(T_MUL, tMul);
  }

  /**
   * How much higher each period begins than the one before; by default 1.
   *
   * @param mMul the factor
   * @return a copy with this option
   */
  @CheckReturnValue
  public CosineDecayRestarts mMul(double mMul) {
    return with(M_MUL, mMul);
  }

  @Override
  public Tensor apply(Tensor step) {
    Tensor periods = floating(step).divide(number(FIRST_DECAY_STEPS));
    Tensor restarts;
    Tensor done;
    if (arg(T_MUL) == 1) {
      restarts = periods.floor();
      done = periods.subtract(restarts);
    } else {
      Tensor one = scalar(1);
      Tensor growth = number(T_MUL);
      Tensor inverse = one.subtract(growth);
      restarts = one.subtract(periods.multiply(inverse)).log().divide(growth.log()).floor();
      Tensor length = growth.power(restarts);
      done = periods.subtract(one.subtract(length).divide(inverse)).divide(length);
    }
    Tensor height = number(M_MUL).power(restarts).multiply(0.5);
    Tensor factor = height.multiply(done.multiply(Math.PI).cos().add(1));
    return number(INITIAL_LEARNING_RATE).multiply(factor.multiply(1 - arg(ALPHA)).add(arg(ALPHA)));
  }
}

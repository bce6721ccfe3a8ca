package rhyton.optimizers.schedules;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Lets the rate fall along half a period of a cosine, from the initial rate to {@code alpha} times
 * it. With a warmup it first climbs in a straight line to {@code warmup_target}, and falls from
 * there.
 *
 * <p>Paper: <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter, 2016</a>.
 *
 * @see <a
 *     href="https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay/">CosineDecay</a>
 */
public final class CosineDecay extends LearningRateSchedule<CosineDecay>
    implements HasAlpha<CosineDecay> {
  /** The rate at the end of the warmup. */
  public static final Arg<Double> WARMUP_TARGET = Arg.optional("warmup_target", Codec.NUMBER);

  /** How many steps the warmup has. */
  public static final Arg<Number> WARMUP_STEPS = Arg.of("warmup_steps", NUMBER, 0);

  /** Keras's class. */
  public static final KerasType<CosineDecay> TYPE =
      KerasType.of(
          Family.SCHEDULE,
          "CosineDecay",
          CosineDecay::new,
          INITIAL_LEARNING_RATE,
          DECAY_STEPS,
          ALPHA,
          NAME.withDefault("CosineDecay"),
          WARMUP_TARGET,
          WARMUP_STEPS);

  /**
   * A schedule without warmup that ends at 0.
   *
   * @param initialLearningRate the rate at step 0
   * @param decaySteps how many steps it takes to fall
   */
  public CosineDecay(double initialLearningRate, Number decaySteps) {
    this(
        ArgValues.NONE
            .with(INITIAL_LEARNING_RATE, initialLearningRate)
            .with(DECAY_STEPS, decaySteps));
  }

  private CosineDecay(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<CosineDecay> type() {
    return TYPE;
  }

  /**
   * The rate that the warmup climbs to; without one, the default, there is no warmup.
   *
   * @param warmupTarget the rate from which the fall begins
   * @return a copy with this option
   */
  @CheckReturnValue
  public CosineDecay warmupTarget(double warmupTarget) {
    return with(WARMUP_TARGET, warmupTarget);
  }

  /**
   * How many steps the warmup has before the fall begins; only with a {@code warmup_target}.
   *
   * @param warmupSteps the number of steps
   * @return a copy with this option
   */
  @CheckReturnValue
  public CosineDecay warmupSteps(Number warmupSteps) {
    return with(WARMUP_STEPS, warmupSteps);
  }

  @Override
  public Tensor apply(Tensor step) {
    Tensor now = floating(step);
    if (arg(WARMUP_TARGET) == null) {
      return fall(now.minimum(number(DECAY_STEPS)), number(INITIAL_LEARNING_RATE));
    }
    Tensor warmup = number(WARMUP_STEPS);
    now = now.minimum(number(DECAY_STEPS).add(warmup));
    Tensor start = number(INITIAL_LEARNING_RATE);
    Tensor target = number(WARMUP_TARGET);
    Tensor climb = target.subtract(start).multiply(now.divide(warmup)).add(start);
    return now.less(warmup).where(climb, fall(now.subtract(warmup), target));
  }

  private Tensor fall(Tensor step, Tensor from) {
    Tensor angle = step.divide(number(DECAY_STEPS)).multiply(Math.PI);
    Tensor factor = angle.cos().add(1).multiply(0.5);
    return from.multiply(factor.multiply(1 - arg(ALPHA)).add(arg(ALPHA)));
  }
}

package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;

/**
 * {@link Adam} with weight decay, by default 0.004: each step also takes {@code weight_decay *
 * learning_rate} of each weight away.
 *
 * <p>Paper: <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter, 2017</a>.
 *
 * @see <a href="https://keras.io/api/optimizers/adamw/">keras.optimizers.AdamW</a>
 */
public final class AdamW extends AdamFamily<AdamW> {
  /** Keras's class. */
  public static final KerasType<AdamW> TYPE =
      KerasType.optimizer(
              "AdamW",
              AdamW::new,
              OptimizerOptions.common(Arg.number(WEIGHT_DECAY.name(), 0.004)),
              BETA_1,
              BETA_2,
              EPSILON,
              AMSGRAD)
          .alias("adamw");

  /** AdamW with a learning rate of 0.001. */
  public AdamW() {
    this(ArgValues.NONE);
  }

  /**
   * AdamW.
   *
   * @param learningRate how large the steps are
   */
  public AdamW(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * AdamW.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public AdamW(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private AdamW(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<AdamW> type() {
    return TYPE;
  }
}

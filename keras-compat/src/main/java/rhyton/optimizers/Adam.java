package rhyton.optimizers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;

/**
 * Adapts the step of each number of a weight to running means of its gradient, {@code m}, and of
 * the gradient's square, {@code v}: {@code w -= alpha * m / (sqrt(v) + epsilon)} with {@code alpha
 * = learning_rate * sqrt(1 - beta_2^n) / (1 - beta_1^n)} in step {@code n}. A good first choice.
 *
 * <p>Paper: <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, 2014</a>.
 *
 * <pre>{@code
 * model.compile(new Adam(1e-3).clipnorm(1.0), "mse");
 * }</pre>
 *
 * <p>Porting note: TensorFlow's kernel computes {@code 1 - beta_2} in float32, Keras in float64;
 * the velocities differ by up to 1.3e-5 of their values, the steps do not.
 *
 * @see <a href="https://keras.io/api/optimizers/adam/">keras.optimizers.Adam</a>
 */
public final class Adam extends AdamFamily<Adam> {
  /** Keras's class. */
  public static final KerasType<Adam> TYPE =
      KerasType.optimizer(
          "Adam", Adam::new, OptimizerOptions.common(), BETA_1, BETA_2, EPSILON, AMSGRAD);

  /** Adam with a learning rate of 0.001. */
  public Adam() {
    this(ArgValues.NONE);
  }

  /**
   * Adam.
   *
   * @param learningRate how large the steps are
   */
  public Adam(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Adam.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public Adam(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private Adam(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Adam> type() {
    return TYPE;
  }
}

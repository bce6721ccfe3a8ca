package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * Gradient descent, with or without momentum: {@code w -= learning_rate * g}, or with momentum
 * {@code velocity = momentum * velocity - learning_rate * g} and {@code w += velocity}; with
 * Nesterov's momentum {@code w += momentum * velocity - learning_rate * g}.
 *
 * <pre>{@code
 * model.compile(new SGD(0.01).momentum(0.9).nesterov(true), "mse");
 * }</pre>
 *
 * @see <a href="https://keras.io/api/optimizers/sgd/">keras.optimizers.SGD</a>
 */
public final class SGD extends Optimizer<SGD> {
  /** How much of the last change goes on. */
  public static final Arg<Double> MOMENTUM = Arg.number("momentum", 0).check(Check.between(0, 1));

  /** Whether the gradient counts as if the momentum had been applied already. */
  public static final Arg<Boolean> NESTEROV = Arg.flag("nesterov", false);

  /** Keras's class. */
  public static final KerasType<SGD> TYPE =
      KerasType.optimizer(
          "SGD",
          SGD::new,
          OptimizerOptions.common(LEARNING_RATE.withDefault(new FixedRate(0.01))),
          MOMENTUM,
          NESTEROV);

  /** Gradient descent with a learning rate of 0.01. */
  public SGD() {
    this(ArgValues.NONE);
  }

  /**
   * Gradient descent.
   *
   * @param learningRate how large the steps are
   */
  public SGD(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Gradient descent.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public SGD(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private SGD(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<SGD> type() {
    return TYPE;
  }

  /**
   * How much of the last change of a weight goes on in the next one; by default 0, nothing.
   *
   * @param momentum a number between 0 and 1
   * @return a copy with this option
   */
  @CheckReturnValue
  public SGD momentum(double momentum) {
    return with(MOMENTUM, momentum);
  }

  /**
   * Whether Nesterov's momentum is used; it has an effect only with a momentum.
   *
   * @param nesterov whether it is
   * @return a copy with this option
   */
  @CheckReturnValue
  public SGD nesterov(boolean nesterov) {
    return with(NESTEROV, nesterov);
  }

  @Override
  protected void addSlots(Slots slots) {
    if (arg(MOMENTUM) != 0) {
      slots.add("momentum");
    }
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Tensor rate = step.learningRate(weight);
    if (arg(MOMENTUM) != 0) {
      FusedKernel.of("ResourceApplyKerasMomentum", weight, step.slot(weight, "momentum"))
          .in(rate)
          .in(gradient.toDense())
          .in(Step.rounded(arg(MOMENTUM)))
          .attr("use_nesterov", arg(NESTEROV))
          .run();
    } else if (gradient.isSparse()) {
      Rows.subtract(weight, gradient.map(g -> g.multiply(rate)));
    } else {
      FusedKernel.of("ResourceApplyGradientDescent", weight).in(rate).in(gradient.values()).run();
    }
  }
}

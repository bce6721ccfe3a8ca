package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * Divides each gradient by the root of a running mean of its squares: {@code velocity = rho *
 * velocity + (1 - rho) * g^2} and {@code w -= learning_rate * g / sqrt(velocity + epsilon)}.
 *
 * <p>Porting note: for the fused kernels an optimizer without momentum keeps scratch memory of the
 * size of the weights, which is not a part of its state.
 *
 * @see <a href="https://keras.io/api/optimizers/rmsprop/">keras.optimizers.RMSprop</a>
 */
public final class RMSprop extends Optimizer<RMSprop> implements HasEpsilon<RMSprop> {
  /** How much of the running mean stays at each step. */
  public static final Arg<Double> RHO = Arg.number("rho", 0.9);

  /** How much of the last change goes on. */
  public static final Arg<Double> MOMENTUM = Arg.number("momentum", 0);

  /** Whether the variance of the gradients is used in the place of their squares. */
  public static final Arg<Boolean> CENTERED = Arg.flag("centered", false);

  /** Keras's class. */
  public static final KerasType<RMSprop> TYPE =
      KerasType.optimizer(
              "RMSprop", RMSprop::new, OptimizerOptions.common(), RHO, MOMENTUM, EPSILON, CENTERED)
          .alias("rmsprop");

  private static final String SCRATCH = "scratch";

  /** RMSprop with a learning rate of 0.001. */
  public RMSprop() {
    this(ArgValues.NONE);
  }

  /**
   * RMSprop.
   *
   * @param learningRate how large the steps are
   */
  public RMSprop(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * RMSprop.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public RMSprop(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private RMSprop(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<RMSprop> type() {
    return TYPE;
  }

  /**
   * How much of the running mean of the squares stays at each step; by default 0.9.
   *
   * @param rho a number between 0 and 1
   * @return a copy with this option
   */
  @CheckReturnValue
  public RMSprop rho(double rho) {
    return with(RHO, rho);
  }

  /**
   * How much of the last change of a weight goes on in the next one; by default 0, nothing.
   *
   * @param momentum a number between 0 and 1
   * @return a copy with this option
   */
  @CheckReturnValue
  public RMSprop momentum(double momentum) {
    return with(MOMENTUM, momentum);
  }

  /**
   * Whether the gradients are divided by the root of their variance, not of their mean square,
   * which takes another slot; by default they are not.
   *
   * @param centered whether they are
   * @return a copy with this option
   */
  @CheckReturnValue
  public RMSprop centered(boolean centered) {
    return with(CENTERED, centered);
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add("velocity");
    if (arg(MOMENTUM) > 0) {
      slots.add("momentum");
    } else {
      slots.addScratch(SCRATCH, "velocity");
    }
    if (arg(CENTERED)) {
      slots.add("average_gradient");
    }
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Weight velocity = step.slot(weight, "velocity");
    Weight momentum = step.slot(weight, arg(MOMENTUM) > 0 ? "momentum" : SCRATCH);
    if (!FusedKernel.fits(gradient, arg(RHO))) {
      compose(step, weight, gradient, velocity, momentum);
      return;
    }
    FusedKernel kernel =
        arg(CENTERED)
            ? FusedKernel.of(
                "ResourceApplyCenteredRMSProp",
                weight,
                step.slot(weight, "average_gradient"),
                velocity,
                momentum)
            : FusedKernel.of("ResourceApplyRMSProp", weight, velocity, momentum);
    kernel
        .in(step.learningRate(weight))
        .in(arg(RHO))
        .in(arg(MOMENTUM))
        .in(arg(EPSILON))
        .in(gradient.values())
        .run();
  }

  /** The same step, one op after the other; each row of a gradient is squared by itself. */
  private void compose(
      Step step, Weight weight, Gradient gradient, Weight velocity, Weight momentum) {
    Tensor dense = gradient.toDense();
    Tensor squares = mean(velocity, gradient.map(Tensor::square).toDense());
    Tensor variance =
        arg(CENTERED)
            ? squares.subtract(mean(step.slot(weight, "average_gradient"), dense).square())
            : squares;
    Tensor change =
        dense.multiply(step.learningRate(weight)).divide(variance.add(arg(EPSILON)).sqrt());
    if (arg(MOMENTUM) > 0) {
      momentum.assign(momentum.read().multiply(arg(MOMENTUM)).add(change));
      change = momentum.read();
    }
    weight.variable().assignSub(change);
  }

  /** Moves a running mean and returns it. */
  private Tensor mean(Weight slot, Tensor value) {
    Tensor moved = slot.read().multiply(arg(RHO)).add(value.multiply(1 - arg(RHO)));
    slot.assign(moved);
    return moved;
  }
}

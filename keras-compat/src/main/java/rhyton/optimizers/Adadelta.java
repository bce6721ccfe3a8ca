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
 * Scales each gradient by the root of a running mean of the squares of past changes over that of
 * the squares of past gradients. With a learning rate of 1 it is the method of the paper.
 *
 * <p>Paper: <a href="https://arxiv.org/abs/1212.5701">Zeiler, 2012</a>.
 *
 * @see <a href="https://keras.io/api/optimizers/adadelta/">keras.optimizers.Adadelta</a>
 */
public final class Adadelta extends Optimizer<Adadelta> implements HasEpsilon<Adadelta> {
  /** How much of the running means stays at each step. */
  public static final Arg<Double> RHO = Arg.number("rho", 0.95);

  /** Keras's class. */
  public static final KerasType<Adadelta> TYPE =
      KerasType.optimizer("Adadelta", Adadelta::new, OptimizerOptions.common(), RHO, EPSILON);

  /** Adadelta with a learning rate of 0.001. */
  public Adadelta() {
    this(ArgValues.NONE);
  }

  /**
   * Adadelta.
   *
   * @param learningRate how large the steps are
   */
  public Adadelta(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Adadelta.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public Adadelta(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private Adadelta(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Adadelta> type() {
    return TYPE;
  }

  /**
   * How much of the running means stays at each step; by default 0.95.
   *
   * @param rho a number between 0 and 1
   * @return a copy with this option
   */
  @CheckReturnValue
  public Adadelta rho(double rho) {
    return with(RHO, rho);
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add("accumulated_grad", "accumulated_delta_var");
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Weight squares = step.slot(weight, "accumulated_grad");
    Weight changes = step.slot(weight, "accumulated_delta_var");
    if (!FusedKernel.fits(gradient, arg(RHO))) {
      compose(step.learningRate(weight), weight, gradient, squares, changes);
      return;
    }
    FusedKernel.of("ResourceApplyAdadelta", weight, squares, changes)
        .in(step.learningRate(weight))
        .in(arg(RHO))
        .in(arg(EPSILON))
        .in(gradient.values())
        .run();
  }

  /** The same step, one op after the other; each row of a gradient is squared by itself. */
  private void compose(
      Tensor rate, Weight weight, Gradient gradient, Weight squares, Weight changes) {
    Tensor square = gradient.map(Tensor::square).toDense();
    squares.assign(mean(squares, square));
    Tensor factor = root(changes.read()).divide(root(squares.read()));
    changes.assign(mean(changes, factor.square().multiply(square)));
    weight.variable().assignSub(gradient.toDense().multiply(factor).multiply(rate));
  }

  private Tensor mean(Weight slot, Tensor value) {
    return slot.read().multiply(arg(RHO)).add(value.multiply(1 - arg(RHO)));
  }

  private Tensor root(Tensor mean) {
    return mean.add(arg(EPSILON)).sqrt();
  }
}

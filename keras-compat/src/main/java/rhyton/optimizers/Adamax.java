package rhyton.optimizers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * {@link Adam} with the largest absolute gradient in the place of the mean square: {@code u =
 * max(beta_2 * u, |g|)} and {@code w -= learning_rate / (1 - beta_1^n) * m / (u + epsilon)} in step
 * {@code n}.
 *
 * <p>Paper: <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, 2014</a>.
 *
 * @see <a href="https://keras.io/api/optimizers/adamax/">keras.optimizers.Adamax</a>
 */
public final class Adamax extends Optimizer<Adamax>
    implements HasBetas<Adamax>, HasEpsilon<Adamax> {
  /** Keras's class. */
  public static final KerasType<Adamax> TYPE =
      KerasType.optimizer(
          "Adamax", Adamax::new, OptimizerOptions.common(), BETA_1, BETA_2, EPSILON);

  /** Adamax with a learning rate of 0.001. */
  public Adamax() {
    this(ArgValues.NONE);
  }

  /**
   * Adamax.
   *
   * @param learningRate how large the steps are
   */
  public Adamax(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Adamax.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public Adamax(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private Adamax(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Adamax> type() {
    return TYPE;
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add("momentum", "norm");
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Weight momentum = step.slot(weight, "momentum");
    Weight norm = step.slot(weight, "norm");
    if (!FusedKernel.fits(gradient, arg(BETA_1))) {
      compose(step, weight, gradient, momentum, norm);
      return;
    }
    FusedKernel.of("ResourceApplyAdaMax", weight, momentum, norm)
        .in(step.power(arg(BETA_1), weight))
        .in(step.learningRate(weight))
        .in(arg(BETA_1))
        .in(arg(BETA_2))
        .in(arg(EPSILON))
        .in(gradient.values())
        .run();
  }

  /** The same step, one op after the other; rows that repeat add their absolute values. */
  private void compose(Step step, Weight weight, Gradient gradient, Weight momentum, Weight norm) {
    Tensor move = gradient.toDense().subtract(momentum.read()).multiply(1 - arg(BETA_1));
    momentum.variable().assignAdd(move);
    Tensor size = gradient.map(Tensor::absolute).toDense();
    norm.assign(norm.read().multiply(arg(BETA_2)).maximum(size));
    Tensor rest = Tensor.scalar(1, weight.dtype()).subtract(step.power(arg(BETA_1), weight));
    Tensor divisor = norm.read().add(arg(EPSILON)).multiply(rest);
    weight
        .variable()
        .assignSub(momentum.read().multiply(step.learningRate(weight)).divide(divisor));
  }
}

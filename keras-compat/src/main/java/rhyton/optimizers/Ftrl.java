package rhyton.optimizers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * Follow the regularized leader: for large sparse linear models, whose weights it can set to
 * exactly 0 by {@code l1_regularization_strength}.
 *
 * <p>Paper: <a href="https://research.google.com/pubs/archive/41159.pdf">McMahan and others,
 * 2013</a>.
 *
 * @see <a href="https://keras.io/api/optimizers/ftrl/">keras.optimizers.Ftrl</a>
 */
public final class Ftrl extends Optimizer<Ftrl>
    implements HasInitialAccumulator<Ftrl>, FtrlOptions<Ftrl> {
  /** Keras's class. */
  public static final KerasType<Ftrl> TYPE =
      KerasType.optimizer(
          "Ftrl",
          Ftrl::new,
          OptimizerOptions.common(),
          LEARNING_RATE_POWER,
          INITIAL_ACCUMULATOR_VALUE,
          L1_REGULARIZATION_STRENGTH,
          L2_REGULARIZATION_STRENGTH,
          L2_SHRINKAGE_REGULARIZATION_STRENGTH,
          BETA);

  /** Ftrl with a learning rate of 0.001. */
  public Ftrl() {
    this(ArgValues.NONE);
  }

  /**
   * Ftrl.
   *
   * @param learningRate how large the steps are
   */
  public Ftrl(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Ftrl.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public Ftrl(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private Ftrl(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Ftrl> type() {
    return TYPE;
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add(
        Slots.filled("accumulator", arg(INITIAL_ACCUMULATOR_VALUE)), Slots.filled("linear", 0));
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Weight accumulator = step.slot(weight, "accumulator");
    Weight linear = step.slot(weight, "linear");
    Tensor rate = step.learningRate(weight);
    Tensor l2 =
        Tensor.scalar(arg(BETA), weight.dtype())
            .divide(rate.multiply(2.0))
            .add(arg(L2_REGULARIZATION_STRENGTH));
    if (!FusedKernel.fits(gradient, 0)) {
      compose(weight, gradient, accumulator, linear, rate, l2);
      return;
    }
    FusedKernel.of("ResourceApplyFtrlV2", weight, accumulator, linear)
        .in(gradient.values())
        .in(rate)
        .in(arg(L1_REGULARIZATION_STRENGTH))
        .in(l2)
        .in(arg(L2_SHRINKAGE_REGULARIZATION_STRENGTH))
        .in(arg(LEARNING_RATE_POWER))
        .run();
  }

  /** The same step, one op after the other; each row of a gradient is squared by itself. */
  private void compose(
      Weight weight, Gradient gradient, Weight accumulator, Weight linear, Tensor rate, Tensor l2) {
    double power = -arg(LEARNING_RATE_POWER);
    Tensor before = accumulator.read();
    Tensor after = before.add(gradient.map(Tensor::square).toDense());
    Tensor shrunk = weight.read().multiply(2 * arg(L2_SHRINKAGE_REGULARIZATION_STRENGTH));
    Tensor growth = after.power(power).subtract(before.power(power)).divide(rate);
    linear
        .variable()
        .assignAdd(gradient.toDense().add(shrunk).subtract(growth.multiply(weight.read())));
    double l1 = arg(L1_REGULARIZATION_STRENGTH);
    Tensor sum = linear.read();
    Tensor curvature = after.power(power).divide(rate).add(l2.multiply(2.0));
    weight.assign(sum.clip(-l1, l1).subtract(sum).divide(curvature));
    accumulator.assign(after);
  }
}

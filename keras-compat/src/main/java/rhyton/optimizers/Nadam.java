package rhyton.optimizers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * {@link Adam} with Nesterov's momentum, whose strength grows with the steps.
 *
 * <p>Paper: <a href="https://cs229.stanford.edu/proj2015/054_report.pdf">Dozat, 2015</a>.
 *
 * @see <a href="https://keras.io/api/optimizers/Nadam/">keras.optimizers.Nadam</a>
 */
public final class Nadam extends Optimizer<Nadam> implements HasBetas<Nadam>, HasEpsilon<Nadam> {
  /** Keras's class. */
  public static final KerasType<Nadam> TYPE =
      KerasType.optimizer("Nadam", Nadam::new, OptimizerOptions.common(), BETA_1, BETA_2, EPSILON);

  /** How the strength of the momentum comes to its limit. */
  private static final double DECAY = 0.96;

  /** The product of all strengths so far; Keras gives the variable no name of its own. */
  private static final String PRODUCT = "variable";

  /** Nadam with a learning rate of 0.001. */
  public Nadam() {
    this(ArgValues.NONE);
  }

  /**
   * Nadam.
   *
   * @param learningRate how large the steps are
   */
  public Nadam(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Nadam.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public Nadam(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private Nadam(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Nadam> type() {
    return TYPE;
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add("momentum", "velocity");
    slots.addScalar(PRODUCT, 1);
  }

  @Override
  protected void beginStep(Step step) {
    Weight product = step.scalar(PRODUCT);
    DType dtype = product.dtype();
    Tensor strength =
        strength(
            step.number(product), Tensor.scalar(DECAY, dtype), Tensor.scalar(arg(BETA_1), dtype));
    product.assign(product.read().multiply(strength));
  }

  /** {@code beta_1 * (1 - 0.96^n / 2)}. */
  private static Tensor strength(Tensor n, Tensor decay, Tensor beta1) {
    return decay.power(n).multiply(-0.5).add(1.0).multiply(beta1);
  }

  /** A number that Keras rounds to float32 first, other than in the product. */
  private static Tensor constant(double number, Weight weight) {
    return Tensor.scalar(Step.rounded(number), weight.dtype());
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Tensor one = constant(1, weight);
    Tensor decay = constant(DECAY, weight);
    Tensor beta1 = constant(arg(BETA_1), weight);
    Tensor now = strength(step.number(weight), decay, beta1);
    Tensor next = strength(step.number(weight).add(1), decay, beta1);
    Tensor product = step.scalar(PRODUCT).read().cast(weight.dtype());
    Tensor g = gradient.toDense();
    Tensor momentum = mean(step.slot(weight, "momentum"), g, one.subtract(beta1));
    Tensor velocity =
        mean(
            step.slot(weight, "velocity"),
            gradient.map(Tensor::square).toDense(),
            one.subtract(constant(arg(BETA_2), weight)));
    Tensor m =
        momentum
            .multiply(next.divide(one.subtract(product.multiply(next))))
            .add(g.multiply(one.subtract(now).divide(one.subtract(product))));
    Tensor v = velocity.divide(one.subtract(step.power(arg(BETA_2), weight)));
    Tensor change = m.multiply(step.learningRate(weight)).divide(v.sqrt().add(arg(EPSILON)));
    weight.variable().assignSub(change);
  }

  private static Tensor mean(Weight slot, Tensor value, Tensor comes) {
    slot.variable().assignAdd(value.subtract(slot.read()).multiply(comes));
    return slot.read();
  }
}

package rhyton.optimizers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * Makes steps of the same length for all numbers, in the direction of the sign of a running mean of
 * the gradients. It needs a smaller learning rate than {@link Adam} and half of its memory.
 *
 * <p>Paper: <a href="https://arxiv.org/abs/2302.06675">Chen and others, 2023</a>.
 *
 * @see <a href="https://keras.io/api/optimizers/lion/">keras.optimizers.Lion</a>
 */
public final class Lion extends Optimizer<Lion> implements HasBetas<Lion> {
  /** Keras's class. */
  public static final KerasType<Lion> TYPE =
      KerasType.optimizer(
          "Lion",
          Lion::new,
          OptimizerOptions.common(),
          BETA_1.check("above 0 and at most 1", beta -> beta > 0 && beta <= 1),
          BETA_2.withDefault(0.99));

  /** Lion with a learning rate of 0.001. */
  public Lion() {
    this(ArgValues.NONE);
  }

  /**
   * Lion.
   *
   * @param learningRate how large the steps are
   */
  public Lion(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Lion.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public Lion(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private Lion(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Lion> type() {
    return TYPE;
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add("momentum");
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Weight momentum = step.slot(weight, "momentum");
    Tensor g = gradient.toDense();
    Tensor direction = mix(momentum, g, arg(BETA_1)).sign();
    weight.variable().assignSub(direction.multiply(step.learningRate(weight)));
    momentum.assign(mix(momentum, g, arg(BETA_2)));
  }

  /** {@code slot * stays + value * (1 - stays)}, the number rounded as in Keras. */
  private static Tensor mix(Weight slot, Tensor value, double stays) {
    Tensor part = Tensor.scalar(Step.rounded(stays), slot.dtype());
    Tensor rest = Tensor.scalar(1, slot.dtype()).subtract(part);
    return slot.read().multiply(part).add(value.multiply(rest));
  }
}

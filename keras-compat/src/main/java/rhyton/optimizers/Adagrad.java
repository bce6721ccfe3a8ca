package rhyton.optimizers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * Divides each gradient by the root of the sum of all its squares so far, so that what is seldom
 * changed is changed more: {@code accumulator += g^2} and {@code w -= learning_rate * g /
 * sqrt(accumulator + epsilon)}. Of a table only the rows that have a gradient are touched.
 *
 * <p>Paper: <a href="https://www.jmlr.org/papers/volume12/duchi11a/duchi11a.pdf">Duchi and others,
 * 2011</a>.
 *
 * @see <a href="https://keras.io/api/optimizers/adagrad/">keras.optimizers.Adagrad</a>
 */
public final class Adagrad extends Optimizer<Adagrad>
    implements HasInitialAccumulator<Adagrad>, HasEpsilon<Adagrad> {
  /** Keras's class. */
  public static final KerasType<Adagrad> TYPE =
      KerasType.optimizer(
          "Adagrad", Adagrad::new, OptimizerOptions.common(), INITIAL_ACCUMULATOR_VALUE, EPSILON);

  /** Adagrad with a learning rate of 0.001. */
  public Adagrad() {
    this(ArgValues.NONE);
  }

  /**
   * Adagrad.
   *
   * @param learningRate how large the steps are
   */
  public Adagrad(double learningRate) {
    this(new FixedRate(learningRate));
  }

  /**
   * Adagrad.
   *
   * @param learningRate how large the steps are: a schedule, or a function of the step
   */
  public Adagrad(LearningRate learningRate) {
    this(ArgValues.NONE.with(LEARNING_RATE, learningRate));
  }

  private Adagrad(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Adagrad> type() {
    return TYPE;
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add(Slots.filled("accumulator", arg(INITIAL_ACCUMULATOR_VALUE)));
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    Weight accumulator = step.slot(weight, "accumulator");
    Gradient squares = gradient.map(Tensor::square);
    Gradient scaled = gradient.map(g -> g.multiply(step.learningRate(weight)));
    if (gradient.isSparse()) {
      Rows.add(accumulator, squares);
      Tensor sums = Rows.of(accumulator, gradient);
      Rows.subtract(weight, scaled.map(g -> g.divide(root(sums))));
    } else {
      accumulator.variable().assignAdd(squares.values());
      weight.variable().assignSub(scaled.values().divide(root(accumulator.read())));
    }
  }

  private Tensor root(Tensor sums) {
    return sums.add(arg(EPSILON)).sqrt();
  }
}

package rhyton.optimizers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.ConfigStyle;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.config.Tickets;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;
import rhyton.tensor.gradient.Gradient;

/**
 * Base of all optimizers: it changes weights by their gradients, step by step.
 *
 * <p>A subclass says how one weight is changed by its gradient ({@link #update}) and which slots it
 * needs for that ({@link #addSlots}). This class does the rest, in this order: gradients are
 * divided by {@code loss_scale_factor}, accumulated, clipped; weights shrink by {@code
 * weight_decay}; the update; running averages; constraints; then the counter moves on. All of it
 * works at once and inside a traced function, where the whole step becomes a part of the function.
 *
 * <pre>{@code
 * Optimizer<?> adam = new Adam(1e-3).clipnorm(1.0);
 * adam.build(model.trainableWeights());
 * adam.apply(Gradients.ofVariables(loss, variables), model.trainableWeights());
 * }</pre>
 *
 * <p>Options make changed copies, which start without any state. Methods that begin with {@code
 * set} change the optimizer itself.
 *
 * @param <S> the class itself
 * @see <a href="https://keras.io/api/optimizers/">keras.optimizers</a>
 */
public abstract class Optimizer<S extends Optimizer<S>> extends DeclaredObject<S>
    implements OptimizerOptions<S>, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Optimizer.class.getName());

  private final WeightDecay decay = new WeightDecay();
  private String name;
  private StepCounter counter;
  private Slots slots;
  private WeightAverages averages;
  private GradientAccumulator accumulator;
  private boolean warned;

  /**
   * An optimizer with these options.
   *
   * @param args the values given
   * @throws IllegalArgumentException if a value is not allowed or a required one is missing
   */
  protected Optimizer(ArgValues args) {
    super(args);
    GradientClipping.check(type().name(), args());
    takeTicket();
  }

  @Override
  public abstract KerasType<S> type();

  // ---- what a subclass fills in --------------------------------------------------------------

  /**
   * Asks for the variables that the optimizer keeps for each weight; none by default.
   *
   * @param slots takes the requests, in the order in which files list the variables
   */
  protected void addSlots(Slots slots) {}

  /**
   * Does what has to be done once in a step, before the first {@link #update}; nothing by default.
   *
   * @param step the step
   */
  protected void beginStep(Step step) {}

  /**
   * Changes one weight and its slots.
   *
   * @param step the learning rate, the number of the step, the slots
   * @param weight the weight
   * @param gradient the gradient of the loss, in the type of the weight; it may be sparse
   */
  protected abstract void update(Step step, Weight weight, Gradient gradient);

  // ---- state ---------------------------------------------------------------------------------

  @Override
  protected void settle() {
    super.settle();
    String given = arg(NAME);
    name = given != null ? given : Tickets.uniqueName(type().name());
  }

  /** Returns the name, with which the paths of the variables begin. */
  public final String name() {
    use();
    return name;
  }

  /** Returns whether the variables for the weights are there. */
  public final boolean isBuilt() {
    return slots != null;
  }

  /**
   * Makes the variables for these weights; nothing happens if that has been done.
   *
   * @param weights all weights that the optimizer will change, in the order in which files list
   *     what belongs to them
   */
  public void build(List<Weight> weights) {
    if (isBuilt()) {
      return;
    }
    Slots made = new Slots(name(), weights);
    if (arg(USE_EMA)) {
      averages = new WeightAverages(made, arg(EMA_MOMENTUM));
    }
    if (arg(GRADIENT_ACCUMULATION_STEPS) != null) {
      accumulator = new GradientAccumulator(made, arg(GRADIENT_ACCUMULATION_STEPS));
    }
    addSlots(made);
    slots = made;
  }

  private StepCounter counter() {
    if (counter == null) {
      counter = new StepCounter(name(), arg(LEARNING_RATE));
    }
    return counter;
  }

  /**
   * All variables in the order of Keras: {@code iteration}, {@code learning_rate} unless it is a
   * schedule, running averages, accumulators of gradients, the slots.
   *
   * @return the variables that are there so far
   */
  public List<Weight> variables() {
    List<Weight> all = new ArrayList<>(counter().variables());
    if (isBuilt()) {
      all.addAll(slots.variables());
    }
    return all;
  }

  /** Returns how many steps were made; with gradient accumulation, how often weights changed. */
  public long iterations() {
    return StepCounter.atOnce(() -> updates().longs()[0]);
  }

  /** Returns the learning rate of the next step. */
  public double learningRate() {
    return StepCounter.atOnce(() -> counter().rate().item());
  }

  /**
   * Changes the learning rate. Functions that were traced before see the change.
   *
   * @param learningRate the rate from the next step on
   * @throws IllegalStateException if the optimizer was made with a schedule
   */
  public void setLearningRate(double learningRate) {
    if (!counter().isSettable()) {
      throw new IllegalStateException(
          type().name()
              + ": the learning rate cannot be set, because the optimizer was made with a schedule."
              + " Make it with a number as learning rate instead");
    }
    counter().setRate(learningRate);
  }

  /** How often the weights have changed. */
  private Tensor updates() {
    Integer calls = arg(GRADIENT_ACCUMULATION_STEPS);
    Tensor steps = counter().steps();
    return calls == null ? steps : steps.floorDivide(calls);
  }

  /**
   * Exempts weights from {@code weight_decay}. A second call takes the place of the first one.
   *
   * @param weights the weights
   * @param names regular expressions: weights in whose path one of them is found are exempt, too
   * @throws IllegalStateException if the optimizer is built already
   */
  public void excludeFromWeightDecay(Collection<Weight> weights, String... names) {
    if (isBuilt()) {
      throw new IllegalStateException(
          type().name() + ": excludeFromWeightDecay must be called before the optimizer is built");
    }
    decay.exclude(weights, names);
  }

  // ---- a step --------------------------------------------------------------------------------

  /**
   * The loss as it must be differentiated: multiplied by {@code loss_scale_factor}, if there is
   * one.
   *
   * @param loss the loss
   * @return the loss to compute gradients of
   */
  public Tensor scaleLoss(Tensor loss) {
    Double factor = arg(LOSS_SCALE_FACTOR);
    return factor == null ? loss : loss.multiply(factor);
  }

  /**
   * Makes a step with the weights that the optimizer was built for.
   *
   * @param gradients the gradients of the loss, one for each weight; null where there is none
   * @throws IllegalStateException if the optimizer is not built
   * @throws IllegalArgumentException if all gradients are null
   */
  public final void apply(List<Gradient> gradients) {
    if (!isBuilt()) {
      throw new IllegalStateException(
          type().name() + ": call build(weights) first, or apply(gradients, weights)");
    }
    apply(gradients, slots.weights());
  }

  /**
   * Makes a step. Weights whose gradient is null stay as they are, and so do their slots.
   *
   * @param gradients the gradients of the loss, one for each weight; null where there is none
   * @param weights the weights; the first call builds the optimizer for them
   * @throws IllegalArgumentException if all gradients are null, or a weight is not one of those
   *     that the optimizer was built for
   */
  public void apply(List<Gradient> gradients, List<Weight> weights) {
    if (gradients.size() != weights.size()) {
      throw new IllegalArgumentException(
          (type().name() + ": there must be as many gradients as weights. Received: ")
              + (gradients.size() + " gradients and " + weights.size() + " weights"));
    }
    if (gradients.isEmpty()) {
      return;
    }
    build(weights);
    checkKnown(weights);
    try (TensorScope scope = Trace.current() == null ? TensorScope.open() : null) {
      List<WeightGradient> given = unscaled(present(gradients, weights));
      if (accumulator == null) {
        change(given);
      } else {
        accumulator.add(counter().steps(), given, this::change);
      }
      average();
      given.stream().map(WeightGradient::weight).forEach(Optimizer::constrain);
      counter().next();
    }
  }

  private void checkKnown(List<Weight> weights) {
    for (Weight weight : weights) {
      if (!slots.weights().contains(weight)) {
        throw new IllegalArgumentException(
            type().name()
                + ": the optimizer was not built for this weight. Make a new optimizer for other"
                + " weights. Received: "
                + weight);
      }
    }
  }

  private List<WeightGradient> present(List<Gradient> gradients, List<Weight> weights) {
    List<WeightGradient> present = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (gradients.get(i) == null) {
        missing.add(weights.get(i).path());
      } else {
        present.add(new WeightGradient(weights.get(i), gradients.get(i)));
      }
    }
    if (present.isEmpty()) {
      throw new IllegalArgumentException("No gradients provided for any variable: " + missing);
    }
    if (!missing.isEmpty() && !warned) {
      warned = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "Gradients do not exist for variables {0} when minimizing the loss. If you use"
              + " model.compile, did you forget the loss?",
          missing);
    }
    return present;
  }

  private List<WeightGradient> unscaled(List<WeightGradient> gradients) {
    Double factor = arg(LOSS_SCALE_FACTOR);
    return factor == null
        ? gradients
        : gradients.stream().map(g -> g.map(x -> x.divide(factor))).toList();
  }

  private void change(List<WeightGradient> gradients) {
    Step step = new Step(slots, counter().rate(), updates());
    List<WeightGradient> clipped = GradientClipping.clip(args(), gradients);
    if (arg(WEIGHT_DECAY) != null) {
      clipped.forEach(one -> decay.apply(step, arg(WEIGHT_DECAY), one.weight()));
    }
    beginStep(step);
    for (WeightGradient one : clipped) {
      DType dtype = one.weight().dtype();
      update(step, one.weight(), one.gradient().map(x -> x.cast(dtype)));
    }
  }

  private void average() {
    if (averages == null) {
      return;
    }
    Tensor before = updates();
    averages.move(before);
    Integer frequency = arg(EMA_OVERWRITE_FREQUENCY);
    if (frequency != null) {
      averages.overwrite(before.add(1).mod(frequency).equal(0));
    }
  }

  private static void constrain(Weight weight) {
    if (weight.constraint() != null) {
      weight.assign(weight.constraint().apply(weight.read()));
    }
  }

  /**
   * Ends a training: with {@code use_ema}, the weights take the values of their running averages.
   *
   * @param weights the weights
   */
  public void finalizeVariableValues(List<Weight> weights) {
    if (averages != null) {
      try (TensorScope scope = TensorScope.open()) {
        weights.forEach(averages::overwrite);
      }
    }
  }

  // ---- config and end ------------------------------------------------------------------------

  /** The config, with the name in use and the learning rate of this moment. */
  @Override
  public ObjectNode config(ConfigStyle style) {
    ArgValues now = args().with(NAME, name());
    boolean live = counter != null && counter.isSettable();
    return type()
        .config(live ? now.with(LEARNING_RATE, new FixedRate(learningRate())) : now, style);
  }

  /** Frees the variables. Closing twice is harmless. */
  @Override
  public void close() {
    if (counter != null) {
      variables().forEach(Weight::close);
    }
    if (isBuilt()) {
      slots.close();
    }
  }
}

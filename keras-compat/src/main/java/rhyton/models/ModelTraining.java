package rhyton.models;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rhyton.callbacks.History;
import rhyton.data.ArrayData;
import rhyton.graph.Weight;
import rhyton.layers.Layer;
import rhyton.metrics.Metric;
import rhyton.optimizers.Optimizer;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.Variable;
import rhyton.tensor.gradient.ValueAndGradient;
import rhyton.training.Compile;
import rhyton.training.Fit;
import rhyton.training.Network;
import rhyton.training.StepData;
import rhyton.training.Steps;
import rhyton.training.Trainer;

/** The half of a {@link Model} that trains, evaluates and predicts. */
public abstract sealed class ModelTraining extends Layer implements Network permits ModelStorage {
  private final Trainer trainer = new Trainer(this, new OwnSteps());

  /** For {@link Model}. */
  protected ModelTraining() {}

  /** Returns whether the model was closed. */
  public abstract boolean isClosed();

  /** The layers are not what they were: what was compiled for them is dropped. */
  final void networkChanged() {
    trainer.networkChanged();
  }

  /** Frees what training and prediction have made. */
  final void closeTraining() {
    trainer.close();
  }

  private ModelData data() {
    return new ModelData((Model) this);
  }

  /**
   * Sets how the model is trained.
   *
   * @param optimizer a name such as "adam", or an Optimizer, which is closed with the model
   * @param loss a name such as "mse", a Loss, or a list or map of them for several outputs
   * @param metrics names such as "accuracy", or Metrics, which are closed with the model; or one
   *     list or map of them
   */
  public final void compile(Object optimizer, Object loss, Object... metrics) {
    compile(new Compile().optimizer(optimizer).loss(loss).metrics(metrics));
  }

  /**
   * Sets how the model is trained. Compiling again closes the optimizer and the metrics of before,
   * except those that are given again: they go on with their state.
   *
   * @param compile the settings; the optimizer and the metrics in it are closed with the model
   * @throws IllegalArgumentException if they do not make sense; then those before still hold
   */
  public final void compile(Compile compile) {
    requireOpen();
    trainer.compile(compile);
  }

  /** Sets Keras's defaults: for a model that trains with optimizers and losses of its own. */
  public final void compile() {
    compile(new Compile());
  }

  /** Returns the settings of the last {@code compile}, or null. */
  public final Compile compiled() {
    return trainer.compiled();
  }

  /** Returns the optimizer, or null before {@code compile}. */
  public final Optimizer<?> optimizer() {
    return trainer.optimizer();
  }

  /** Returns what trains the model. */
  final Trainer trainer() {
    return trainer;
  }

  /**
   * Trains with Keras's defaults.
   *
   * @param x the inputs: an array or tensor, or a list or map of them
   * @param y the targets: an array or tensor, or a list or map of them by output name
   * @return what was measured in each epoch
   */
  public final History fit(Object x, Object y) {
    return fit(x, y, new Fit());
  }

  /**
   * Trains without targets: for a model with a {@link #trainStep} or losses of its own.
   *
   * @param x the inputs: an array or tensor, or a list or map of them
   * @param options epochs, batch size, validation, callbacks, …
   * @return what was measured in each epoch
   */
  public final History fit(Object x, Fit options) {
    return fit(x, null, options == null ? new Fit() : options);
  }

  /**
   * Trains. Arrays are copied into native memory once.
   *
   * @param x the inputs: an array or tensor, or a list or map of them
   * @param y the targets: an array or tensor, or a list or map of them by output name
   * @param options epochs, batch size, validation, callbacks, …
   * @return what was measured in each epoch
   */
  public final History fit(Object x, Object y, Fit options) {
    requireOpen();
    try (TensorScope scope = TensorScope.open()) {
      ModelData data = data();
      Object[] validation = options.validationData();
      return trainer.fit(
          data.of(x, y, options.sampleWeight()),
          validation == null ? null : data.of(validation[0], validation[1], validation[2]),
          options);
    }
  }

  /**
   * Measures loss and metrics, with Keras's progress bar.
   *
   * @param x the inputs, as for fit
   * @param y the targets, as for fit
   * @return what was measured, by name in alphabetical order
   */
  public final Map<String, Double> evaluate(Object x, Object y) {
    return evaluate(x, y, new Fit());
  }

  /**
   * Measures without targets.
   *
   * @param x the inputs, as for fit
   * @param options batch size, verbosity, callbacks
   * @return what was measured, by name in alphabetical order
   */
  public final Map<String, Double> evaluate(Object x, Fit options) {
    return evaluate(x, null, options == null ? new Fit() : options);
  }

  /**
   * Measures loss and metrics.
   *
   * @param x the inputs, as for fit
   * @param y the targets, as for fit
   * @param options batch size, sample weights, verbosity, callbacks
   * @return what was measured, by name in alphabetical order
   */
  public final Map<String, Double> evaluate(Object x, Object y, Fit options) {
    requireOpen();
    try (TensorScope scope = TensorScope.open()) {
      return trainer.evaluate(data().of(x, y, options.sampleWeight()), options);
    }
  }

  /**
   * Computes the outputs, in batches of 32, without a progress bar. Safe from many threads at once,
   * also while another thread trains.
   *
   * @param x the inputs: an array or tensor, or a list or map of them
   * @return the output; the first one if there are several. It belongs to the caller
   */
  public final Tensor predict(Object x) {
    return predictAll(x, new Fit().verbose(0)).get(0);
  }

  /**
   * Computes the outputs in batches.
   *
   * @param x the inputs: an array or tensor, or a list or map of them
   * @param batchSize how many samples are in a batch
   * @return the output; the first one if there are several. It belongs to the caller
   */
  public final Tensor predict(Object x, int batchSize) {
    return predictAll(x, new Fit().verbose(0).batchSize(batchSize)).get(0);
  }

  /**
   * Computes all outputs in batches.
   *
   * @param x the inputs: an array or tensor, or a list or map of them
   * @param options batch size, verbosity, callbacks
   * @return the outputs, in order. They belong to the caller
   */
  public final List<Tensor> predictAll(Object x, Fit options) {
    requireOpen();
    try (TensorScope scope = TensorScope.open()) {
      List<Tensor> outputs = trainer.predict(data().inputs(x), options);
      outputs.forEach(Tensor::keep);
      return outputs;
    }
  }

  /**
   * Trains on one batch.
   *
   * @param x the inputs, as for fit
   * @param y the targets, as for fit
   * @return what was measured since the last {@link #resetMetrics}
   */
  public final Map<String, Double> trainOnBatch(Object x, Object y) {
    requireOpen();
    try (TensorScope scope = TensorScope.open()) {
      return trainer.trainOnBatch(data().of(x, y, null));
    }
  }

  /**
   * Evaluates one batch.
   *
   * @param x the inputs, as for fit
   * @param y the targets, as for fit
   * @return what was measured since the last {@link #resetMetrics}
   */
  public final Map<String, Double> testOnBatch(Object x, Object y) {
    requireOpen();
    try (TensorScope scope = TensorScope.open()) {
      return trainer.testOnBatch(data().of(x, y, null));
    }
  }

  /** Sets back what is measured by the calls on batches. */
  public final void resetMetrics() {
    trainer.resetMetrics();
  }

  // ---- steps of one's own --------------------------------------------------------------------

  /**
   * What training does with a batch. All of it becomes one native function for each size of batch:
   * this method runs once, with symbols. As in Keras, layers train only if it says so: {@code
   * net.apply(x, true)}. Weights, optimizers and metrics that are new are made meanwhile.
   *
   * @param data the batch
   * @return what was measured: numbers by name, which logs show in alphabetical order
   */
  protected Map<String, Tensor> trainStep(StepData data) {
    return trainer.usualStep(data, true);
  }

  /**
   * What evaluation does with a batch, see {@link #trainStep}. Layers that it calls do not train.
   *
   * @param data the batch
   * @return what was measured: numbers by name
   */
  protected Map<String, Tensor> testStep(StepData data) {
    return trainer.usualStep(data, false);
  }

  /**
   * What prediction does with a batch.
   *
   * @param data the batch, without targets
   * @return the outputs
   */
  protected List<Tensor> predictStep(StepData data) {
    return call(data.inputs());
  }

  /**
   * The loss of a batch: as {@code compile} says, with the penalties of weights and what layers
   * have added in this step. A model may override it to have a loss of its own in the usual steps.
   *
   * @param data the batch
   * @param yPred the outputs
   * @return a number
   */
  protected Tensor computeLoss(StepData data, Tensor... yPred) {
    return trainer.loss(data, List.of(yPred));
  }

  /**
   * Takes a batch into account in the mean loss and in the metrics that {@code compile} was given.
   *
   * @param data the batch
   * @param loss its loss, or null
   * @param yPred the outputs
   * @return the results so far, by name
   */
  protected final Map<String, Tensor> computeMetrics(StepData data, Tensor loss, Tensor... yPred) {
    return trainer.measure(data, loss, List.of(yPred));
  }

  /** Returns the penalties of weights and what layers have added to the loss in this step. */
  protected final List<Tensor> losses() {
    return trainer.extraLosses();
  }

  /**
   * Runs something and differentiates its result with respect to weights, in a step or at once.
   *
   * @param f computes a loss from the weights
   * @param weights the weights
   * @return the loss, and a gradient for each weight; null where the loss does not depend on it
   */
  public static ValueAndGradient valueAndGradient(Supplier<Tensor> f, List<Weight> weights) {
    return ValueAndGradient.of(f, variables(weights));
  }

  /**
   * Runs something with several results and differentiates the first one.
   *
   * @param f computes a loss from the weights, and what else is wanted of it
   * @param weights the weights
   * @return all results, and a gradient for each weight
   */
  public static ValueAndGradient valuesAndGradient(Supplier<List<Tensor>> f, List<Weight> weights) {
    return ValueAndGradient.of(none -> f.get(), List.of(), variables(weights));
  }

  /**
   * Runs a function of a tensor and differentiates its result.
   *
   * @param f the function
   * @param x where
   * @return value and gradient
   */
  public static ValueAndGradient valueAndGradient(UnaryOperator<Tensor> f, Tensor x) {
    return ValueAndGradient.of(f, x);
  }

  private static List<Variable> variables(List<Weight> weights) {
    if (weights.isEmpty()) {
      throw new IllegalStateException(
          "valueAndGradient: there are no weights to differentiate for. A network that does not"
              + " know its input gets its weights at the first call: give it an Input, or call it"
              + " before");
    }
    return weights.stream().map(Weight::variable).toList();
  }

  /** The metrics of compile, then those of this model and of the layers inside. */
  @Override
  public final List<Metric> metrics() {
    return Stream.concat(trainer.compiledMetrics().stream(), ownAndInner()).distinct().toList();
  }

  /** A model inside is not trained: what it would show of its own training is left out. */
  private Stream<Metric> ownAndInner() {
    return flattened().stream()
        .filter(layer -> layer == this || !(layer instanceof Model))
        .flatMap(layer -> layer.ownMetrics().stream());
  }

  /** How the trainer gets at the steps. */
  private final class OwnSteps implements Steps {
    @Override
    public StepData data(ArrayData batch) {
      return ((Model) ModelTraining.this).subclassData().data(batch);
    }

    @Override
    public Map<String, Tensor> train(StepData data) {
      return trainStep(data);
    }

    @Override
    public Map<String, Tensor> test(StepData data) {
      return testStep(data);
    }

    @Override
    public List<Tensor> predict(StepData data) {
      return predictStep(data);
    }

    @Override
    public Tensor loss(StepData data, List<Tensor> predicted) {
      return computeLoss(data, predicted.toArray(Tensor[]::new));
    }

    @Override
    public List<Metric> metrics() {
      return ownAndInner().distinct().toList();
    }
  }

  private void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("Model `" + name() + "` is used after it was closed");
    }
  }
}

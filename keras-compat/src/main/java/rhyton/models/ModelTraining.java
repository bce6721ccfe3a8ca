package rhyton.models;

import java.util.List;
import java.util.Map;
import rhyton.callbacks.History;
import rhyton.layers.Layer;
import rhyton.optimizers.Optimizer;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Compile;
import rhyton.training.Fit;
import rhyton.training.Network;
import rhyton.training.Trainer;

/** The half of a {@link Model} that trains, evaluates and predicts. */
public abstract sealed class ModelTraining extends Layer implements Network permits Model {
  private final Trainer trainer = new Trainer(this);

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

  private void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("Model `" + name() + "` is used after it was closed");
    }
  }
}

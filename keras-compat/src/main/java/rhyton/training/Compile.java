package rhyton.training;

import java.util.Arrays;
import java.util.List;

/**
 * How a model is trained: the arguments of {@code compile}.
 *
 * <p>Strings, objects and, for models with several outputs, lists and maps by output name are
 * accepted as in Keras.
 *
 * <pre>{@code
 * model.compile(new Compile()
 *     .optimizer(new Adam(1e-3))
 *     .loss(Map.of("price", "mse", "kind", "sparse_categorical_crossentropy"))
 *     .lossWeights(Map.of("price", 0.1, "kind", 1.0))
 *     .metrics(Map.of("kind", "accuracy")));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/models/model_training_apis/#compile-method">compile</a>
 */
public final class Compile {
  private final Object optimizer;
  private final Object loss;
  private final Object lossWeights;
  private final Object metrics;
  private final Object weightedMetrics;

  /** Keras's defaults: RMSprop, no loss, no metrics. */
  public Compile() {
    this("rmsprop", null, null, null, null);
  }

  private Compile(
      Object optimizer, Object loss, Object lossWeights, Object metrics, Object weightedMetrics) {
    this.optimizer = optimizer;
    this.loss = loss;
    this.lossWeights = lossWeights;
    this.metrics = metrics;
    this.weightedMetrics = weightedMetrics;
  }

  /**
   * The optimizer.
   *
   * @param newOptimizer a name or an Optimizer
   * @return settings with it
   */
  public Compile optimizer(Object newOptimizer) {
    return new Compile(newOptimizer, loss, lossWeights, metrics, weightedMetrics);
  }

  /**
   * The loss.
   *
   * @param newLoss a name, a Loss or a function; or a list or map of them for several outputs
   * @return settings with it
   */
  public Compile loss(Object newLoss) {
    return new Compile(optimizer, newLoss, lossWeights, metrics, weightedMetrics);
  }

  /**
   * How much the loss of each output counts.
   *
   * @param newLossWeights a list of numbers, or a map by output name
   * @return settings with them
   */
  public Compile lossWeights(Object newLossWeights) {
    return new Compile(optimizer, loss, newLossWeights, metrics, weightedMetrics);
  }

  /**
   * What is measured besides the loss, without sample weights.
   *
   * @param newMetrics names or Metrics; or one list or map of them
   * @return settings with them
   */
  public Compile metrics(Object... newMetrics) {
    return new Compile(optimizer, loss, lossWeights, single(newMetrics), weightedMetrics);
  }

  /**
   * What is measured besides the loss, with sample weights.
   *
   * @param newMetrics names or Metrics; or one list or map of them
   * @return settings with them
   */
  public Compile weightedMetrics(Object... newMetrics) {
    return new Compile(optimizer, loss, lossWeights, metrics, single(newMetrics));
  }

  /** One list or map stands for itself; several arguments, or one metric, are a list. */
  private static Object single(Object[] metrics) {
    boolean nested =
        metrics.length == 1 && (metrics[0] instanceof List || metrics[0] instanceof java.util.Map);
    return metrics.length == 0 ? null : nested ? metrics[0] : Arrays.asList(metrics);
  }

  /**
   * Whether layers run op by op instead of as one function.
   *
   * @param runEagerly only false is supported
   * @return these settings
   * @throws UnsupportedOperationException for true
   */
  public Compile runEagerly(boolean runEagerly) {
    return onlyDefault("run_eagerly", runEagerly, false);
  }

  /**
   * How many batches one native call trains.
   *
   * @param stepsPerExecution only 1 is supported
   * @return these settings
   * @throws UnsupportedOperationException for other numbers
   */
  public Compile stepsPerExecution(int stepsPerExecution) {
    return onlyDefault("steps_per_execution", stepsPerExecution, 1);
  }

  /**
   * Whether XLA compiles the step; Keras's "auto" means no on a CPU.
   *
   * @param jitCompile only false is supported
   * @return these settings
   * @throws UnsupportedOperationException for true
   */
  public Compile jitCompile(boolean jitCompile) {
    return onlyDefault("jit_compile", jitCompile, false);
  }

  private Compile onlyDefault(String option, Object value, Object supported) {
    if (!value.equals(supported)) {
      throw new UnsupportedOperationException(
          "compile: argument `" + option + "` is not supported yet but for " + supported);
    }
    return this;
  }

  /** Returns the optimizer as it was given. */
  public Object optimizer() {
    return optimizer;
  }

  /** Returns the loss as it was given, or null. */
  public Object loss() {
    return loss;
  }

  /** Returns the loss weights as they were given, or null. */
  public Object lossWeights() {
    return lossWeights;
  }

  /** Returns the metrics as they were given, or null. */
  public Object metrics() {
    return metrics;
  }

  /** Returns the weighted metrics as they were given, or null. */
  public Object weightedMetrics() {
    return weightedMetrics;
  }
}

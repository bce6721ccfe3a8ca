package rhyton.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import rhyton.config.AutoNamed;
import rhyton.config.KerasConfig;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;

/**
 * Base of all metrics: something that adds up over batches, in variables of its own, and gives one
 * number.
 *
 * <p>A metric of your own makes its variables in {@link #build}, changes them in {@link #update}
 * and computes its result from them in {@link #compute}. All three may run inside a traced
 * function. A metric with options, or one that is to be saved, extends {@link ArgMetric}.
 *
 * <pre>{@code
 * final class Largest extends Metric {
 *   private Weight largest;
 *
 *   @Override
 *   protected void build() {
 *     largest = addVariable("largest");
 *   }
 *
 *   @Override
 *   protected void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
 *     largest.assign(largest.read().maximum(yPred.max()));
 *   }
 *
 *   @Override
 *   protected Tensor compute() {
 *     return largest.read();
 *   }
 * }
 * }</pre>
 *
 * <p>The variables live in native memory until the metric is closed.
 *
 * @see <a href="https://keras.io/api/metrics/base_metric/">keras.metrics.Metric</a>
 */
public abstract class Metric extends AutoNamed implements AutoCloseable {
  /** Which way a metric gets better. */
  public enum Direction {
    /** More is better, as with accuracies. */
    UP,
    /** Less is better, as with errors. */
    DOWN,
    /** The metric does not say. */
    UNKNOWN
  }

  private final List<Weight> variables = new ArrayList<>();
  private boolean built;
  private boolean closed;

  /** A metric that gets its name when it is first used. */
  protected Metric() {}

  /** Returns the type of the variables and the result; unless overridden, the configured one. */
  public DType dtype() {
    return DType.of(KerasConfig.floatx());
  }

  /** Returns which way the metric gets better. */
  public Direction direction() {
    return Direction.UNKNOWN;
  }

  /** Makes the variables, with {@link #addVariable}. Called once, before the first use. */
  protected abstract void build();

  /**
   * A variable of zeros, for {@link #build}.
   *
   * @param variableName its name
   * @param shape its dimensions; none for a single number
   * @return the variable
   */
  protected final Weight addVariable(String variableName, long... shape) {
    String path = name().replace('/', '>') + "/" + variableName;
    Weight variable = new Weight(path, zeros(Shape.of(shape), dtype()));
    variables.add(variable);
    return variable;
  }

  /**
   * Takes a batch into account.
   *
   * @param yTrue the targets
   * @param yPred the predictions, possibly with a mask
   * @param sampleWeight how much each sample counts, or null
   */
  protected abstract void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight);

  /** Computes the result from the variables. */
  protected abstract Tensor compute();

  /**
   * Takes a batch into account.
   *
   * @param yTrue the targets
   * @param yPred the predictions; a mask of theirs, {@link Tensor#mask}, takes part
   * @param sampleWeight how much each sample counts; null if all count alike
   */
  public final void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    change(() -> update(yTrue, yPred, sampleWeight));
  }

  /** Makes the variables if needed, and runs a change of them. */
  final void change(Runnable change) {
    ready();
    try (TensorScope scope = TensorScope.open()) {
      change.run();
    }
  }

  /**
   * The result of all batches since the last {@link #resetState}.
   *
   * @return a number, which belongs to the caller's scope
   */
  public final Tensor result() {
    ready();
    try (TensorScope scope = TensorScope.open()) {
      return compute().keep();
    }
  }

  /** Forgets all batches: sets the variables to zero, unless a subclass has other beginnings. */
  public void resetState() {
    change(() -> variables.forEach(v -> v.assign(zeros(v.shape(), v.dtype()))));
  }

  /** Returns the variables, in the order in which they were made. */
  public final List<Weight> variables() {
    ready();
    return Collections.unmodifiableList(variables);
  }

  private void ready() {
    if (closed) {
      throw new IllegalStateException("Metric `" + name() + "` is used after it was closed");
    }
    use();
    if (!built) {
      Trace.outside(
          () -> {
            try (TensorScope scope = TensorScope.open()) {
              build();
            }
            return null;
          });
      built = true;
    }
  }

  private static Tensor zeros(Shape shape, DType dtype) {
    Tensor zero = Tensor.scalar(0, dtype);
    return shape.rank() == 0 ? zero : zero.broadcastTo(shape.toArray());
  }

  /** Frees the variables. Closing twice is harmless; the metric cannot be used any more. */
  @Override
  public final void close() {
    use();
    closed = true;
    variables.forEach(Weight::close);
  }
}

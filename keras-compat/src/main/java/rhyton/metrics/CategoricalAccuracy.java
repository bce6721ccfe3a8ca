package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * How often the class with the highest prediction is the class with the highest target.
 *
 * <p>For targets that are one-hot vectors or probabilities. Of equal predictions the first counts.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, classes)}. Variables {@code total}
 * and {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * try (Metric metric = new CategoricalAccuracy()) {
 *   metric.updateState(yTrue, yPred, null);
 *   double accuracy = metric.result().item();
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/accuracy_metrics/#categoricalaccuracy-class">categoricalaccuracy</a>
 */
public final class CategoricalAccuracy extends FormulaMetric<CategoricalAccuracy> {
  /** The declaration. */
  public static final KerasType<CategoricalAccuracy> TYPE =
      KerasType.metric(
          "CategoricalAccuracy", CategoricalAccuracy::new, baseArgs("categorical_accuracy"));

  /** The metric with its defaults. */
  public CategoricalAccuracy() {
    this(ArgValues.NONE);
  }

  private CategoricalAccuracy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<CategoricalAccuracy> type() {
    return TYPE;
  }

  @Override
  public Direction direction() {
    return Direction.UP;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    Tensor target = yTrue.argmax(-1).cast(yPred.dtype());
    boolean column = target.rank() == yPred.rank();
    Tensor predicted = yPred.argmax(-1).cast(yPred.dtype());
    Tensor matches = hits((column ? target.squeeze(-1) : target).equal(predicted));
    return column ? matches.expandDims(-1) : matches;
  }
}

package rhyton.metrics;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.losses.SameRank;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * How often predictions are on the right side of a threshold.
 *
 * <p>For targets of 0 and 1. A prediction above the threshold is a 1, one that equals it a 0.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}. Variables {@code total} and
 * {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * try (Metric metric = new BinaryAccuracy().threshold(0.4)) {
 *   metric.updateState(yTrue, yPred, null);
 *   double accuracy = metric.result().item();
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/accuracy_metrics/#binaryaccuracy-class">binaryaccuracy</a>
 */
@CheckReturnValue
public final class BinaryAccuracy extends FormulaMetric<BinaryAccuracy> {
  /** What predictions must exceed to be a 1. */
  public static final Arg<Double> THRESHOLD = Arg.number("threshold", 0.5);

  /** The declaration. */
  public static final KerasType<BinaryAccuracy> TYPE =
      KerasType.metric(
          "BinaryAccuracy", BinaryAccuracy::new, baseArgs("binary_accuracy"), THRESHOLD);

  /** The metric with its defaults. */
  public BinaryAccuracy() {
    this(ArgValues.NONE);
  }

  private BinaryAccuracy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<BinaryAccuracy> type() {
    return TYPE;
  }

  @Override
  public Direction direction() {
    return Direction.UP;
  }

  /**
   * What predictions must exceed to be a 1; by default 0.5.
   *
   * @param threshold the threshold
   * @return a copy with this option
   */
  public BinaryAccuracy threshold(double threshold) {
    return with(THRESHOLD, threshold);
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    SameRank both = SameRank.of(yTrue, yPred);
    Tensor above = both.second().greater(Tensor.scalar(arg(THRESHOLD), DType.FLOAT32));
    return hits(both.first().equal(above.cast(yTrue.dtype())));
  }
}

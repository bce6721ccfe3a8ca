package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.losses.SameRank;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * How often predictions equal targets exactly.
 *
 * <p>For predictions that are class numbers. What the word {@code "accuracy"} stands for in {@code
 * compile} is found from the shapes, see {@link Metrics#get(Object, Shape, Shape)}.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}. Variables {@code total} and
 * {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * try (Metric metric = new Accuracy()) {
 *   metric.updateState(Tensor.of(new int[] {1, 2, 3}), Tensor.of(new int[] {1, 2, 0}), null);
 *   metric.result().item();   // 0.6666667
 * }
 * }</pre>
 *
 * @see <a href="https://keras.io/api/metrics/accuracy_metrics/#accuracy-class">accuracy</a>
 */
public final class Accuracy extends FormulaMetric<Accuracy> {
  /** The declaration. */
  public static final KerasType<Accuracy> TYPE =
      KerasType.metric("Accuracy", Accuracy::new, baseArgs("accuracy"));

  /** The metric with its defaults. */
  public Accuracy() {
    this(ArgValues.NONE);
  }

  private Accuracy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Accuracy> type() {
    return TYPE;
  }

  @Override
  public Direction direction() {
    return Direction.UP;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    SameRank both = SameRank.of(Tensor.convert(yTrue, yPred.dtype()), yPred);
    return hits(both.first().equal(both.second()));
  }
}

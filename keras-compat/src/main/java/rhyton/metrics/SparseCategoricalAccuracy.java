package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * How often the class with the highest prediction is the target.
 *
 * <p>For targets that are class numbers. Of equal predictions the first counts.
 *
 * <p><b>Shapes</b>: targets {@code (batch, …)} or {@code (batch, …, 1)}, predictions {@code (batch,
 * …, classes)}. Variables {@code total} and {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * try (Metric metric = new SparseCategoricalAccuracy()) {
 *   metric.updateState(yTrue, yPred, null);
 *   double accuracy = metric.result().item();
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/accuracy_metrics/#sparsecategoricalaccuracy-class">sparsecategoricalaccuracy</a>
 */
public final class SparseCategoricalAccuracy extends FormulaMetric<SparseCategoricalAccuracy> {
  /** The declaration. */
  public static final KerasType<SparseCategoricalAccuracy> TYPE =
      KerasType.metric(
          "SparseCategoricalAccuracy",
          SparseCategoricalAccuracy::new,
          baseArgs("sparse_categorical_accuracy"));

  /** The metric with its defaults. */
  public SparseCategoricalAccuracy() {
    this(ArgValues.NONE);
  }

  private SparseCategoricalAccuracy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<SparseCategoricalAccuracy> type() {
    return TYPE;
  }

  @Override
  public Direction direction() {
    return Direction.UP;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    Tensor given = Tensor.convert(yTrue, yPred.dtype());
    boolean column = given.rank() == yPred.rank() && given.shape().get(-1) == 1;
    Tensor target = column ? given.squeeze(-1) : given;
    Tensor matches = hits(target.equal(yPred.argmax(-1).cast(yPred.dtype())));
    boolean dropLast = matches.rank() > 1 && matches.shape().get(-1) == 1;
    return dropLast && !column ? matches.squeeze(-1) : matches;
  }
}

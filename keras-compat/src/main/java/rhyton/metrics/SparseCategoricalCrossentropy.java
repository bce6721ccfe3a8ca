package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.losses.Formulas;
import rhyton.losses.HasClassAxis;
import rhyton.losses.HasFromLogits;
import rhyton.losses.HasIgnoreClass;
import rhyton.tensor.Tensor;

/**
 * The mean cross-entropy of several classes, {@code -log(p[t])}, with the number of the right class
 * as the target.
 *
 * <p>The same numbers as the loss of that name gives, averaged over samples. Samples of a class
 * that is ignored count with the value 0, and not at all where there are sample weights.
 *
 * <p><b>Shapes</b>: targets {@code (batch, …)}, predictions {@code (batch, …, classes)}. Variables
 * {@code total} and {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * Metric metric = new SparseCategoricalCrossentropy().fromLogits(true);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/probabilistic_metrics/#sparsecategoricalcrossentropy-class">sparsecategoricalcrossentropy</a>
 */
@CheckReturnValue
public final class SparseCategoricalCrossentropy
    extends FormulaMetric<SparseCategoricalCrossentropy>
    implements HasFromLogits<SparseCategoricalCrossentropy>,
        HasIgnoreClass<SparseCategoricalCrossentropy>,
        HasClassAxis<SparseCategoricalCrossentropy> {
  /** The declaration. */
  public static final KerasType<SparseCategoricalCrossentropy> TYPE =
      KerasType.metric(
          "SparseCategoricalCrossentropy",
          SparseCategoricalCrossentropy::new,
          baseArgs("sparse_categorical_crossentropy"),
          FROM_LOGITS,
          IGNORE_CLASS,
          AXIS);

  /** The metric with its defaults. */
  public SparseCategoricalCrossentropy() {
    this(ArgValues.NONE);
  }

  private SparseCategoricalCrossentropy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<SparseCategoricalCrossentropy> type() {
    return TYPE;
  }

  @Override
  public Direction direction() {
    return Direction.DOWN;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.sparseCategoricalCrossentropy(
        yTrue, yPred, arg(FROM_LOGITS), arg(IGNORE_CLASS), arg(AXIS));
  }
}

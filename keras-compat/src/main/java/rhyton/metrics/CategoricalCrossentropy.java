package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.losses.Formulas;
import rhyton.losses.HasClassAxis;
import rhyton.losses.HasFromLogits;
import rhyton.losses.HasLabelSmoothing;
import rhyton.tensor.Tensor;

/**
 * The mean cross-entropy of several classes, {@code -sum(t log(p))}, with one target number for
 * each class.
 *
 * <p>The same numbers as the loss of that name gives, averaged over samples.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, classes)}. Variables {@code total}
 * and {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * Metric metric = new CategoricalCrossentropy().labelSmoothing(0.1);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/probabilistic_metrics/#categoricalcrossentropy-class">categoricalcrossentropy</a>
 */
@CheckReturnValue
public final class CategoricalCrossentropy extends FormulaMetric<CategoricalCrossentropy>
    implements HasFromLogits<CategoricalCrossentropy>,
        HasLabelSmoothing<CategoricalCrossentropy>,
        HasClassAxis<CategoricalCrossentropy> {
  /** The declaration. */
  public static final KerasType<CategoricalCrossentropy> TYPE =
      KerasType.metric(
          "CategoricalCrossentropy",
          CategoricalCrossentropy::new,
          baseArgs("categorical_crossentropy"),
          FROM_LOGITS,
          LABEL_SMOOTHING,
          AXIS);

  /** The metric with its defaults. */
  public CategoricalCrossentropy() {
    this(ArgValues.NONE);
  }

  private CategoricalCrossentropy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<CategoricalCrossentropy> type() {
    return TYPE;
  }

  @Override
  public Direction direction() {
    return Direction.DOWN;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.categoricalCrossentropy(
        yTrue, yPred, arg(FROM_LOGITS), arg(LABEL_SMOOTHING), arg(AXIS));
  }
}

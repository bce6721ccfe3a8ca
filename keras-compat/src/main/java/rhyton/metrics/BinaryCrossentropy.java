package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.losses.Formulas;
import rhyton.losses.HasFromLogits;
import rhyton.losses.HasLabelSmoothing;
import rhyton.tensor.Tensor;

/**
 * The mean cross-entropy of two classes, {@code -t log(p) - (1 - t) log(1 - p)}.
 *
 * <p>The same numbers as the loss of that name gives, averaged over samples.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}. Variables {@code total} and
 * {@code count}, both {@code ()}.
 *
 * <pre>{@code
 * Metric metric = new BinaryCrossentropy().fromLogits(true);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/metrics/probabilistic_metrics/#binarycrossentropy-class">binarycrossentropy</a>
 */
@CheckReturnValue
public final class BinaryCrossentropy extends FormulaMetric<BinaryCrossentropy>
    implements HasFromLogits<BinaryCrossentropy>, HasLabelSmoothing<BinaryCrossentropy> {
  /** The declaration. */
  public static final KerasType<BinaryCrossentropy> TYPE =
      KerasType.metric(
              "BinaryCrossentropy",
              BinaryCrossentropy::new,
              baseArgs("binary_crossentropy"),
              FROM_LOGITS,
              LABEL_SMOOTHING)
          .alias("bce", "BCE");

  /** The metric with its defaults. */
  public BinaryCrossentropy() {
    this(ArgValues.NONE);
  }

  private BinaryCrossentropy(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<BinaryCrossentropy> type() {
    return TYPE;
  }

  @Override
  public Direction direction() {
    return Direction.DOWN;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.binaryCrossentropy(yTrue, yPred, arg(FROM_LOGITS), arg(LABEL_SMOOTHING), -1);
  }
}

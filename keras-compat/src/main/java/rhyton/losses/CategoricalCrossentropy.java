package rhyton.losses;

import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Cross-entropy of several classes, with one target number for each class: {@code -sum(t log(p))}.
 *
 * <p>For targets that are one-hot vectors or probabilities, and a last layer with a softmax, or
 * with none and {@code fromLogits(true)}. Probabilities are divided by their sum and kept away from
 * 0 and 1 by 1e-7; those of a softmax activation are compared by what it was computed from. Label
 * smoothing counts the classes on the last axis, also if {@code axis} is another one.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, classes)}, unreduced loss {@code
 * (batch, …)}.
 *
 * <pre>{@code
 * Tensor loss = new CategoricalCrossentropy().labelSmoothing(0.1).apply(yTrue, yPred);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/losses/probabilistic_losses/#categoricalcrossentropy-class">
 *     CategoricalCrossentropy</a>
 */
@CheckReturnValue
public final class CategoricalCrossentropy extends FormulaLoss<CategoricalCrossentropy>
    implements HasFromLogits<CategoricalCrossentropy>,
        HasLabelSmoothing<CategoricalCrossentropy>,
        HasClassAxis<CategoricalCrossentropy> {
  /** The declaration. */
  public static final KerasType<CategoricalCrossentropy> TYPE =
      KerasType.loss(
          "CategoricalCrossentropy",
          CategoricalCrossentropy::new,
          baseArgs("categorical_crossentropy"),
          FROM_LOGITS,
          LABEL_SMOOTHING,
          AXIS);

  /** The loss with its defaults. */
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
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.categoricalCrossentropy(
        yTrue, yPred, arg(FROM_LOGITS), arg(LABEL_SMOOTHING), arg(AXIS));
  }
}

package rhyton.losses;

import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Cross-entropy of several classes, with the number of the right class as the target: {@code
 * -log(p[t])}.
 *
 * <p>For a last layer with a softmax, or with none and {@code fromLogits(true)}. Probabilities are
 * kept away from 0 and 1 by 1e-7 and made to sum to 1; those of a softmax activation are compared
 * by what it was computed from.
 *
 * <p><b>Shapes</b>: targets {@code (batch, …)} or {@code (batch, …, 1)}, predictions {@code (batch,
 * …, classes)}, unreduced loss {@code (batch, …)}.
 *
 * <pre>{@code
 * Tensor loss = new SparseCategoricalCrossentropy().ignoreClass(-1).apply(yTrue, yPred);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/losses/probabilistic_losses/#sparsecategoricalcrossentropy-class">
 *     SparseCategoricalCrossentropy</a>
 */
@CheckReturnValue
public final class SparseCategoricalCrossentropy extends FormulaLoss<SparseCategoricalCrossentropy>
    implements HasFromLogits<SparseCategoricalCrossentropy>,
        HasIgnoreClass<SparseCategoricalCrossentropy>,
        HasClassAxis<SparseCategoricalCrossentropy> {
  /** The declaration. */
  public static final KerasType<SparseCategoricalCrossentropy> TYPE =
      KerasType.loss(
          "SparseCategoricalCrossentropy",
          SparseCategoricalCrossentropy::new,
          baseArgs("sparse_categorical_crossentropy"),
          FROM_LOGITS,
          IGNORE_CLASS,
          AXIS.unlisted());

  /** The loss with its defaults. */
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
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.sparseCategoricalCrossentropy(
        yTrue, yPred, arg(FROM_LOGITS), arg(IGNORE_CLASS), arg(AXIS));
  }
}

package rhyton.losses;

import rhyton.config.ArgValues;
import rhyton.tensor.Tensor;

/**
 * Base of the losses of Keras, each a function of targets and predictions that are brought to one
 * rank first: targets of shape {@code (batch)} go with predictions of shape {@code (batch, 1)}.
 */
abstract sealed class FormulaLoss<S extends FormulaLoss<S>> extends ArgLoss<S>
    permits BinaryCrossentropy,
        CategoricalCrossentropy,
        Huber,
        LossFunctionWrapper,
        MeanAbsoluteError,
        MeanSquaredError,
        SparseCategoricalCrossentropy {
  FormulaLoss(ArgValues args) {
    super(args);
  }

  @Override
  protected final Tensor call(Tensor yTrue, Tensor yPred) {
    SameRank both = SameRank.of(yTrue, yPred);
    return compare(both.first(), both.second());
  }

  /** The loss of each sample. */
  abstract Tensor compare(Tensor yTrue, Tensor yPred);
}

package rhyton.losses;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * A function as a loss, with a name, a reduction and a dtype.
 *
 * <pre>{@code
 * Loss loss = new LossFunctionWrapper((yTrue, yPred) -> yTrue.subtract(yPred).square())
 *     .reduction("sum");
 * }</pre>
 *
 * @see LossFunction
 */
public final class LossFunctionWrapper extends FormulaLoss<LossFunctionWrapper> {
  /** The function. */
  public static final Arg<LossFunction> FN = Arg.required("fn", LossFunction.CODEC);

  /** The declaration. */
  public static final KerasType<LossFunctionWrapper> TYPE =
      KerasType.loss("LossFunctionWrapper", LossFunctionWrapper::new, baseArgs(null), FN);

  /**
   * A loss that is the mean of a function's values.
   *
   * @param fn the function
   */
  public LossFunctionWrapper(LossFunction fn) {
    this(ArgValues.NONE.with(FN, fn));
  }

  private LossFunctionWrapper(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<LossFunctionWrapper> type() {
    return TYPE;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return arg(FN).apply(yTrue, yPred);
  }
}

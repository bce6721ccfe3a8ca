package rhyton.losses;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Squared for small differences, absolute for large ones. With {@code e = |yTrue - yPred|} the mean
 * of {@code e² / 2} where e is at most delta, else of {@code delta e - delta² / 2}.
 *
 * <p>For regression with outliers: smooth around 0 as {@link MeanSquaredError}, and no steeper than
 * {@link MeanAbsoluteError} far away.
 *
 * <p><b>Shapes</b>: targets and predictions {@code (batch, …, d)}, unreduced loss {@code (batch,
 * …)}.
 *
 * <pre>{@code
 * Tensor loss = new Huber().delta(0.5).apply(yTrue, yPred);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/losses/regression_losses/#huber-class">Huber</a>
 */
@CheckReturnValue
public final class Huber extends FormulaLoss<Huber> {
  /** Where the parabola becomes a straight line. */
  public static final Arg<Double> DELTA = Arg.number("delta", 1.0).unlisted();

  /** The declaration. */
  public static final KerasType<Huber> TYPE =
      KerasType.loss("Huber", Huber::new, baseArgs("huber_loss"), DELTA);

  /** The loss with its defaults. */
  public Huber() {
    this(ArgValues.NONE);
  }

  private Huber(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Huber> type() {
    return TYPE;
  }

  @Override
  Tensor compare(Tensor yTrue, Tensor yPred) {
    return Formulas.huber(yTrue, yPred, arg(DELTA));
  }

  /**
   * Where the parabola becomes a straight line; by default at 1.
   *
   * @param delta the size of the difference
   * @return a copy with this option
   */
  public Huber delta(double delta) {
    return with(DELTA, delta);
  }
}

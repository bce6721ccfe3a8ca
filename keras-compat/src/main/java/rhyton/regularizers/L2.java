package rhyton.regularizers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Penalty {@code l2 * sum(x²)}, which keeps weights small.
 *
 * @see <a href="https://keras.io/api/layers/regularizers/#l2-class">keras.regularizers.L2</a>
 */
public final class L2 extends DeclaredObject<L2> implements Regularizer {
  /** The factor. */
  public static final Arg<Double> L2 = Arg.number("l2", 0.01).check(Factors.CHECK);

  /** Keras's class. */
  public static final KerasType<L2> TYPE = KerasType.regularizer("L2", L2::new, L2).alias("l2");

  /** A penalty with the factor 0.01. */
  public L2() {
    this(ArgValues.NONE);
  }

  /**
   * A penalty.
   *
   * @param l2 the factor, not negative
   */
  public L2(double l2) {
    this(ArgValues.NONE.with(L2, l2));
  }

  private L2(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<L2> type() {
    return TYPE;
  }

  /**
   * The factor; by default 0.01.
   *
   * @param l2 the factor, not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public L2 l2(double l2) {
    return with(L2, l2);
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.square().sum().multiply(arg(L2));
  }
}

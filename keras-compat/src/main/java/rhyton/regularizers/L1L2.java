package rhyton.regularizers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Penalty {@code l1 * sum(|x|) + l2 * sum(x²)}.
 *
 * @see <a href="https://keras.io/api/layers/regularizers/#l1l2-class">keras.regularizers.L1L2</a>
 */
public final class L1L2 extends DeclaredObject<L1L2> implements Regularizer {
  /** The factor of the sizes. */
  public static final Arg<Double> L1 = Arg.number("l1", 0).check(Factors.CHECK);

  /** The factor of the squares. */
  public static final Arg<Double> L2 = Arg.number("l2", 0).check(Factors.CHECK);

  /** Keras's class. */
  public static final KerasType<L1L2> TYPE =
      KerasType.regularizer("L1L2", L1L2::new, L1, L2).alias("l1_l2");

  /** A penalty of 0, for {@link #l1(double)} and {@link #l2(double)} to change. */
  public L1L2() {
    this(ArgValues.NONE);
  }

  /**
   * A penalty.
   *
   * @param l1 the factor of the sizes, not negative
   * @param l2 the factor of the squares, not negative
   */
  public L1L2(double l1, double l2) {
    this(ArgValues.NONE.with(L1, l1).with(L2, l2));
  }

  private L1L2(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<L1L2> type() {
    return TYPE;
  }

  /**
   * The factor of the sizes; by default 0.
   *
   * @param l1 the factor, not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public L1L2 l1(double l1) {
    return with(L1, l1);
  }

  /**
   * The factor of the squares; by default 0.
   *
   * @param l2 the factor, not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public L1L2 l2(double l2) {
    return with(L2, l2);
  }

  @Override
  public Tensor apply(Tensor x) {
    Tensor penalty = Tensor.scalar(0, x.dtype());
    if (arg(L1) != 0) {
      penalty = penalty.add(x.absolute().sum().multiply(arg(L1)));
    }
    if (arg(L2) != 0) {
      penalty = penalty.add(x.square().sum().multiply(arg(L2)));
    }
    return penalty;
  }
}

package rhyton.regularizers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Penalty {@code l1 * sum(|x|)}, which drives weights to exactly 0.
 *
 * @see <a href="https://keras.io/api/layers/regularizers/#l1-class">keras.regularizers.L1</a>
 */
public final class L1 extends DeclaredObject<L1> implements Regularizer {
  /** The factor. */
  public static final Arg<Double> L1 = Arg.of("l1", Codec.FLOAT32, 0.01).check(Factors.CHECK);

  /** Keras's class. */
  public static final KerasType<L1> TYPE = KerasType.regularizer("L1", L1::new, L1).alias("l1");

  /** A penalty with the factor 0.01. */
  public L1() {
    this(ArgValues.NONE);
  }

  /**
   * A penalty.
   *
   * @param l1 the factor, not negative
   */
  public L1(double l1) {
    this(ArgValues.NONE.with(L1, l1));
  }

  private L1(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<L1> type() {
    return TYPE;
  }

  /**
   * The factor; by default 0.01.
   *
   * @param l1 the factor, not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public L1 l1(double l1) {
    return with(L1, l1);
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.absolute().sum().multiply((double) arg(L1).floatValue());
  }
}

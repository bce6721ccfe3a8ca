package rhyton.constraints;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Moves norms that are out of bounds towards the bounds: to {@code rate * clip(norm, minValue,
 * maxValue) + (1 - rate) * norm}.
 *
 * @see <a
 *     href="https://keras.io/api/layers/constraints/#minmaxnorm-class">keras.constraints.MinMaxNorm</a>
 */
public final class MinMaxNorm extends DeclaredObject<MinMaxNorm>
    implements Constraint, HasNormAxis<MinMaxNorm> {
  /** The lower bound. */
  public static final Arg<Double> MIN_VALUE = Arg.number("min_value", 0);

  /** The upper bound. */
  public static final Arg<Double> MAX_VALUE = Arg.number("max_value", 1);

  /** How far a step goes. */
  public static final Arg<Double> RATE = Arg.number("rate", 1);

  /** Keras's class. */
  public static final KerasType<MinMaxNorm> TYPE =
      KerasType.constraint("MinMaxNorm", MinMaxNorm::new, MIN_VALUE, MAX_VALUE, RATE, AXIS);

  /** Bounds 0 and 1, reached at once, along axis 0. */
  public MinMaxNorm() {
    this(ArgValues.NONE);
  }

  /**
   * Bounds that are reached at once, along axis 0.
   *
   * @param minValue the smallest norm
   * @param maxValue the largest norm
   */
  public MinMaxNorm(double minValue, double maxValue) {
    this(ArgValues.NONE.with(MIN_VALUE, minValue).with(MAX_VALUE, maxValue));
  }

  private MinMaxNorm(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<MinMaxNorm> type() {
    return TYPE;
  }

  /**
   * The smallest norm; by default 0.
   *
   * @param minValue the lower bound
   * @return a copy with this option
   */
  @CheckReturnValue
  public MinMaxNorm minValue(double minValue) {
    return with(MIN_VALUE, minValue);
  }

  /**
   * The largest norm; by default 1.
   *
   * @param maxValue the upper bound
   * @return a copy with this option
   */
  @CheckReturnValue
  public MinMaxNorm maxValue(double maxValue) {
    return with(MAX_VALUE, maxValue);
  }

  /**
   * Which part of the way to the bounds a step goes; by default 1, the whole way.
   *
   * @param rate from 0 to 1
   * @return a copy with this option
   */
  @CheckReturnValue
  public MinMaxNorm rate(double rate) {
    return with(RATE, rate);
  }

  @Override
  public Tensor apply(Tensor w) {
    double rate = arg(RATE);
    Tensor norms = Norms.of(w, arg(AXIS));
    Tensor clipped = norms.clip(arg(MIN_VALUE), arg(MAX_VALUE));
    return Norms.scale(w, norms, clipped.multiply(rate).add(norms.multiply(1 - rate)));
  }
}

package rhyton.constraints;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Shortens vectors whose norm is above a limit.
 *
 * @see <a
 *     href="https://keras.io/api/layers/constraints/#maxnorm-class">keras.constraints.MaxNorm</a>
 */
public final class MaxNorm extends DeclaredObject<MaxNorm>
    implements Constraint, HasNormAxis<MaxNorm> {
  /** The limit. */
  public static final Arg<Double> MAX_VALUE = Arg.number("max_value", 2).check(Check.NOT_NEGATIVE);

  /** Keras's class. */
  public static final KerasType<MaxNorm> TYPE =
      KerasType.constraint("MaxNorm", MaxNorm::new, MAX_VALUE, AXIS);

  /** A limit of 2 along axis 0. */
  public MaxNorm() {
    this(ArgValues.NONE);
  }

  /**
   * A limit along axis 0.
   *
   * @param maxValue the largest norm
   */
  public MaxNorm(double maxValue) {
    this(ArgValues.NONE.with(MAX_VALUE, maxValue));
  }

  private MaxNorm(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<MaxNorm> type() {
    return TYPE;
  }

  /**
   * The largest norm; by default 2.
   *
   * @param maxValue the limit
   * @return a copy with this option
   */
  @CheckReturnValue
  public MaxNorm maxValue(double maxValue) {
    return with(MAX_VALUE, maxValue);
  }

  @Override
  public Tensor apply(Tensor w) {
    Tensor norms = Norms.of(w, arg(AXIS));
    return Norms.scale(w, norms, norms.clip(0, arg(MAX_VALUE)));
  }
}

package rhyton.constraints;

import rhyton.config.ArgValues;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Replaces negative numbers by 0.
 *
 * @see <a href="https://keras.io/api/layers/constraints/#nonneg-class">keras.constraints.NonNeg</a>
 */
public final class NonNeg extends DeclaredObject<NonNeg> implements Constraint {
  /** Keras's class. */
  public static final KerasType<NonNeg> TYPE = KerasType.constraint("NonNeg", NonNeg::new);

  /** The constraint, which has no options. */
  public NonNeg() {
    this(ArgValues.NONE);
  }

  private NonNeg(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<NonNeg> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Tensor w) {
    return w.maximum(0);
  }
}

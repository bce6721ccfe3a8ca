package rhyton.constraints;

import rhyton.config.ArgValues;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasConfig;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Gives all vectors the norm 1.
 *
 * @see <a
 *     href="https://keras.io/api/layers/constraints/#unitnorm-class">keras.constraints.UnitNorm</a>
 */
public final class UnitNorm extends DeclaredObject<UnitNorm>
    implements Constraint, HasNormAxis<UnitNorm> {
  /** Keras's class. */
  public static final KerasType<UnitNorm> TYPE =
      KerasType.constraint("UnitNorm", UnitNorm::new, AXIS);

  /** A constraint along axis 0. */
  public UnitNorm() {
    this(ArgValues.NONE);
  }

  private UnitNorm(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<UnitNorm> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Tensor w) {
    return w.divide(Norms.of(w, arg(AXIS)).add(KerasConfig.epsilon()));
  }
}

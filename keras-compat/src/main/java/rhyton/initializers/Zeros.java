package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * All zeros.
 *
 * @see <a href="https://keras.io/api/layers/initializers/#zeros-class">keras.initializers.Zeros</a>
 */
public final class Zeros extends DeclaredObject<Zeros> implements Initializer {
  /** Keras's class. */
  public static final KerasType<Zeros> TYPE =
      KerasType.initializer("Zeros", Zeros::new).alias("zero");

  /** The initializer, which has no options. */
  public Zeros() {
    this(ArgValues.NONE);
  }

  private Zeros(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Zeros> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return Filled.with(0, shape, dtype);
  }
}

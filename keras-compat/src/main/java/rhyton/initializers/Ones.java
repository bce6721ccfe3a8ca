package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * All ones.
 *
 * @see <a href="https://keras.io/api/layers/initializers/#ones-class">keras.initializers.Ones</a>
 */
public final class Ones extends DeclaredObject<Ones> implements Initializer {
  /** Keras's class. */
  public static final KerasType<Ones> TYPE = KerasType.initializer("Ones", Ones::new).alias("one");

  /** The initializer, which has no options. */
  public Ones() {
    this(ArgValues.NONE);
  }

  private Ones(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Ones> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return Filled.with(1, shape, dtype);
  }
}

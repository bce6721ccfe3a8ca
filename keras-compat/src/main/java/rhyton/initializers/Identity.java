package rhyton.initializers;

import java.util.stream.LongStream;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * The identity matrix times a gain.
 *
 * <p><b>Shapes</b>: a matrix, not necessarily square.
 *
 * <p><b>Porting note:</b> Keras 3 loses a gain other than 1 when it writes a config; here it is
 * written, and Keras reads it.
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#identity-class">keras.initializers.Identity</a>
 */
public final class Identity extends DeclaredObject<Identity> implements Initializer {
  /** The number on the diagonal. */
  public static final Arg<Double> GAIN = Arg.number("gain", 1).unlisted();

  /** Keras's class. */
  public static final KerasType<Identity> TYPE =
      KerasType.initializer("Identity", Identity::new, GAIN).alias("IdentityInitializer");

  /** The identity. */
  public Identity() {
    this(ArgValues.NONE);
  }

  private Identity(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Identity> type() {
    return TYPE;
  }

  /**
   * The number on the diagonal; by default 1.
   *
   * @param gain the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public Identity gain(double gain) {
    return with(GAIN, gain);
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    if (shape.rank() != 2) {
      throw new IllegalArgumentException(
          "Identity: the weight must be a matrix. Received: shape=" + shape);
    }
    try (TensorScope scope = TensorScope.open()) {
      Tensor rows = range(shape.get(0)).expandDims(1);
      Tensor diagonal = rows.equal(range(shape.get(1))).cast(dtype);
      return diagonal.multiply(arg(GAIN)).cast(dtype).keep();
    }
  }

  private static Tensor range(long size) {
    return Tensor.of(LongStream.range(0, size).toArray());
  }
}

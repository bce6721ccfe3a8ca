package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Uniform numbers up to {@code sqrt(6 / fanIn)} on both sides of 0: for layers followed by a ReLU.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer(new HeUniform().seed(3));
 * }</pre>
 *
 * <p>He et al., 2015, "Delving deep into rectifiers".
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#heuniform-class">keras.initializers.HeUniform</a>
 */
public final class HeUniform extends FanInitializer<HeUniform> {
  /** Keras's class. */
  public static final KerasType<HeUniform> TYPE =
      KerasType.initializer("HeUniform", HeUniform::new, FAN_ARGS);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public HeUniform() {
    this(ArgValues.NONE);
  }

  private HeUniform(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<HeUniform> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return draw(shape, dtype, 2, "fan_in", "uniform");
  }
}

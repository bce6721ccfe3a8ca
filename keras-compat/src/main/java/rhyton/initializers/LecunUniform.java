package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Uniform numbers up to {@code sqrt(3 / fanIn)} on both sides of 0.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer(new LecunUniform().seed(3));
 * }</pre>
 *
 * <p>LeCun et al., 1998, "Efficient backprop".
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#lecununiform-class">keras.initializers.LecunUniform</a>
 */
public final class LecunUniform extends FanInitializer<LecunUniform> {
  /** Keras's class. */
  public static final KerasType<LecunUniform> TYPE =
      KerasType.initializer("LecunUniform", LecunUniform::new, FAN_ARGS);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public LecunUniform() {
    this(ArgValues.NONE);
  }

  private LecunUniform(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<LecunUniform> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return draw(shape, dtype, 1, "fan_in", "uniform");
  }
}

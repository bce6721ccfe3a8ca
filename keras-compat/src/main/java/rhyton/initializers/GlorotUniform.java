package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Uniform numbers up to {@code sqrt(6 / (fanIn + fanOut))} on both sides of 0: the default of most
 * kernels.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer(new GlorotUniform().seed(3));
 * }</pre>
 *
 * <p>Glorot and Bengio, 2010, "Understanding the difficulty of training deep feedforward neural
 * networks".
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#glorotuniform-class">keras.initializers.GlorotUniform</a>
 */
public final class GlorotUniform extends FanInitializer<GlorotUniform> {
  /** Keras's class. */
  public static final KerasType<GlorotUniform> TYPE =
      KerasType.initializer("GlorotUniform", GlorotUniform::new, FAN_ARGS);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public GlorotUniform() {
    this(ArgValues.NONE);
  }

  private GlorotUniform(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<GlorotUniform> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return draw(shape, dtype, 1, "fan_avg", "uniform");
  }
}

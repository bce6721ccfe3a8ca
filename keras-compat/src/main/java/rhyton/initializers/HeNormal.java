package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Normal numbers with the variance {@code 2 / fanIn}, cut at two standard deviations: for layers
 * followed by a ReLU.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer(new HeNormal().seed(3));
 * }</pre>
 *
 * <p>He et al., 2015, "Delving deep into rectifiers".
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#henormal-class">keras.initializers.HeNormal</a>
 */
public final class HeNormal extends FanInitializer<HeNormal> {
  /** Keras's class. */
  public static final KerasType<HeNormal> TYPE =
      KerasType.initializer("HeNormal", HeNormal::new, FAN_ARGS);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public HeNormal() {
    this(ArgValues.NONE);
  }

  private HeNormal(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<HeNormal> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return draw(shape, dtype, 2, "fan_in", "truncated_normal");
  }
}

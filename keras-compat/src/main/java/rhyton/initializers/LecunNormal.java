package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Normal numbers with the variance {@code 1 / fanIn}, cut at two standard deviations: for layers
 * followed by a SELU.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer(new LecunNormal().seed(3));
 * }</pre>
 *
 * <p>LeCun et al., 1998, "Efficient backprop".
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#lecunnormal-class">keras.initializers.LecunNormal</a>
 */
public final class LecunNormal extends FanInitializer<LecunNormal> {
  /** Keras's class. */
  public static final KerasType<LecunNormal> TYPE =
      KerasType.initializer("LecunNormal", LecunNormal::new, FAN_ARGS);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public LecunNormal() {
    this(ArgValues.NONE);
  }

  private LecunNormal(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<LecunNormal> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return draw(shape, dtype, 1, "fan_in", "truncated_normal");
  }
}

package rhyton.initializers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Normal numbers with the variance {@code 2 / (fanIn + fanOut)}, cut at two standard deviations.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer(new GlorotNormal().seed(3));
 * }</pre>
 *
 * <p>Glorot and Bengio, 2010, "Understanding the difficulty of training deep feedforward neural
 * networks".
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#glorotnormal-class">keras.initializers.GlorotNormal</a>
 */
public final class GlorotNormal extends FanInitializer<GlorotNormal> {
  /** Keras's class. */
  public static final KerasType<GlorotNormal> TYPE =
      KerasType.initializer("GlorotNormal", GlorotNormal::new, FAN_ARGS);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public GlorotNormal() {
    this(ArgValues.NONE);
  }

  private GlorotNormal(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<GlorotNormal> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return draw(shape, dtype, 1, "fan_avg", "truncated_normal");
  }
}

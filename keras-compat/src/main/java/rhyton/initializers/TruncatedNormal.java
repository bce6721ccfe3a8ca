package rhyton.initializers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.random.KerasRandom;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Normal numbers, where those further than two standard deviations from the mean are drawn again.
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#truncatednormal-class">keras.initializers.TruncatedNormal</a>
 */
public final class TruncatedNormal extends RandomInitializer<TruncatedNormal> {
  /** The mean. */
  public static final Arg<Double> MEAN = Arg.number("mean", 0);

  /** The standard deviation before the cut. */
  public static final Arg<Double> STDDEV = Arg.number("stddev", 0.05);

  /** Keras's class. */
  public static final KerasType<TruncatedNormal> TYPE =
      KerasType.initializer("TruncatedNormal", TruncatedNormal::new, SEED, MEAN, STDDEV);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public TruncatedNormal() {
    this(ArgValues.NONE);
  }

  /**
   * An initializer with a seed that is drawn as Keras draws it.
   *
   * @param mean the mean
   * @param stddev the standard deviation before the cut
   */
  public TruncatedNormal(double mean, double stddev) {
    this(ArgValues.NONE.with(MEAN, mean).with(STDDEV, stddev));
  }

  private TruncatedNormal(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<TruncatedNormal> type() {
    return TYPE;
  }

  /**
   * The mean; by default 0.
   *
   * @param mean the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public TruncatedNormal mean(double mean) {
    return with(MEAN, mean);
  }

  /**
   * The standard deviation before the cut; by default 0.05.
   *
   * @param stddev the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public TruncatedNormal stddev(double stddev) {
    return with(STDDEV, stddev);
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return KerasRandom.truncatedNormal(shape, arg(MEAN), arg(STDDEV), dtype, seed());
  }
}

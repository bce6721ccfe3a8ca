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
 * Normal numbers.
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#randomnormal-class">keras.initializers.RandomNormal</a>
 */
public final class RandomNormal extends RandomInitializer<RandomNormal> {
  /** The mean. */
  public static final Arg<Double> MEAN = Arg.number("mean", 0);

  /** The standard deviation. */
  public static final Arg<Double> STDDEV = Arg.number("stddev", 0.05);

  /** Keras's class. */
  public static final KerasType<RandomNormal> TYPE =
      KerasType.initializer("RandomNormal", RandomNormal::new, SEED, MEAN, STDDEV).alias("normal");

  /** An initializer with a seed that is drawn as Keras draws it. */
  public RandomNormal() {
    this(ArgValues.NONE);
  }

  /**
   * An initializer with a seed that is drawn as Keras draws it.
   *
   * @param mean the mean
   * @param stddev the standard deviation
   */
  public RandomNormal(double mean, double stddev) {
    this(ArgValues.NONE.with(MEAN, mean).with(STDDEV, stddev));
  }

  private RandomNormal(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<RandomNormal> type() {
    return TYPE;
  }

  /**
   * The mean; by default 0.
   *
   * @param mean the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public RandomNormal mean(double mean) {
    return with(MEAN, mean);
  }

  /**
   * The standard deviation; by default 0.05.
   *
   * @param stddev the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public RandomNormal stddev(double stddev) {
    return with(STDDEV, stddev);
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return KerasRandom.normal(shape, arg(MEAN), arg(STDDEV), dtype, seed());
  }
}

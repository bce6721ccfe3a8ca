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
 * Numbers between two bounds, all equally likely.
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#randomuniform-class">keras.initializers.RandomUniform</a>
 */
public final class RandomUniform extends RandomInitializer<RandomUniform> {
  /** The smallest number. */
  public static final Arg<Double> MINVAL = Arg.number("minval", -0.05);

  /** What all numbers are below. */
  public static final Arg<Double> MAXVAL = Arg.number("maxval", 0.05);

  /** Keras's class. */
  public static final KerasType<RandomUniform> TYPE =
      KerasType.initializer("RandomUniform", RandomUniform::new, SEED, MINVAL, MAXVAL)
          .alias("uniform");

  /** An initializer with a seed that is drawn as Keras draws it. */
  public RandomUniform() {
    this(ArgValues.NONE);
  }

  /**
   * An initializer with a seed that is drawn as Keras draws it.
   *
   * @param minval the smallest number
   * @param maxval what all numbers are below
   */
  public RandomUniform(double minval, double maxval) {
    this(ArgValues.NONE.with(MINVAL, minval).with(MAXVAL, maxval));
  }

  private RandomUniform(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<RandomUniform> type() {
    return TYPE;
  }

  /**
   * The smallest number; by default -0.05.
   *
   * @param minval the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public RandomUniform minval(double minval) {
    return with(MINVAL, minval);
  }

  /**
   * What all numbers are below; by default 0.05.
   *
   * @param maxval the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public RandomUniform maxval(double maxval) {
    return with(MAXVAL, maxval);
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return KerasRandom.uniform(shape, arg(MINVAL), arg(MAXVAL), dtype, seed());
  }
}

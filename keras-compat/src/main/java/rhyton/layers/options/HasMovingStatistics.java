package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.ArgList;
import rhyton.config.CheckReturnValue;
import rhyton.initializers.Initializer;
import rhyton.initializers.Initializers;
import rhyton.initializers.Ones;
import rhyton.initializers.Zeros;

/**
 * Options of the mean and the variance that move with the batches, and of how a batch gives them.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasMovingStatistics<S> extends ArgHolder<S> {
  /** Which share of the moving mean and variance a step keeps. */
  Arg<Double> MOMENTUM = Arg.number("momentum", 0.99);

  /** How the moving mean starts. */
  Arg<Initializer> MOVING_MEAN_INITIALIZER =
      Arg.of("moving_mean_initializer", Initializers.CODEC, new Zeros());

  /** How the moving variance starts. */
  Arg<Initializer> MOVING_VARIANCE_INITIALIZER =
      Arg.of("moving_variance_initializer", Initializers.CODEC, new Ones());

  /** Whether the statistics are those of the batches of all devices. */
  Arg<Boolean> SYNCHRONIZED = Arg.flag("synchronized", false);

  /** All of them. */
  ArgList MOVING_STATISTICS =
      ArgList.of(MOMENTUM, MOVING_MEAN_INITIALIZER, MOVING_VARIANCE_INITIALIZER, SYNCHRONIZED);

  /**
   * Which share of the moving mean and variance stays at each step of training; by default 0.99.
   *
   * @param momentum from 0 to 1
   * @return a copy with this option
   */
  default S momentum(double momentum) {
    return with(MOMENTUM, momentum);
  }

  /**
   * How the moving mean starts; by default with zeros.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S movingMeanInitializer(Initializer initializer) {
    return with(MOVING_MEAN_INITIALIZER, initializer);
  }

  /**
   * How the moving mean starts; by default with zeros.
   *
   * @param initializer the name of one of Keras's classes, such as {@code zeros}
   * @return a copy with this option
   */
  default S movingMeanInitializer(String initializer) {
    return movingMeanInitializer(MOVING_MEAN_INITIALIZER.parse(this, initializer));
  }

  /**
   * How the moving variance starts; by default with ones.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S movingVarianceInitializer(Initializer initializer) {
    return with(MOVING_VARIANCE_INITIALIZER, initializer);
  }

  /**
   * How the moving variance starts; by default with ones.
   *
   * @param initializer the name of one of Keras's classes, such as {@code ones}
   * @return a copy with this option
   */
  default S movingVarianceInitializer(String initializer) {
    return movingVarianceInitializer(MOVING_VARIANCE_INITIALIZER.parse(this, initializer));
  }

  /**
   * Whether the statistics are those of the batches of all devices that train together. A model
   * trains on one device here, so both give the same. (The name of the option, {@code
   * synchronized}, is a word of Java.)
   *
   * @param synchronize true for all devices
   * @return a copy with this option
   */
  default S synchronize(boolean synchronize) {
    return with(SYNCHRONIZED, synchronize);
  }
}

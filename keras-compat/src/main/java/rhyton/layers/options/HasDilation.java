package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code dilation_rate}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasDilation<S> extends ArgHolder<S> {
  /** The distance between neighbouring elements of the kernel along each axis. */
  Arg<long[]> DILATION_RATE =
      Arg.of("dilation_rate", Codec.DIMS, new long[] {1}).check(Sizes.POSITIVE);

  /**
   * How far apart the inputs are that neighbouring elements of the kernel see.
   *
   * @param dilationRate one number for all axes, or one for each; 1 sees neighbours
   * @return a copy with this option
   */
  default S dilationRate(long... dilationRate) {
    return with(DILATION_RATE, dilationRate);
  }
}

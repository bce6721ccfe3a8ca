package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code strides}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasStrides<S> extends ArgHolder<S> {
  /** The step of the window along each axis. */
  Arg<long[]> STRIDES = Arg.of("strides", Codec.DIMS, new long[] {1}).check(Sizes.POSITIVE);

  /**
   * How far the window moves between two outputs.
   *
   * @param strides one number for all axes, or one for each
   * @return a copy with this option
   */
  default S strides(long... strides) {
    return with(STRIDES, strides);
  }
}

package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Options {@code pool_size} and {@code strides} of pooling layers, whose windows do not overlap
 * unless they are told to.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasPoolSize<S> extends ArgHolder<S> {
  /** The size of the window along each axis. */
  Arg<long[]> POOL_SIZE = Arg.of("pool_size", Codec.DIMS, new long[] {2}).check(Sizes.POSITIVE);

  /** The step of the window, as large as the window unless given. */
  Arg<long[]> POOL_STRIDES = HasStrides.STRIDES.defaultsTo(args -> args.get(POOL_SIZE));

  /**
   * How large the window is.
   *
   * @param poolSize one number for all axes, or one for each
   * @return a copy with this option
   */
  default S poolSize(long... poolSize) {
    return with(POOL_SIZE, poolSize);
  }

  /**
   * How far the window moves between two outputs; by default its own size.
   *
   * @param strides one number for all axes, or one for each
   * @return a copy with this option
   */
  default S strides(long... strides) {
    return with(POOL_STRIDES, strides);
  }
}

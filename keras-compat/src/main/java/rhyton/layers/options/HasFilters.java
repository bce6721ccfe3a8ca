package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Options of the filters of convolutions: how many, how large.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasFilters<S> extends ArgHolder<S> {
  /** The number of channels of the output. */
  Arg<Integer> FILTERS = Arg.positiveInt("filters");

  /** The size of the window along each axis. */
  Arg<long[]> KERNEL_SIZE = Arg.required("kernel_size", Codec.DIMS).check(Sizes.POSITIVE);

  /**
   * How many filters there are, each of which makes a channel of the output.
   *
   * @param filters at least 1; of a convolution in groups a multiple of their number
   * @return a copy with this option
   */
  default S filters(int filters) {
    return with(FILTERS, filters);
  }

  /**
   * How large the window of a filter is.
   *
   * @param kernelSize one number for all axes, or one for each
   * @return a copy with this option
   */
  default S kernelSize(long... kernelSize) {
    return with(KERNEL_SIZE, kernelSize);
  }
}

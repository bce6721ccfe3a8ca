package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Options of the filters of convolutions: how many, how large, for which channels.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasFilters<S> extends ArgHolder<S> {
  /** The number of channels of the output. */
  Arg<Integer> FILTERS = Arg.positiveInt("filters");

  /** The size of the window along each axis. */
  Arg<long[]> KERNEL_SIZE = Arg.required("kernel_size", Codec.DIMS).check(Sizes.POSITIVE);

  /** Into how many groups the channels are split, each with filters of its own. */
  Arg<Integer> GROUPS = Arg.positiveInt("groups", 1);

  /**
   * How many filters there are, each of which makes a channel of the output.
   *
   * @param filters at least 1, and a multiple of the groups
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

  /**
   * Into how many groups the channels of the input are split, each of which has filters of its own;
   * by default all are one group.
   *
   * @param groups a number that divides the channels of the input and the filters
   * @return a copy with this option
   */
  default S groups(int groups) {
    return with(GROUPS, groups);
  }
}

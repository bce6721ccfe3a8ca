package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code groups} of convolutions.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasGroups<S> extends ArgHolder<S> {
  /** Into how many groups the channels are split, each with filters of its own. */
  Arg<Integer> GROUPS = Arg.positiveInt("groups", 1);

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

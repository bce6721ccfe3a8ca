package rhyton.optimizers.schedules;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code staircase} of schedules that fall a little with each step.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasStaircase<S> extends ArgHolder<S> {
  /** Whether the rate changes only at multiples of {@code decay_steps}. */
  Arg<Boolean> STAIRCASE = Arg.flag("staircase", false);

  /**
   * Whether the rate changes only at multiples of {@code decay_steps}; by default it changes with
   * each step.
   *
   * @param staircase whether there are stairs
   * @return a copy with this option
   */
  default S staircase(boolean staircase) {
    return with(STAIRCASE, staircase);
  }
}

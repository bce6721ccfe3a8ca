package rhyton.optimizers.schedules;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code alpha} of schedules that fall to a part of the initial rate.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasAlpha<S> extends ArgHolder<S> {
  /** The smallest rate as a part of the initial one. */
  Arg<Double> ALPHA = Arg.number("alpha", 0);

  /**
   * The smallest rate as a part of the initial one; by default 0.
   *
   * @param alpha the part
   * @return a copy with this option
   */
  default S alpha(double alpha) {
    return with(ALPHA, alpha);
  }
}

package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code units}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasUnits<S> extends ArgHolder<S> {
  /** The size of the last axis of the output. */
  Arg<Integer> UNITS = Arg.positiveInt("units");

  /**
   * How large the last axis of the output is.
   *
   * @param units at least 1
   * @return a copy with this option
   */
  default S units(int units) {
    return with(UNITS, units);
  }
}

package rhyton.losses;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code axis} of losses and metrics.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasClassAxis<S> extends ArgHolder<S> {
  /** The axis of the classes, counted from the end if it is negative. */
  Arg<Integer> AXIS = Arg.integer("axis", -1);

  /**
   * The axis of the classes; by default the last.
   *
   * @param axis the axis; negative ones count from the end
   * @return a copy with this option
   */
  default S axis(int axis) {
    return with(AXIS, axis);
  }
}

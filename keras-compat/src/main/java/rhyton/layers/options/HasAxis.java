package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code axis} of layers that work along one axis.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasAxis<S> extends ArgHolder<S> {
  /** The axis, counted from the end if it is negative. */
  Arg<Integer> AXIS = Arg.integer("axis", -1);

  /**
   * Along which axis the layer works; by default the last.
   *
   * @param axis the axis; negative ones count from the end
   * @return a copy with this option
   */
  default S axis(int axis) {
    return with(AXIS, axis);
  }
}

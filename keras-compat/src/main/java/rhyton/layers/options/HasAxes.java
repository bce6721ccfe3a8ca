package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code axis} of layers that work along one or several axes.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasAxes<S> extends ArgHolder<S> {
  /** The axes, counted from the end where they are negative. */
  Arg<long[]> AXES =
      Arg.of("axis", Codec.AXES, new long[] {-1})
          .check("an integer or a list of integers", axes -> axes.length > 0);

  /**
   * Along which axes the layer works; by default the last.
   *
   * @param axes one axis or several; negative ones count from the end
   * @return a copy with this option
   */
  default S axis(long... axes) {
    return with(AXES, axes);
  }
}

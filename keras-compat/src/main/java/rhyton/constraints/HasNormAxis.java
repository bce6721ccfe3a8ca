package rhyton.constraints;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code axis} of constraints on norms.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasNormAxis<S> extends ArgHolder<S> {
  /** The axes along which norms are taken; the others count the vectors. */
  Arg<long[]> AXIS = Arg.of("axis", Codec.AXES, new long[] {0});

  /**
   * Along which axes norms are taken; by default along the first, which is right for the kernel of
   * a dense layer. For the kernel of a 2D convolution it is {@code axis(0, 1, 2)}.
   *
   * @param axis the axes
   * @return a copy with this option
   */
  default S axis(long... axis) {
    return with(AXIS, axis);
  }
}

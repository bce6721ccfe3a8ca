package rhyton.losses;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code ignore_class} of losses and metrics.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasIgnoreClass<S> extends ArgHolder<S> {
  /** Which targets do not count. */
  Arg<Integer> IGNORE_CLASS = Arg.optional("ignore_class", Codec.INT);

  /**
   * Targets of this number do not count, as the void class of segmentation. By default all count.
   *
   * @param ignoreClass the number, often -1 or 255; null for none
   * @return a copy with this option
   */
  default S ignoreClass(Integer ignoreClass) {
    return with(IGNORE_CLASS, ignoreClass);
  }
}

package rhyton.config;

/**
 * Something whose options can be changed by copying it. Option interfaces extend it.
 *
 * @param <S> the type of the copy, which is the type itself
 */
@CheckReturnValue
public interface ArgHolder<S> {
  /**
   * A copy in which one option has another value. This object stays as it is.
   *
   * @param arg the option
   * @param value its value
   * @param <T> the type of the value
   * @return the copy
   * @throws IllegalArgumentException if the type has no such option, or the value is not allowed
   */
  <T> S with(Arg<T> arg, T value);
}

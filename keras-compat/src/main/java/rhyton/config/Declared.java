package rhyton.config;

/**
 * An object whose class declares its options: reading an option and copying with another value come
 * from the declaration. The base classes of layers, losses, metrics and {@link DeclaredObject} have
 * nothing else in common, so this is an interface.
 *
 * @param <S> the class itself
 */
@CheckReturnValue
public interface Declared<S extends KerasObject> extends KerasObject, ArgHolder<S> {
  @Override
  KerasType<S> type();

  /**
   * The value of an option.
   *
   * @param arg the option
   * @param <T> the type of the value
   * @return the value that was given, or the default; an array is a copy
   * @throws IllegalArgumentException if the class has no such option
   */
  default <T> T arg(Arg<T> arg) {
    return args().get(arg);
  }

  @Override
  default <T> S with(Arg<T> arg, T value) {
    return type().copy(this, arg, value);
  }
}

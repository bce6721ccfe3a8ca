package rhyton.config;

/**
 * Where the value of an option comes from when none is given.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface Default<T> {
  /**
   * The value.
   *
   * @param args the values of the options that stand before this one in the declaration, completed
   * @return the value to use
   */
  T value(ArgValues args);
}

package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A class as files name it, with the way to make an object of it from a config.
 *
 * @param <T> the class
 */
public interface Revivable<T> {
  /** Returns what kind of class it is. */
  Family family();

  /** Returns the class name that configs contain, such as {@code Conv2D}. */
  String name();

  /** Returns other names under which files know the class, such as {@code Convolution2D}. */
  default Set<String> aliases() {
    return Set.of();
  }

  /** Returns the name {@code package>Name} of a class of the user's own, or null. */
  default String registeredName() {
    return null;
  }

  /**
   * Makes an object.
   *
   * @param config its config
   * @param at where the config stands
   * @return the object
   * @throws ConfigException if the config is not one of this class
   */
  T fromConfig(JsonNode config, ReadContext at);
}

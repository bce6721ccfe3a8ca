package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a config is being read: the place inside it, for messages, and the classes that may be in
 * it.
 *
 * @param registry the classes that nested objects are looked up in
 * @param path the place, such as {@code config.layers[3].config}
 */
public record ReadContext(TypeRegistry registry, String path) {
  /**
   * The start of a config.
   *
   * @param registry the classes that nested objects are looked up in
   * @return a context at the path {@code config}
   */
  public static ReadContext of(TypeRegistry registry) {
    return new ReadContext(registry, "config");
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return the context one level down
   */
  public ReadContext at(String key) {
    return new ReadContext(registry, path + "." + key);
  }

  /**
   * An element of a list.
   *
   * @param index the position
   * @return the context one level down
   */
  public ReadContext at(int index) {
    return new ReadContext(registry, path + "[" + index + "]");
  }

  /**
   * An error at this place.
   *
   * @param problem what is wrong
   * @return the exception to throw
   */
  public ConfigException error(String problem) {
    return new ConfigException(path, problem, null);
  }

  /**
   * The error that a value is of the wrong kind.
   *
   * @param expected what should be here, such as {@code an integer}
   * @param received what is here
   * @return the exception to throw
   */
  public ConfigException mismatch(String expected, JsonNode received) {
    return error("must be " + expected + ". Received: " + Texts.shortened(received.toString()));
  }
}

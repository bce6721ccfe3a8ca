package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a config is being read: the place inside it, for messages, and the classes that may be in
 * it.
 *
 * @param registry the classes that nested objects are looked up in
 * @param path the place, such as {@code config.layers[3].config}
 * @param shared the layers that have been read, by their {@code shared_object_id}
 */
public record ReadContext(TypeRegistry registry, String path, Map<Long, Object> shared) {
  /**
   * The start of a config.
   *
   * @param registry the classes that nested objects are looked up in
   * @return a context at the path {@code config}
   */
  public static ReadContext of(TypeRegistry registry) {
    return new ReadContext(registry, "config", new HashMap<>());
  }

  /**
   * The start of a file that is one serialized object.
   *
   * @param registry the classes that nested objects are looked up in
   * @return a context with an empty path
   */
  public static ReadContext root(TypeRegistry registry) {
    return new ReadContext(registry, "", new HashMap<>());
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return the context one level down
   */
  public ReadContext at(String key) {
    return new ReadContext(registry, path.isEmpty() ? key : path + "." + key, shared);
  }

  /**
   * An element of a list.
   *
   * @param index the position
   * @return the context one level down
   */
  public ReadContext at(int index) {
    return new ReadContext(registry, path + "[" + index + "]", shared);
  }

  /**
   * The same place with a name that its user knows it by.
   *
   * @param name such as the name of the layer that is read here
   * @return the context, whose messages show the name
   */
  public ReadContext named(String name) {
    String here = path.isEmpty() ? path : path + " (`" + name + "`)";
    return new ReadContext(registry, here, shared);
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

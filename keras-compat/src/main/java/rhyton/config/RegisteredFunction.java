package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A function of the user's own, with the name under which files know it: what {@code
 * keras.saving.register_keras_serializable} makes of a function in Python. To load a file, the same
 * object is given as a custom object.
 *
 * @param <T> the kind of function
 */
public interface RegisteredFunction<T> extends Revivable<T> {
  @Override
  String registeredName();

  @Override
  default String name() {
    return registeredName().substring(registeredName().indexOf('>') + 1);
  }

  /** Returns the function, whatever the config. */
  @Override
  @SuppressWarnings("unchecked") // a registered function is a function of its kind
  default T fromConfig(JsonNode config, ReadContext at) {
    return (T) this;
  }

  /** Returns the function as configs hold it: by its name. */
  default ObjectNode toJson() {
    return SerializedObject.function(registeredName()).toJson();
  }

  /**
   * The name of a function in a package.
   *
   * @param packageName the package, {@code Custom} by default in Keras
   * @param name the name of the function
   * @return {@code package>name}
   * @throws IllegalArgumentException if one of them is empty, or has the separator in it
   */
  static String nameOf(String packageName, String name) {
    for (String part : new String[] {packageName, name}) {
      if (part == null || part.isEmpty() || part.contains(">")) {
        throw new IllegalArgumentException(
            "registered: package and name must be texts without `>`. Received: package="
                + packageName
                + ", name="
                + name);
      }
    }
    return packageName + ">" + name;
  }
}

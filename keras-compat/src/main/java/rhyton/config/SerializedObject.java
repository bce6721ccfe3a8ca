package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An object as Keras serializes it: {@code {"module", "class_name", "config", "registered_name"}}.
 *
 * @param module the Python module; null for classes of the user's own
 * @param className the name of the class
 * @param config the config, for functions their name
 * @param registeredName the name a class of the user's own is registered under, else null
 * @param extras further keys, such as {@code build_config} and {@code compile_config}
 */
public record SerializedObject(
    String module, String className, JsonNode config, String registeredName, ObjectNode extras) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * Serializes an object of a declared type.
   *
   * @param object the object
   * @param style for which release of Keras
   * @return its class and config
   */
  public static SerializedObject of(KerasObject object, ConfigStyle style) {
    KerasType<?> type = object.type();
    String module = type.registeredName() == null ? type.family().module() : null;
    return new SerializedObject(
        module, type.name(), object.config(style), type.registeredName(), JSON.objectNode());
  }

  /**
   * Serializes a function that a program has registered under a name.
   *
   * @param name the name, {@code package>name}
   * @return a serialized function
   */
  public static SerializedObject function(String name) {
    return new SerializedObject(
        "builtins", "function", JSON.textNode(name), "function", JSON.objectNode());
  }

  /**
   * Serializes a layer or model, which files can only hold if its class can be found again.
   *
   * @param object the layer or model
   * @param what it in words, such as {@code Layer `scale`}
   * @return its class and config, for files of every release
   * @throws UnsupportedOperationException if it is a class of the user's own that is not registered
   */
  public static SerializedObject ofRegistered(KerasObject object, String what) {
    KerasType<?> type = object.type();
    if (type.registeredName() == null
        && TypeRegistry.standard().find(type.family(), type.name()) != type) {
      throw new UnsupportedOperationException(
          ("%s cannot be saved: the class %s is not registered. Declare its type with"
                  + " KerasType.%s(\"%s\", …).registered(\"my_package\")")
              .formatted(what, type.name(), type.family().noun(), type.name()));
    }
    return of(object, ConfigStyle.PORTABLE);
  }

  /** Returns the name of a function, if that is what was serialized; otherwise null. */
  public String functionName() {
    return className.equals("function") && config.isTextual() ? config.textValue() : null;
  }

  /**
   * Reads a serialized object. Only {@code class_name} and {@code config} are required.
   *
   * @param json the JSON
   * @param at where it stands
   * @return the object's parts
   * @throws ConfigException if the JSON is not a serialized object
   */
  public static SerializedObject read(JsonNode json, ReadContext at) {
    if (!json.path("class_name").isTextual() || !json.has("config")) {
      throw at.mismatch("an object with `class_name` and `config`", json);
    }
    ObjectNode extras = ((ObjectNode) json).objectNode();
    json.properties().forEach(field -> extras.set(field.getKey(), field.getValue()));
    extras.remove(List.of("module", "class_name", "config", "registered_name"));
    return new SerializedObject(
        text(json.get("module")),
        json.get("class_name").textValue(),
        json.get("config"),
        text(json.get("registered_name")),
        extras);
  }

  private static String text(JsonNode json) {
    return json == null ? null : json.textValue();
  }

  /** Returns the JSON. */
  public ObjectNode toJson() {
    ObjectNode json = JSON.objectNode();
    json.put("module", module);
    json.put("class_name", className);
    json.set("config", config);
    json.put("registered_name", registeredName);
    json.setAll(extras);
    return json;
  }
}

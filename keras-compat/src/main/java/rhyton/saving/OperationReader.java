package rhyton.saving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import rhyton.config.Family;
import rhyton.config.ReadContext;
import rhyton.graph.OpNode;
import rhyton.graph.Operation;
import rhyton.layers.Layer;
import rhyton.tensor.KerasOp;
import rhyton.tensor.KerasOps;

/** Makes layers, ops and models from their JSON. Classes are only looked up in the registry. */
public final class OperationReader {
  private static final String OPS = "src.ops.";

  private OperationReader() {}

  /**
   * Makes a layer or a model.
   *
   * @param json its class and config
   * @param at where it stands
   * @return the layer
   * @throws rhyton.config.ConfigException if there is no such class, or the config is not one of it
   */
  public static Layer layer(JsonNode json, ReadContext at) {
    if (operation(json, at) instanceof Layer layer) {
      return layer;
    }
    throw at.mismatch("a layer", json);
  }

  /**
   * Makes a layer, a model or an op.
   *
   * @param json its class and config
   * @param at where it stands
   * @return the operation
   * @throws rhyton.config.ConfigException if there is no such class, or the config is not one of it
   */
  public static Operation operation(JsonNode json, ReadContext at) {
    ReadContext here = named(json, at);
    if (json.path("module").asText().contains(OPS)) {
      return op(json, here);
    }
    if (!json.path("class_name").isTextual()) {
      throw here.mismatch("a serialized layer", json);
    }
    Object made = here.registry().read(Family.LAYER, json, here);
    if (made instanceof Operation operation) {
      return operation;
    }
    throw here.mismatch("a layer", json);
  }

  /** The context with the name of the layer, for messages. */
  static ReadContext named(JsonNode json, ReadContext at) {
    JsonNode name = json.has("name") ? json.get("name") : json.path("config").path("name");
    return name.isTextual() ? at.named(name.textValue()) : at;
  }

  private static OpNode op(JsonNode json, ReadContext at) {
    String className = json.path("class_name").asText();
    KerasOp op = KerasOps.get(className);
    if (op == null) {
      throw at.error("the op `" + className + "` of keras.ops is not there yet");
    }
    JsonNode config = json.path("config");
    if (!config.isObject()) {
      throw at.at("config").mismatch("the config of an op", config);
    }
    String name = json.path("name").asText(config.path("name").asText(null));
    Map<String, Object> options = PlainJson.options(config, at.at("config"));
    for (String option : options.keySet()) {
      if (!op.defaults().containsKey(option) && options.get(option) != null) {
        throw at.at("config").at(option).error(className + " has no such key");
      }
    }
    options.keySet().retainAll(op.defaults().keySet());
    return new OpNode(op, options, name);
  }
}

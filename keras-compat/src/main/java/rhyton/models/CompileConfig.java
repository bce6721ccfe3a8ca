package rhyton.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.config.ConfigStyle;
import rhyton.config.Family;
import rhyton.config.KerasObject;
import rhyton.config.ReadContext;
import rhyton.config.RegisteredFunction;
import rhyton.config.Revivable;
import rhyton.config.SerializedObject;
import rhyton.training.Compile;
import rhyton.utils.Fields;

/**
 * The arguments of {@code compile} in a file: texts stay texts, objects are serialized, lists and
 * dictionaries keep their form.
 */
final class CompileConfig {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CompileConfig() {}

  // ---- writing -------------------------------------------------------------------------------

  /** The config of a compiled model; empty for one that is not. */
  static ObjectNode of(Model model) {
    Compile compile = model.compiled();
    ObjectNode config = JSON.objectNode();
    if (compile == null || isOwn(model)) {
      return config;
    }
    config.set("optimizer", write(model.optimizer()));
    config.set("loss", write(compile.loss()));
    config.set("loss_weights", write(compile.lossWeights()));
    config.set("metrics", write(compile.metrics()));
    config.set("weighted_metrics", write(compile.weightedMetrics()));
    return config.put("run_eagerly", false).put("steps_per_execution", 1).put("jit_compile", false);
  }

  /** Whether the model's class has a compile method of its own, of which files know nothing. */
  static boolean isOwn(Model model) {
    return Fields.overrides(model.getClass(), "compile");
  }

  private static JsonNode write(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof String text) {
      return JSON.textNode(text);
    }
    if (value instanceof Number number) {
      return JSON.numberNode(number.doubleValue());
    }
    if (value instanceof KerasObject object) {
      return SerializedObject.of(object, ConfigStyle.PORTABLE).toJson();
    }
    if (value instanceof RegisteredFunction<?> function) {
      return function.toJson();
    }
    if (value instanceof List<?> list) {
      ArrayNode json = JSON.arrayNode();
      list.forEach(item -> json.add(write(item)));
      return json;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode json = JSON.objectNode();
      map.forEach((key, item) -> json.set(String.valueOf(key), write(item)));
      return json;
    }
    if (value.getClass().isArray()) {
      ArrayNode json = JSON.arrayNode();
      for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
        json.add(write(java.lang.reflect.Array.get(value, i)));
      }
      return json;
    }
    throw new UnsupportedOperationException(
        ("A file cannot hold the compile setting %s: a function needs a name, as"
                + " LossFunction.registered(\"my_package\", \"my_name\", function) gives it, a class a"
                + " registered KerasType")
            .formatted(value));
  }

  // ---- reading -------------------------------------------------------------------------------

  /** The settings of a file, or null if the model in it was not compiled. */
  static Compile read(JsonNode config, ReadContext at) {
    if (!config.isObject() || config.isEmpty()) {
      return null;
    }
    Compile compile =
        new Compile()
            .optimizer(value(Family.OPTIMIZER, config, "optimizer", at))
            .loss(value(Family.LOSS, config, "loss", at))
            .lossWeights(value(Family.LOSS, config, "loss_weights", at));
    Object metrics = value(Family.METRIC, config, "metrics", at);
    compile = metrics == null ? compile : compile.metrics(metrics);
    Object weighted = value(Family.METRIC, config, "weighted_metrics", at);
    compile = weighted == null ? compile : compile.weightedMetrics(weighted);
    // run_eagerly and jit_compile say how the writer's machine computed, not what.
    JsonNode steps = config.path("steps_per_execution");
    return steps.canConvertToInt() ? compile.stepsPerExecution(steps.intValue()) : compile;
  }

  private static Object value(Family family, JsonNode config, String key, ReadContext at) {
    return value(family, config.path(key), at.at(key));
  }

  private static Object value(Family family, JsonNode json, ReadContext at) {
    switch (json.getNodeType()) {
      case NULL, MISSING -> {
        return null;
      }
      case STRING -> {
        return json.textValue();
      }
      case NUMBER -> {
        return json.doubleValue();
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        json.forEach(item -> list.add(value(family, item, at.at(list.size()))));
        return list;
      }
      default -> {
        return object(family, json, at);
      }
    }
  }

  private static Object object(Family family, JsonNode json, ReadContext at) {
    if (json.path("class_name").asText().equals("function")) {
      return function(json, at);
    }
    if (json.has("class_name")) {
      return at.registry().read(family, json, at);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      map.put(field.getKey(), value(family, field.getValue(), at.at(field.getKey())));
    }
    return map;
  }

  /** A function: one of Keras by its name, or one that the program has registered. */
  private static Object function(JsonNode json, ReadContext at) {
    String name = json.path("config").asText();
    Revivable<?> own = at.registry().registered(name);
    return own == null ? name : own.fromConfig(json.get("config"), at.at("config"));
  }
}

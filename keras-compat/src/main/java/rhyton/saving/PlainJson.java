package rhyton.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhyton.config.ReadContext;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Slice;

/** Plain values of calls and ops in JSON: numbers, texts, lists, shapes, ranges of an axis. */
final class PlainJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PlainJson() {}

  /** The JSON of a value. */
  static JsonNode of(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof String || value instanceof DType) {
      return JSON.textNode(value.toString());
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Double || value instanceof Float) {
      return JSON.numberNode(((Number) value).doubleValue());
    }
    if (value instanceof Number whole) {
      return JSON.numberNode(whole.longValue());
    }
    if (value instanceof Slice slice) {
      return of(slice);
    }
    return list(value);
  }

  private static JsonNode list(Object value) {
    ArrayNode list = JSON.arrayNode();
    if (value instanceof Shape shape) {
      for (long dim : shape.toArray()) {
        list.add(dim < 0 ? JSON.nullNode() : JSON.numberNode(dim));
      }
    } else if (value instanceof List<?> items) {
      items.forEach(item -> list.add(of(item)));
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        list.add(of(Array.get(value, i)));
      }
    } else {
      throw new UnsupportedOperationException("A file cannot hold the value " + value);
    }
    return list;
  }

  private static ObjectNode of(Slice slice) {
    ObjectNode config = JSON.objectNode();
    if (slice.isEllipsis()) {
      return special("__ellipsis__", config);
    }
    config.put("start", slice.start());
    config.put("stop", slice.stop());
    config.put("step", slice.step());
    return special("__slice__", config);
  }

  /** An object of one of the names that only files know. */
  static ObjectNode special(String className, JsonNode config) {
    return JSON.objectNode().put("class_name", className).set("config", config);
  }

  /** The value of JSON without objects in it; whole numbers are Integer where they fit. */
  static Object read(JsonNode json, ReadContext at) {
    return switch (json.getNodeType()) {
      case NULL -> null;
      case BOOLEAN -> json.booleanValue();
      case STRING -> json.textValue();
      case NUMBER -> number(json);
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (JsonNode item : json) {
          list.add(read(item, at.at(list.size())));
        }
        yield list;
      }
      default -> special(json, at);
    };
  }

  private static Object number(JsonNode json) {
    if (json.isIntegralNumber()) {
      return json.canConvertToInt() ? (Object) json.intValue() : (Object) json.longValue();
    }
    return json.doubleValue();
  }

  private static Object special(JsonNode json, ReadContext at) {
    JsonNode config = json.path("config");
    return switch (json.path("class_name").asText()) {
      case "__slice__" ->
          new Slice(
              bound(config.path("start"), at),
              bound(config.path("stop"), at),
              bound(config.path("step"), at));
      case "__ellipsis__" -> Slice.ELLIPSIS;
      default -> throw at.mismatch("a plain value", json);
    };
  }

  private static Integer bound(JsonNode json, ReadContext at) {
    if (json.isNull() || json.isMissingNode()) {
      return null;
    }
    if (!json.canConvertToInt()) {
      throw at.mismatch("a whole number or null", json);
    }
    return json.intValue();
  }

  /** The options of an op's config. */
  static Map<String, Object> options(JsonNode config, ReadContext at) {
    Map<String, Object> options = new java.util.LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : config.properties()) {
      if (!field.getKey().equals("name")) {
        options.put(field.getKey(), read(field.getValue(), at.at(field.getKey())));
      }
    }
    return options;
  }
}

package rhyton.layers.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.ReadContext;

/** Numbers by name. */
final class NumberMap implements Codec<Map<String, Double>> {
  @Override
  public String expected() {
    return "a map of numbers";
  }

  @Override
  public JsonNode toJson(Map<String, Double> value, ConfigStyle style) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    value.forEach(json::put);
    return json;
  }

  @Override
  public Map<String, Double> fromJson(JsonNode json, ReadContext at) {
    if (!json.isObject()) {
      throw at.mismatch(expected(), json);
    }
    Map<String, Double> map = new LinkedHashMap<>();
    for (var field : json.properties()) {
      map.put(field.getKey(), NUMBER.nullable().fromJson(field.getValue(), at.at(field.getKey())));
    }
    map.values().removeIf(value -> value == null);
    return copy(map);
  }

  @Override
  public Map<String, Double> copy(Map<String, Double> value) {
    return Map.copyOf(value);
  }
}

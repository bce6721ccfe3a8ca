package rhyton.layers.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhyton.config.Codec;
import rhyton.config.ReadContext;
import rhyton.tensor.DType;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * Values of options that are a number, or an array of numbers in lists. Python's arrays, which
 * configs show as an object, are read as lists.
 */
public final class Numbers {
  private static final String EXPECTED = "a number or a list of numbers";

  /** A number or nested lists of numbers. */
  public static final Codec<JsonNode> CODEC =
      Codec.of(EXPECTED, json -> json, (json, at) -> read(json, at));

  private Numbers() {}

  /**
   * The value for some numbers.
   *
   * @param numbers one number, which stands alone, or several, which are a list
   * @return the value
   */
  public static JsonNode of(double... numbers) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (numbers.length == 1) {
      return nodes.numberNode(numbers[0]);
    }
    ArrayNode list = nodes.arrayNode();
    Arrays.stream(numbers).forEach(list::add);
    return list;
  }

  private static JsonNode read(JsonNode json, ReadContext at) {
    if (json.isObject()) {
      String className = json.path("class_name").asText();
      if (!className.equals("__numpy__") && !className.equals("__tensor__")) {
        throw at.mismatch(EXPECTED, json);
      }
      return read(json.path("config").path("value"), at.at("config").at("value"));
    }
    for (int i = 0; i < json.size(); i++) {
      read(json.get(i), at.at(i));
    }
    if (!json.isNumber() && !json.isArray()) {
      throw at.mismatch(EXPECTED, json);
    }
    return json;
  }

  /**
   * The tensor of a value.
   *
   * @param value what the codec has read, or {@link #of} has made
   * @param dtype the type of the tensor
   * @return a tensor, of shape () for a single number
   */
  public static Tensor toTensor(JsonNode value, DType dtype) {
    if (value.isNumber()) {
      return Tensor.scalar(value.numberValue(), dtype);
    }
    List<Tensor> items = new ArrayList<>();
    value.forEach(item -> items.add(toTensor(item, dtype)));
    return ShapeOps.stack(items, 0);
  }
}

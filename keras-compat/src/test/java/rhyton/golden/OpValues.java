package rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** The arguments in the JSON of op cases as Java values. */
final class OpValues {
  private OpValues() {}

  /** Whether it is a tensor. */
  static boolean isTensor(JsonNode json) {
    return json.isObject() && json.has("dtype");
  }

  /**
   * The value of an argument.
   *
   * @param tensors makes the tensors in it
   */
  static Object value(JsonNode json, Function<JsonNode, Tensor> tensors) {
    if (isTensor(json)) {
      return tensors.apply(json);
    } else if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.forEach(one -> list.add(value(one, tensors)));
      return list;
    } else if (json.has("slice")) {
      JsonNode bounds = json.get("slice");
      return new Slice(bound(bounds, 0), bound(bounds, 1), bound(bounds, 2));
    } else if (json.has("ellipsis")) {
      return Slice.ELLIPSIS;
    } else if (json.isNull()) {
      return null;
    } else if (json.isBoolean()) {
      return json.booleanValue();
    } else if (json.isInt() || json.isLong()) {
      return json.isInt() ? (Object) json.intValue() : (Object) json.longValue();
    } else if (json.isNumber()) {
      return json.doubleValue();
    }
    return switch (json.textValue()) {
      case "Infinity", "-Infinity", "NaN" -> Double.parseDouble(json.textValue());
      default -> json.textValue();
    };
  }

  private static Integer bound(JsonNode bounds, int index) {
    return index >= bounds.size() || bounds.get(index).isNull()
        ? null
        : bounds.get(index).intValue();
  }

  /** What an op is called with: lists of numbers become tensors, as in Python. */
  static Object argument(Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty() || !isNumbers(list)) {
      return value;
    }
    List<Object> leaves = new ArrayList<>();
    List<Long> shape = new ArrayList<>();
    collect(list, leaves, shape, 0);
    Tensor flat;
    if (leaves.stream().allMatch(Boolean.class::isInstance)) {
      boolean[] flags = new boolean[leaves.size()];
      for (int i = 0; i < flags.length; i++) {
        flags[i] = (Boolean) leaves.get(i);
      }
      flat = Tensor.of(flags);
    } else if (leaves.stream().allMatch(Integer.class::isInstance)) {
      flat = Tensor.of(leaves.stream().mapToInt(n -> (Integer) n).toArray());
    } else {
      float[] numbers = new float[leaves.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = ((Number) leaves.get(i)).floatValue();
      }
      flat = Tensor.of(numbers);
    }
    return flat.reshape(shape.stream().mapToLong(n -> n).toArray());
  }

  private static boolean isNumbers(List<?> list) {
    return list.stream()
        .allMatch(
            one ->
                one instanceof Number
                    || one instanceof Boolean
                    || one instanceof List<?> inner && !inner.isEmpty() && isNumbers(inner));
  }

  private static void collect(List<?> list, List<Object> leaves, List<Long> shape, int depth) {
    if (shape.size() == depth) {
      shape.add((long) list.size());
    }
    for (Object one : list) {
      if (one instanceof List<?> inner) {
        collect(inner, leaves, shape, depth + 1);
      } else {
        leaves.add(one);
      }
    }
  }
}

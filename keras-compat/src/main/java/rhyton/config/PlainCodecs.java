package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the codecs of plain values that {@link Codec} offers. */
final class PlainCodecs {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainCodecs() {}

  static Codec<Integer> int32() {
    return Codec.of("an integer", NODES::numberNode, PlainCodecs::readInt);
  }

  static Codec<Long> int64() {
    return Codec.of("an integer", PlainCodecs::integerNode, PlainCodecs::readLong);
  }

  static Codec<Double> number() {
    return Codec.of("a number", NODES::numberNode, PlainCodecs::readNumber);
  }

  static Codec<Double> float32() {
    return Codec.of(
        "a number",
        value -> NODES.numberNode((double) value.floatValue()),
        PlainCodecs::readNumber);
  }

  static Codec<Boolean> flag() {
    return Codec.of("a boolean", NODES::booleanNode, PlainCodecs::readFlag);
  }

  static Codec<String> text() {
    return Codec.of("a string", NODES::textNode, PlainCodecs::readText);
  }

  static <E extends Enum<E>> Codec<E> ofEnum(Class<E> type, Function<E, String> kerasName) {
    List<E> constants = List.of(type.getEnumConstants());
    String names =
        constants.stream().map(kerasName).map(Texts::of).collect(Collectors.joining(", "));
    String expected = "one of " + names;
    return Codec.of(
        expected,
        constant -> NODES.textNode(kerasName.apply(constant)),
        (json, at) ->
            constants.stream()
                .filter(constant -> kerasName.apply(constant).equals(json.textValue()))
                .findFirst()
                .orElseThrow(() -> at.mismatch(expected, json)));
  }

  static <T> Codec<List<T>> list(Codec<T> element) {
    return new Codec<>() {
      @Override
      public String expected() {
        return "a list, each of it " + element.expected();
      }

      @Override
      public JsonNode toJson(List<T> value, ConfigStyle style) {
        ArrayNode array = NODES.arrayNode(value.size());
        value.forEach(item -> array.add(element.toJson(item, style)));
        return array;
      }

      @Override
      public List<T> fromJson(JsonNode json, ReadContext at) {
        if (!json.isArray()) {
          throw at.mismatch(expected(), json);
        }
        List<T> list = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
          list.add(element.fromJson(json.get(i), at.at(i)));
        }
        return copy(list);
      }

      @Override
      public List<T> copy(List<T> value) {
        return Collections.unmodifiableList(new ArrayList<>(value));
      }
    };
  }

  static Codec<long[]> dims(boolean oneAsNumber) {
    return new Codec<>() {
      @Override
      public String expected() {
        return "an integer or a list of integers";
      }

      @Override
      public JsonNode toJson(long[] value, ConfigStyle style) {
        if (oneAsNumber && value.length == 1) {
          return integerNode(value[0]);
        }
        ArrayNode array = NODES.arrayNode(value.length);
        Arrays.stream(value).mapToObj(PlainCodecs::integerNode).forEach(array::add);
        return array;
      }

      @Override
      public long[] fromJson(JsonNode json, ReadContext at) {
        if (json.isArray()) {
          long[] dims = new long[json.size()];
          Arrays.setAll(dims, i -> readLong(json.get(i), at.at(i)));
          return dims;
        }
        if (!json.isNumber()) {
          throw at.mismatch(expected(), json);
        }
        return new long[] {readLong(json, at)};
      }

      @Override
      public long[] copy(long[] value) {
        return value.clone();
      }
    };
  }

  static Codec<long[]> shape() {
    return new Codec<>() {
      @Override
      public String expected() {
        return "a list of sizes";
      }

      @Override
      public JsonNode toJson(long[] value, ConfigStyle style) {
        ArrayNode array = NODES.arrayNode(value.length);
        Arrays.stream(value)
            .mapToObj(dim -> dim < 0 ? NODES.nullNode() : integerNode(dim))
            .forEach(array::add);
        return array;
      }

      @Override
      public long[] fromJson(JsonNode json, ReadContext at) {
        if (!json.isArray()) {
          throw at.mismatch(expected(), json);
        }
        long[] dims = new long[json.size()];
        Arrays.setAll(dims, i -> json.get(i).isNull() ? -1 : readLong(json.get(i), at.at(i)));
        return dims;
      }

      @Override
      public long[] copy(long[] value) {
        return value.clone();
      }
    };
  }

  /** The node that a parser would make, so that written and read configs are equal. */
  private static JsonNode integerNode(long value) {
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }

  private static int readInt(JsonNode json, ReadContext at) {
    long value = readLong(json, at);
    if (value != (int) value) {
      throw at.mismatch("an integer of 32 bits", json);
    }
    return (int) value;
  }

  private static long readLong(JsonNode json, ReadContext at) {
    boolean whole = json.isFloatingPointNumber() && json.doubleValue() == json.longValue();
    boolean integer = json.isIntegralNumber() && json.canConvertToLong();
    if (!whole && !integer) {
      throw at.mismatch("an integer", json);
    }
    return json.longValue();
  }

  private static double readNumber(JsonNode json, ReadContext at) {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    return switch (json.isTextual() ? json.textValue() : "") { // as JSON writers spell them
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw at.mismatch("a number", json);
    };
  }

  private static boolean readFlag(JsonNode json, ReadContext at) {
    if (!json.isBoolean()) {
      throw at.mismatch("a boolean", json);
    }
    return json.booleanValue();
  }

  private static String readText(JsonNode json, ReadContext at) {
    if (!json.isTextual()) {
      throw at.mismatch("a string", json);
    }
    return json.textValue();
  }
}

package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a kind of value is written to a config and read from one.
 *
 * <p>The codecs of plain values stand here; those of activations and the like beside their classes.
 *
 * @param <T> the type of the value in Java
 */
public interface Codec<T> {
  /** A 32-bit integer. */
  Codec<Integer> INT = PlainCodecs.int32();

  /** A 64-bit integer. */
  Codec<Long> LONG = PlainCodecs.int64();

  /** A number, written as it was given. */
  Codec<Double> NUMBER = PlainCodecs.number();

  /**
   * A number that Keras keeps as a float32 tensor, so that its config shows the nearest float32:
   * 0.001 is written as 0.0010000000474974513.
   */
  Codec<Double> FLOAT32 = PlainCodecs.float32();

  /** True or false. */
  Codec<Boolean> FLAG = PlainCodecs.flag();

  /** A text. */
  Codec<String> TEXT = PlainCodecs.text();

  /** JSON as it is, for options whose content Rhyton only hands on. */
  Codec<JsonNode> JSON = Codec.of("JSON", json -> json, (json, at) -> json);

  /** Lengths, sizes and steps, one for each axis; a single number is a list of one. */
  Codec<long[]> DIMS = PlainCodecs.dims(false);

  /** The dimensions of a shape; -1, which is null in JSON, for one that is not known. */
  Codec<long[]> SHAPE = PlainCodecs.shape();

  /** One axis or several; one is written as a number, several as a list. */
  Codec<long[]> AXES = PlainCodecs.dims(true);

  /**
   * What a value of this kind is, for messages.
   *
   * @return words that follow "must be", such as {@code an integer}
   */
  String expected();

  /**
   * Writes a value.
   *
   * @param value the value, not null
   * @param style for which release of Keras
   * @return the JSON
   */
  JsonNode toJson(T value, ConfigStyle style);

  /**
   * Reads a value.
   *
   * @param json the JSON, not null
   * @param at where it stands, and the classes that nested objects may be of
   * @return the value
   * @throws ConfigException if it is of another kind
   */
  T fromJson(JsonNode json, ReadContext at);

  /**
   * A copy for safe keeping of a value that can be changed in place.
   *
   * @param value the value, not null
   * @return the value itself if it cannot change
   */
  default T copy(T value) {
    return value;
  }

  /** Returns whether null is a value of its own rather than an error. */
  default boolean acceptsNull() {
    return false;
  }

  /**
   * Returns the value that null in a config stands for; null unless it has a meaning of its own.
   */
  default T ofNull() {
    return null;
  }

  /**
   * A codec made of two functions.
   *
   * @param expected words that follow "must be"
   * @param write makes the JSON
   * @param read takes the value from JSON; throws {@link ReadContext#mismatch}
   * @param <T> the type of the value
   * @return the codec
   */
  static <T> Codec<T> of(
      String expected, Function<T, JsonNode> write, BiFunction<JsonNode, ReadContext, T> read) {
    return new Codec<>() {
      @Override
      public String expected() {
        return expected;
      }

      @Override
      public JsonNode toJson(T value, ConfigStyle style) {
        return write.apply(value);
      }

      @Override
      public T fromJson(JsonNode json, ReadContext at) {
        return read.apply(json, at);
      }
    };
  }

  /**
   * A list of values.
   *
   * @param element the codec of an element
   * @param <T> the type of an element
   * @return a codec of unmodifiable lists
   */
  static <T> Codec<List<T>> list(Codec<T> element) {
    return PlainCodecs.list(element);
  }

  /**
   * An enum, by Keras's strings: the names of its constants in lower case.
   *
   * @param type the enum
   * @param <E> the enum
   * @return the codec
   */
  static <E extends Enum<E>> Codec<E> ofEnum(Class<E> type) {
    return ofEnum(type, constant -> constant.name().toLowerCase(Locale.ROOT));
  }

  /**
   * An enum, by Keras's strings, which may also be written with capital letters, such as {@code
   * SAME}.
   *
   * @param type the enum
   * @param <E> the enum
   * @return the codec
   */
  static <E extends Enum<E>> Codec<E> ofEnumInAnyCase(Class<E> type) {
    Codec<E> exact = ofEnum(type);
    return of(
        exact.expected(),
        constant -> exact.toJson(constant, ConfigStyle.FULL),
        (json, at) ->
            exact.fromJson(
                json.isTextual()
                    ? JsonNodeFactory.instance.textNode(json.textValue().toLowerCase(Locale.ROOT))
                    : json,
                at));
  }

  /**
   * An enum whose strings are not simply the names of its constants.
   *
   * @param type the enum
   * @param kerasName the string that Keras uses for a constant
   * @param <E> the enum
   * @return the codec
   */
  static <E extends Enum<E>> Codec<E> ofEnum(Class<E> type, Function<E, String> kerasName) {
    return PlainCodecs.ofEnum(type, kerasName);
  }

  /**
   * An object of a declared class, or the name of such a class.
   *
   * @param family what kind of class
   * @param kind its type in Java
   * @param known the classes that can always be read, besides those of the context
   * @param <T> its type in Java
   * @return the codec
   */
  static <T> Codec<T> object(Family family, Class<T> kind, Supplier<TypeRegistry> known) {
    return new ObjectCodec<>(family, kind, known);
  }

  /**
   * An option of Keras that is not there yet: null passes, a value is refused by name.
   *
   * @param name the JSON name
   * @return the codec
   */
  static Codec<JsonNode> unsupported(String name) {
    return of(
        "null",
        json -> json,
        (json, at) -> {
          throw new UnsupportedOperationException(
              at.path() + ": the option `" + name + "` is not supported yet");
        });
  }

  /**
   * This codec for values that are brought to a standard form when they are read.
   *
   * @param standard gives the standard form
   * @return the codec
   */
  default Codec<T> map(UnaryOperator<T> standard) {
    return of(
        expected(),
        value -> toJson(value, ConfigStyle.FULL),
        (json, at) -> standard.apply(fromJson(json, at)));
  }

  /**
   * This codec for options that may be null.
   *
   * @return a codec that lets null pass
   */
  default Codec<T> nullable() {
    Codec<T> inner = this;
    return new Codec<>() {
      @Override
      public String expected() {
        return inner.expected() + " or null";
      }

      @Override
      public JsonNode toJson(T value, ConfigStyle style) {
        return value == null ? JsonNodeFactory.instance.nullNode() : inner.toJson(value, style);
      }

      @Override
      public T fromJson(JsonNode json, ReadContext at) {
        return json.isNull() ? null : inner.fromJson(json, at);
      }

      @Override
      public T copy(T value) {
        return value == null ? null : inner.copy(value);
      }

      @Override
      public boolean acceptsNull() {
        return true;
      }
    };
  }
}

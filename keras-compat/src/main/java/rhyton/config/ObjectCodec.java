package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/** Objects of declared classes inside configs. */
record ObjectCodec<T>(Family family, Class<T> kind, Supplier<TypeRegistry> known)
    implements Codec<T> {
  @Override
  public String expected() {
    String article = "aeiou".indexOf(family.noun().charAt(0)) < 0 ? "a " : "an ";
    return article + family.noun() + ", one of " + known.get().names(family);
  }

  @Override
  public JsonNode toJson(T value, ConfigStyle style) {
    if (value instanceof KerasObject object) {
      return SerializedObject.of(object, style).toJson();
    }
    if (value instanceof RegisteredFunction<?> function) {
      return function.toJson();
    }
    String noun = family.noun();
    String type = Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    throw new UnsupportedOperationException(
        ("A file cannot hold this %s, because it is a function without a name: %s. Make it with"
                + " %s.registered(\"my_package\", \"my_name\", function)")
            .formatted(noun, value, type));
  }

  @Override
  public T fromJson(JsonNode json, ReadContext at) {
    Object value = registry(json, at).read(family, json, at);
    if (!kind.isInstance(value)) {
      throw at.mismatch(expected(), json);
    }
    if (family == Family.INITIALIZER) {
      Tickets.asTemplate(value);
    }
    return kind.cast(value);
  }

  private TypeRegistry registry(JsonNode json, ReadContext at) {
    boolean found =
        json.isTextual()
            ? at.registry().find(family, json.textValue()) != null
            : at.registry().find(family, SerializedObject.read(json, at)) != null;
    return found ? at.registry() : known.get();
  }
}

package rhyton.random;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.Family;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;

/** Seeds in configs: a number, or a serialized generator. */
final class SeedCodec implements Codec<Seed> {
  private static final Codec<SeedGenerator> GENERATOR =
      Codec.object(
          Family.RANDOM, SeedGenerator.class, () -> TypeRegistry.of(List.of(SeedGenerator.TYPE)));

  @Override
  public String expected() {
    return "an integer or a SeedGenerator";
  }

  @Override
  public JsonNode toJson(Seed value, ConfigStyle style) {
    return value instanceof IntegerSeed number
        ? Codec.LONG.toJson(number.seed(), style)
        : GENERATOR.toJson((SeedGenerator) value, style);
  }

  @Override
  public Seed fromJson(JsonNode json, ReadContext at) {
    if (json.isObject()) {
      return GENERATOR.fromJson(json, at);
    }
    if (!json.isNumber()) {
      throw at.mismatch(expected(), json);
    }
    return Seed.of(Codec.LONG.fromJson(json, at));
  }
}

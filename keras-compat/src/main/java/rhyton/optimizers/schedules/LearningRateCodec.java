package rhyton.optimizers.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.Family;
import rhyton.config.KerasConfig;
import rhyton.config.ReadContext;

/**
 * Learning rates in configs: the number that Keras's variable holds, or a schedule as an object.
 */
final class LearningRateCodec implements Codec<LearningRate> {
  private static final Codec<LearningRate> OBJECT =
      Codec.object(Family.SCHEDULE, LearningRate.class, Schedules::known);

  @Override
  public String expected() {
    return "a number, a schedule or a function of the step";
  }

  @Override
  public JsonNode toJson(LearningRate value, ConfigStyle style) {
    return value instanceof FixedRate fixed
        ? number().toJson(fixed.value(), style)
        : OBJECT.toJson(value, style);
  }

  @Override
  public LearningRate fromJson(JsonNode json, ReadContext at) {
    return json.isNumber() ? new FixedRate(json.doubleValue()) : OBJECT.fromJson(json, at);
  }

  private static Codec<Double> number() {
    return KerasConfig.floatx().equals("float64") ? NUMBER : FLOAT32;
  }
}

package rhyton.losses;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.ReadContext;
import rhyton.config.Revivable;
import rhyton.config.SerializedObject;
import rhyton.tensor.Tensor;

/** Functions in configs: {@code {"class_name": "function", "config": "mean_squared_error"}}. */
final class LossFunctionCodec implements Codec<LossFunction> {
  /** One of Keras's functions. */
  private record Named(String name, LossFunction function) implements LossFunction {
    @Override
    public Tensor apply(Tensor yTrue, Tensor yPred) {
      return function.apply(yTrue, yPred);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Named> NAMED =
      List.of(
          new Named(
              "binary_crossentropy", (t, p) -> Formulas.binaryCrossentropy(t, p, false, 0, -1)),
          new Named(
              "categorical_crossentropy",
              (t, p) -> Formulas.categoricalCrossentropy(t, p, false, 0, -1)),
          new Named("huber", (t, p) -> Formulas.huber(t, p, 1)),
          new Named("mean_absolute_error", Formulas::meanAbsoluteError),
          new Named("mean_squared_error", Formulas::meanSquaredError),
          new Named(
              "sparse_categorical_crossentropy",
              (t, p) -> Formulas.sparseCategoricalCrossentropy(t, p, false, null, -1)));

  /** The function of that name. */
  static LossFunction named(String name) {
    for (Named one : NAMED) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "There is no function `" + name + "` of targets and predictions. Available: " + NAMED);
  }

  @Override
  public String expected() {
    return "a function of targets and predictions, one of " + NAMED;
  }

  @Override
  public JsonNode toJson(LossFunction value, ConfigStyle style) {
    if (value instanceof Named named) {
      return SerializedObject.function(named.name()).toJson();
    }
    if (value instanceof RegisteredLossFunction own) {
      return own.toJson();
    }
    throw new UnsupportedOperationException(
        "A file cannot hold a loss or metric that is a function without a name. Make it with"
            + " LossFunction.registered(\"my_package\", \"my_name\", function)");
  }

  @Override
  public LossFunction fromJson(JsonNode json, ReadContext at) {
    JsonNode name = json.isTextual() ? json : SerializedObject.read(json, at).config();
    Revivable<?> own = at.registry().registered(name.textValue());
    if (own instanceof LossFunction function) {
      return function;
    }
    try {
      return named(name.textValue());
    } catch (IllegalArgumentException e) {
      throw at.mismatch(expected(), json);
    }
  }
}

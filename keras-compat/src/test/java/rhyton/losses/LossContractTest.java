package rhyton.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.Arg;
import rhyton.config.ConfigStyle;
import rhyton.config.KerasType;
import rhyton.config.ReadContext;
import rhyton.config.SerializedObject;
import rhyton.config.TypeRegistry;

/** What holds for every loss with options. */
class LossContractTest {
  /** What {@code Class().get_config()} of Keras 3.15.1 gives. */
  private static final JsonNode DEFAULTS =
      json(
          """
{"BinaryCrossentropy": {"name": "binary_crossentropy", "reduction": "sum_over_batch_size",
   "from_logits": false, "label_smoothing": 0.0, "axis": -1},
 "CategoricalCrossentropy": {"name": "categorical_crossentropy",
   "reduction": "sum_over_batch_size", "from_logits": false, "label_smoothing": 0.0,
   "axis": -1},
 "Huber": {"name": "huber_loss", "reduction": "sum_over_batch_size"},
 "LossFunctionWrapper": {"name": "loss_function_wrapper",
   "reduction": "sum_over_batch_size", "fn": {"module": "builtins",
   "class_name": "function", "config": "huber", "registered_name": "function"}},
 "MeanAbsoluteError": {"name": "mean_absolute_error",
   "reduction": "sum_over_batch_size"},
 "MeanSquaredError": {"name": "mean_squared_error", "reduction": "sum_over_batch_size"},
 "SparseCategoricalCrossentropy": {"name": "sparse_categorical_crossentropy",
   "reduction": "sum_over_batch_size", "from_logits": false, "ignore_class": null}}
""");

  /** A value for each option that is not its default. */
  private static final JsonNode OTHERS =
      json(
          """
          {"name": "other", "reduction": "mean_with_sample_weight", "dtype": "float64",
           "from_logits": true, "label_smoothing": 0.25, "axis": 1, "ignore_class": 255,
           "delta": 2.5, "fn": {"module": "builtins", "class_name": "function",
           "config": "mean_squared_error", "registered_name": "function"}}
          """);

  @TestFactory
  Stream<DynamicTest> defaultsArePythons() {
    return each(type -> assertEquals(DEFAULTS.get(type.name()), create(type).config()));
  }

  @TestFactory
  Stream<DynamicTest> aConfigIsReadBack() {
    return each(
        type -> {
          ArgLoss<?> loss = create(type);
          for (Arg<?> arg : type.args().args()) {
            ObjectNode config = loss.config();
            config.set(arg.name(), OTHERS.get(arg.name()));
            ArgLoss<?> changed = (ArgLoss<?>) type.fromConfig(config);
            assertEquals(config, changed.config());
            assertNotEquals(loss.config(), changed.config());
            JsonNode object = SerializedObject.of(changed, ConfigStyle.FULL).toJson();
            assertEquals("keras.losses", object.get("module").textValue());
            ArgLoss<?> again =
                (ArgLoss<?>) Losses.CODEC.fromJson(object, ReadContext.of(TypeRegistry.EMPTY));
            assertEquals(config, again.config());
          }
        });
  }

  private static ArgLoss<?> create(KerasType<?> type) {
    ObjectNode config = new ObjectMapper().createObjectNode();
    if (type == LossFunctionWrapper.TYPE) {
      config.put("fn", "huber").put("name", "loss_function_wrapper");
    }
    return (ArgLoss<?>) type.fromConfig(config);
  }

  private static Stream<DynamicTest> each(java.util.function.Consumer<KerasType<?>> rule) {
    return Losses.TYPES.stream()
        .map(type -> DynamicTest.dynamicTest(type.name(), () -> rule.accept(type)));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

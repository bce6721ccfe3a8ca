package rhyton.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.Arg;
import rhyton.config.ConfigStyle;
import rhyton.config.KerasType;
import rhyton.config.ReadContext;
import rhyton.config.SerializedObject;
import rhyton.config.TypeRegistry;
import rhyton.golden.Json;

/** What holds for every metric with options. */
class MetricContractTest {
  /** What {@code Class().get_config()} and {@code _direction} of Keras 3.15.1 give. */
  private static final JsonNode DEFAULTS =
      json(
          """
          {"Accuracy": [{"name": "accuracy", "dtype": "float32"}, "UP"],
           "BinaryAccuracy":
             [{"name": "binary_accuracy", "dtype": "float32", "threshold": 0.5}, "UP"],
           "BinaryCrossentropy": [{"name": "binary_crossentropy", "dtype": "float32",
             "from_logits": false, "label_smoothing": 0}, "DOWN"],
           "CategoricalAccuracy": [{"name": "categorical_accuracy", "dtype": "float32"}, "UP"],
           "CategoricalCrossentropy": [{"name": "categorical_crossentropy", "dtype": "float32",
             "from_logits": false, "label_smoothing": 0, "axis": -1}, "DOWN"],
           "Mean": [{"name": "mean", "dtype": "float32"}, "UNKNOWN"],
           "MeanAbsoluteError": [{"name": "mean_absolute_error", "dtype": "float32"}, "DOWN"],
           "MeanMetricWrapper": [{"name": "mean_metric_wrapper", "dtype": "float32",
             "fn": {"module": "builtins", "class_name": "function", "config": "huber",
             "registered_name": "function"}}, "UNKNOWN"],
           "MeanSquaredError": [{"name": "mean_squared_error", "dtype": "float32"}, "DOWN"],
           "SparseCategoricalAccuracy":
             [{"name": "sparse_categorical_accuracy", "dtype": "float32"}, "UP"],
           "SparseCategoricalCrossentropy": [{"name": "sparse_categorical_crossentropy",
             "dtype": "float32", "from_logits": false, "ignore_class": null, "axis": -1}, "DOWN"]}
          """);

  /** A value for each option that is not its default. */
  private static final JsonNode OTHERS =
      json(
          """
          {"name": "other", "dtype": "float64", "threshold": 0.25, "from_logits": true,
           "label_smoothing": 0.25, "axis": 1, "ignore_class": 255, "fn": {"module": "builtins",
           "class_name": "function", "config": "mean_squared_error",
           "registered_name": "function"}}
          """);

  @TestFactory
  Stream<DynamicTest> defaultsArePythons() {
    return each(
        type -> {
          Json.assertSameConfig(DEFAULTS.get(type.name()).get(0), create(type).config());
          assertEquals(
              DEFAULTS.get(type.name()).get(1).textValue(), create(type).direction().name());
        });
  }

  @TestFactory
  Stream<DynamicTest> aConfigIsReadBack() {
    return each(
        type -> {
          ArgMetric<?> metric = create(type);
          for (Arg<?> arg : type.args().args()) {
            ObjectNode config = metric.config();
            config.set(arg.name(), OTHERS.get(arg.name()));
            ArgMetric<?> changed = (ArgMetric<?>) type.fromConfig(config);
            assertEquals(config, changed.config());
            assertNotEquals(metric.config(), changed.config());
            JsonNode object = SerializedObject.of(changed, ConfigStyle.FULL).toJson();
            assertEquals("keras.metrics", object.get("module").textValue());
            ArgMetric<?> again =
                (ArgMetric<?>) Metrics.CODEC.fromJson(object, ReadContext.of(TypeRegistry.EMPTY));
            assertEquals(config, again.config());
          }
        });
  }

  private static ArgMetric<?> create(KerasType<?> type) {
    ObjectNode config = new ObjectMapper().createObjectNode();
    if (type == MeanMetricWrapper.TYPE) {
      config.put("fn", "huber").put("name", "mean_metric_wrapper");
    }
    return (ArgMetric<?>) type.fromConfig(config);
  }

  private static Stream<DynamicTest> each(Consumer<KerasType<?>> rule) {
    return Metrics.TYPES.stream()
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

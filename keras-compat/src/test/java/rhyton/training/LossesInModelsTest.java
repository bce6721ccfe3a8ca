package rhyton.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.golden.NotYet;
import rhyton.losses.Losses;
import rhyton.models.Model;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** What losses and metrics make of a softmax or sigmoid at the end of a model. */
@Tag("golden")
class LossesInModelsTest {
  @TestFactory
  Stream<DynamicTest> logitsBehindActivations() {
    return GoldenFolder.cases("functions/losses_in_models.json", LossesInModelsTest::check);
  }

  private static void check(JsonNode one) {
    skipWhatIsMissing(one);
    double[] tolerance = {1e-5, 1e-6};
    try (TensorScope scope = TensorScope.open();
        Model model = Model.fromJson(one.get("model_config").toString())) {
      Tensor x = Json.tensor(one.get("x"));
      Tensor y = Json.tensor(one.get("y"));
      model.setWeights(arrays(one.get("weights")));
      Json.assertClose(one.get("predictions"), model.predict(x), tolerance[0], tolerance[1]);
      model.compile("sgd", loss(one.get("loss")), one.at("/metrics/0").textValue());
      Map<String, Double> results = model.testOnBatch(x, y);
      assertEquals(one.get("test_on_batch").size(), results.size());
      for (Map.Entry<String, JsonNode> expected : one.get("test_on_batch").properties()) {
        double value = expected.getValue().doubleValue();
        assertEquals(value, results.get(expected.getKey()), 1e-6 + 1e-5 * Math.abs(value));
      }
      model.trainOnBatch(x, y);
      JsonNode trained = one.get("weights_after_train_on_batch_with_SGD_0.01");
      List<Object> weights = model.getWeights();
      for (int i = 0; i < weights.size(); i++) {
        Json.assertClose(trained.get(i), Tensor.of(weights.get(i)), tolerance[0], tolerance[1]);
      }
    }
  }

  private static void skipWhatIsMissing(JsonNode one) {
    for (String dtype : List.of("mixed_float16", "mixed_bfloat16")) {
      if (one.get("model_config").toString().contains('"' + dtype + '"')) {
        NotYet.skipIfListed(dtype);
      }
    }
    switch (one.get("loss").asText()) {
      case "binary_focal_crossentropy" ->
          NotYet.skipIfListed("keras.losses.BinaryFocalCrossentropy");
      case "categorical_focal_crossentropy" ->
          NotYet.skipIfListed("keras.losses.CategoricalFocalCrossentropy");
      default -> {}
    }
  }

  private static Object loss(JsonNode json) {
    return json.isTextual()
        ? json.textValue()
        : Losses.CODEC.fromJson(json, ReadContext.of(TypeRegistry.EMPTY));
  }

  private static List<Object> arrays(JsonNode tensors) {
    List<Object> arrays = new ArrayList<>();
    tensors.forEach(one -> arrays.add(Json.tensor(one).toArray()));
    return arrays;
  }
}

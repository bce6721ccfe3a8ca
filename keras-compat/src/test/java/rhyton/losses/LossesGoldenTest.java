package rhyton.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.KerasObject;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.golden.NotYet;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradients;

@Tag("golden")
class LossesGoldenTest {
  @Test
  void theListOfMissingClassesIsRight() {
    Losses.TYPES.forEach(type -> NotYet.assertNotListed(type.toString()));
  }

  @TestFactory
  Stream<DynamicTest> everyLossAndItsGradient() {
    return GoldenFolder.cases("functions/losses.json", LossesGoldenTest::check);
  }

  private static void check(JsonNode one) {
    NotYet.skipIfListed("keras.losses." + one.at("/config/class_name").textValue());
    String dtype = one.path("dtype").asText("float32");
    NotYet.skipIfListed(dtype);
    Loss loss = loss(one, dtype);
    assertEquals(one.at("/config/config"), listed((KerasObject) loss, one));
    double[] tolerance = tolerance(dtype);
    try (TensorScope scope = TensorScope.open()) {
      Tensor yTrue = Json.tensor(one.get("y_true"));
      Tensor yPred = Json.tensor(one.get("y_pred"));
      Tensor weight = optional(one, "sample_weight");
      yPred.setMask(optional(one, "mask"));
      Tensor perSample = loss.call(yTrue.cast(DType.of(dtype)), yPred.cast(DType.of(dtype)));
      Json.assertClose(one.get("per_sample"), perSample, tolerance[0], tolerance[1]);
      Tensor value = loss.apply(yTrue, yPred, weight);
      Json.assertClose(one.get("value"), value, tolerance[0], tolerance[1]);
      List<Tensor> traced = traced(loss, yTrue, yPred, weight);
      Json.assertClose(one.get("value"), traced.get(0), tolerance[0], tolerance[1]);
      Json.assertClose(one.get("gradient"), traced.get(1), tolerance[0], tolerance[1]);
    }
  }

  /** The loss of the case, with the options that Keras does not write into its configs. */
  private static Loss loss(JsonNode one, String dtype) {
    ObjectNode object = one.get("config").deepCopy();
    ObjectNode config = (ObjectNode) object.get("config");
    config.put("dtype", dtype);
    one.path("constructor_only").properties().forEach(e -> config.set(e.getKey(), e.getValue()));
    return Losses.CODEC.fromJson(object, ReadContext.of(TypeRegistry.EMPTY));
  }

  private static JsonNode listed(KerasObject loss, JsonNode one) {
    ObjectNode config = loss.config();
    config.remove("dtype");
    one.path("constructor_only").fieldNames().forEachRemaining(config::remove);
    return config;
  }

  private static Tensor optional(JsonNode one, String key) {
    return one.has(key) ? Json.tensor(one.get(key)) : null;
  }

  private static double[] tolerance(String dtype) {
    return switch (dtype) {
      case "float16" -> new double[] {2e-3, 1e-3};
      case "bfloat16" -> new double[] {2e-2, 1e-2};
      default -> new double[] {1e-5, 1e-6};
    };
  }

  /** The loss and the gradient of its sum by the predictions, with a batch of unknown size. */
  private static List<Tensor> traced(Loss loss, Tensor yTrue, Tensor yPred, Tensor weight) {
    List<Tensor> given = new ArrayList<>(List.of(yTrue, yPred));
    if (weight != null) {
      given.add(weight);
    }
    Tensor mask = yPred.mask();
    if (mask != null) {
      given.add(mask);
    }
    List<TensorSpec> specs =
        given.stream().map(t -> new TensorSpec(t.dtype(), t.shape().with(0, -1))).toList();
    try (CompiledFunction function =
        CompiledFunction.trace(
            "loss",
            specs,
            in -> {
              in.get(1).setMask(mask == null ? null : in.get(in.size() - 1));
              Tensor value = loss.apply(in.get(0), in.get(1), weight == null ? null : in.get(2));
              return List.of(value, Gradients.of(value, List.of(in.get(1))).get(0).toDense());
            })) {
      return function.call(given);
    }
  }
}

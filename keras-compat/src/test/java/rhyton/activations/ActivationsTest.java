package rhyton.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.ConfigStyle;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradients;

class ActivationsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Tag("golden")
  @TestFactory
  Stream<DynamicTest> everyFunctionAndItsGradient() {
    return GoldenFolder.cases("functions/activations.json", ActivationsTest::check);
  }

  private static void check(JsonNode one) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Json.tensor(one.get("input"));
      Activation function = function(one.get("activation").textValue(), one.get("kwargs"));
      double[] tolerance = tolerance(x.dtype(), one.get("activation").textValue());
      Json.assertClose(one.get("value"), function.apply(x), tolerance[0], tolerance[1]);
      Tensor r = Json.tensor(one.get("r"));
      Json.assertClose(one.get("gradient"), gradient(function, x, r), tolerance[0], tolerance[1]);
      String name = one.get("serialized").textValue();
      assertEquals(
          JSON.textNode(name),
          Activation.CODEC.toJson(
              Activation.of(one.get("activation").textValue()), ConfigStyle.FULL));
    }
  }

  private static double[] tolerance(DType dtype, String name) {
    if (dtype == DType.FLOAT16) {
      return new double[] {2e-3, 1e-3};
    }
    if (dtype == DType.BFLOAT16) {
      return new double[] {2e-2, 1e-2};
    }
    boolean reduces = name.contains("soft") || name.contains("sparsemax");
    return new double[] {reduces ? 1e-5 : 1e-6, 1e-6};
  }

  private static Tensor gradient(Activation function, Tensor x, Tensor r) {
    List<TensorSpec> specs =
        List.of(new TensorSpec(x.dtype(), x.shape()), new TensorSpec(r.dtype(), r.shape()));
    try (CompiledFunction compiled =
        CompiledFunction.trace(
            "gradient",
            specs,
            in -> {
              Tensor y = function.apply(in.get(0));
              Tensor loss = y.multiply(in.get(1).cast(y.dtype())).sum();
              return List.of(Gradients.of(loss, List.of(in.get(0))).get(0).toDense());
            })) {
      return compiled.call(List.of(x, r)).get(0);
    }
  }

  private static Activation function(String name, JsonNode kwargs) {
    if (kwargs.isEmpty()) {
      return Activation.of(name);
    }
    return switch (name) {
      case "celu" -> x -> Activations.celu(x, number(kwargs, "alpha"));
      case "elu" -> x -> Activations.elu(x, number(kwargs, "alpha"));
      case "gelu" -> x -> Activations.gelu(x, kwargs.get("approximate").booleanValue());
      case "glu" -> x -> Activations.glu(x, kwargs.get("axis").intValue());
      case "hard_shrink" -> x -> Activations.hardShrink(x, number(kwargs, "threshold"));
      case "leaky_relu" -> x -> Activations.leakyRelu(x, number(kwargs, "negative_slope"));
      case "log_softmax" -> x -> Activations.logSoftmax(x, axes(kwargs));
      case "relu" ->
          x ->
              Activations.relu(
                  x,
                  kwargs.path("negative_slope").asDouble(0),
                  kwargs.has("max_value") ? number(kwargs, "max_value") : null,
                  kwargs.path("threshold").asDouble(0));
      case "soft_shrink" -> x -> Activations.softShrink(x, number(kwargs, "threshold"));
      case "softmax" -> x -> Activations.softmax(x, axes(kwargs));
      case "sparsemax" -> x -> Activations.sparsemax(x, kwargs.get("axis").intValue());
      case "squareplus" -> x -> Activations.squareplus(x, number(kwargs, "b"));
      case "threshold" ->
          x ->
              Activations.threshold(
                  x, number(kwargs, "threshold"), number(kwargs, "default_value"));
      default -> throw new IllegalArgumentException(name + " has no arguments here: " + kwargs);
    };
  }

  private static double number(JsonNode kwargs, String key) {
    return kwargs.get(key).doubleValue();
  }

  private static int[] axes(JsonNode kwargs) {
    JsonNode axis = kwargs.get("axis");
    return axis.isInt()
        ? new int[] {axis.intValue()}
        : Arrays.stream(Json.longs(axis)).mapToInt(Math::toIntExact).toArray();
  }

  @Test
  void probabilitiesRememberTheirLogits() {
    Tensor x = Tensor.of(new float[] {1, 2});
    assertSame(x, Activations.softmax(x).logits());
    assertSame(x, Activation.of("sigmoid").apply(x).logits());
    assertEquals(null, Activations.relu(x).logits());
  }

  @Test
  void stringsAreKerasNamesAndAliases() {
    assertEquals(Activation.of("silu"), Activation.of("swish"));
    assertEquals(Activation.of("hard_silu"), Activation.of("hard_swish"));
    assertEquals(Activation.of("linear"), Activation.of(null));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Activation.of("reluu")).getMessage();
    assertTrue(
        message.startsWith(
            "Unknown activation function. Received: activation=\"reluu\". Available: [celu, elu,"),
        message);
  }

  @Test
  void aFunctionOfTheUsersOwnIsSavedByItsRegisteredName() {
    RegisteredActivation capped = Activation.registered("pkg", "capped", x -> x.relu().minimum(2));
    JsonNode json = Activation.CODEC.toJson(capped, ConfigStyle.FULL);
    assertEquals(
        "{\"module\":\"builtins\",\"class_name\":\"function\",\"config\":\"pkg>capped\","
            + "\"registered_name\":\"function\"}",
        json.toString());
    TypeRegistry custom = TypeRegistry.of(List.of(capped));
    assertSame(capped, Activation.CODEC.fromJson(json, ReadContext.of(custom)));
    assertThrows(
        UnsupportedOperationException.class,
        () -> Activation.CODEC.toJson(x -> x, ConfigStyle.FULL));
  }

  @Test
  void nullInAConfigIsLinear() {
    assertEquals(Activation.of("linear"), Activation.CODEC.ofNull());
  }
}

package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.tensor.DType;
import rhyton.tensor.KerasOp;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

/** The functions of {@code keras.ops} and their gradients against Python's values. */
@Tag("golden")
final class OpsGoldenTest {
  private static final List<String> FILES =
      List.of("core", "math", "nn", "numpy", "linalg", "image", "fft", "segment");

  @TestFactory
  Stream<DynamicTest> everyFunctionAndItsGradient() {
    return FILES.stream()
        .flatMap(
            file -> GoldenFolder.cases("functions/ops/" + file + ".json", one -> check(file, one)));
  }

  private static void check(String file, JsonNode one) {
    String function = one.get("op").textValue();
    NotYet.skipIfListed("keras.ops." + function);
    KerasOp op = OpSignature.of(function).op();
    assertNotNull(op, function + " is not there, and not in the list of what is not there yet");
    OpTolerance tolerance = OpTolerance.of(file, one);
    try (TensorScope scope = TensorScope.open()) {
      tolerance.check(one.get("result"), results(one, Json::tensor));
      if (one.has("gradient") || one.has("gradient_kwargs")) {
        checkGradients(one, tolerance);
      }
    }
  }

  @Test
  void theListHasOnlyWhatIsNotThere() {
    OpSignature.functions()
        .forEachRemaining(
            function -> {
              if (OpSignature.of(function).op() != null) {
                NotYet.assertNotListed("keras.ops." + function);
              }
            });
  }

  /** Calls the function of a case. */
  private static List<Tensor> results(JsonNode one, Function<JsonNode, Tensor> tensors) {
    OpSignature signature = OpSignature.of(one.get("op").textValue());
    List<Object> args = new ArrayList<>();
    one.get("args").forEach(arg -> args.add(OpValues.value(arg, tensors)));
    Map<String, Object> kwargs = new LinkedHashMap<>();
    one.get("kwargs")
        .properties()
        .forEach(e -> kwargs.put(e.getKey(), OpValues.value(e.getValue(), tensors)));
    String note = one.path("note").asText("");
    if (note.startsWith("args: target, logits; output = ")) {
      Tensor logits = (Tensor) args.get(1);
      args.set(1, note.contains("softmax(") ? logits.softmax() : logits.sigmoid());
    }
    Object result = signature.op().call(signature.bind(args, kwargs));
    List<Tensor> results = new ArrayList<>();
    flatten(result, results);
    return results;
  }

  private static void flatten(Object result, List<Tensor> results) {
    if (result instanceof Tensor tensor) {
      results.add(tensor);
    } else {
      ((List<?>) result).forEach(one -> flatten(one, results));
    }
  }

  // ---- gradients -----------------------------------------------------------------------------

  private static void checkGradients(JsonNode one, OpTolerance tolerance) {
    List<JsonNode> inputs = new ArrayList<>();
    List<JsonNode> expected = new ArrayList<>();
    pair(one.get("args"), one.path("gradient"), inputs, expected);
    pair(one.get("kwargs"), one.path("gradient_kwargs"), inputs, expected);
    List<JsonNode> factors = new ArrayList<>();
    JsonNode r = one.get("r");
    if (OpValues.isTensor(r)) {
      factors.add(r);
    } else {
      r.forEach(factors::add);
    }
    Map<JsonNode, Tensor> constants = new IdentityHashMap<>();
    OpValues.value(one.get("args"), j -> constants.computeIfAbsent(j, Json::tensor));
    one.get("kwargs")
        .forEach(v -> OpValues.value(v, j -> constants.computeIfAbsent(j, Json::tensor)));
    List<Tensor> values = inputs.stream().map(constants::get).toList();
    try (CompiledFunction slopes =
        CompiledFunction.trace(
            "slopes",
            values.stream().map(TensorSpec::of).toList(),
            in -> {
              Map<JsonNode, Tensor> symbols = new IdentityHashMap<>(constants);
              for (int i = 0; i < inputs.size(); i++) {
                symbols.put(inputs.get(i), in.get(i));
              }
              return gradients(loss(results(one, symbols::get), factors), in);
            })) {
      List<Tensor> actual = slopes.call(values);
      assertEquals(expected.size(), actual.size());
      for (int i = 0; i < actual.size(); i++) {
        try {
          tolerance.check(expected.get(i), List.of(actual.get(i)));
        } catch (AssertionError e) {
          fail("gradient " + i + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** Tensors among the arguments of which Python gave a gradient, and these gradients. */
  private static void pair(
      JsonNode args, JsonNode gradients, List<JsonNode> inputs, List<JsonNode> expected) {
    if (OpValues.isTensor(gradients)) {
      inputs.add(args);
      expected.add(gradients);
    } else if (gradients.isArray()) {
      for (int i = 0; i < gradients.size(); i++) {
        pair(args.get(i), gradients.get(i), inputs, expected);
      }
    } else if (gradients.isObject()) {
      gradients
          .properties()
          .forEach(e -> pair(args.get(e.getKey()), e.getValue(), inputs, expected));
    }
  }

  /** The sum of the floating results, each times its factor. */
  private static Tensor loss(List<Tensor> results, List<JsonNode> factors) {
    List<Tensor> floating =
        results.stream().filter(t -> t.dtype().isFloating() || t.dtype().isComplex()).toList();
    Tensor loss = null;
    for (int i = 0; i < factors.size(); i++) {
      Tensor r = Json.tensor(factors.get(i));
      Tensor part = floating.get(i).cast(r.dtype()).multiply(r).sum();
      loss = loss == null ? part : loss.add(part);
    }
    return loss;
  }

  private static List<Tensor> gradients(Tensor loss, List<Tensor> inputs) {
    List<Gradient> gradients = Gradients.of(loss, inputs);
    List<Tensor> dense = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Gradient one = gradients.get(i);
      dense.add(one == null ? inputs.get(i).zerosLike() : one.toDense());
    }
    return dense;
  }

  /** The table of types that meet, through the type of a sum. */
  @TestFactory
  Stream<DynamicTest> resultTypes() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row :
        GoldenFolder.read(GoldenFolder.root().resolve("functions/ops/result_type.json"))) {
      String first = row.get("dtype").textValue();
      row.get("with")
          .properties()
          .forEach(
              e ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          first + " and " + e.getKey(),
                          () -> checkType(first, e.getKey(), e.getValue().textValue()))));
    }
    return tests.stream();
  }

  private static void checkType(String first, String second, String expected) {
    try (TensorScope scope = TensorScope.open()) {
      Object a = number(first);
      Object b = number(second);
      Tensor condition = Tensor.of(true);
      assertEquals(DType.of(expected), condition.where(a, b).dtype());
    }
  }

  private static Object number(String dtype) {
    return switch (dtype) {
      case "int" -> 1;
      case "float" -> 1.5;
      case "None" -> Tensor.of(1f);
      default -> Tensor.of(1).cast(DType.of(dtype));
    };
  }
}

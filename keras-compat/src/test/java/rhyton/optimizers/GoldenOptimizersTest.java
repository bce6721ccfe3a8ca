package rhyton.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.ConfigStyle;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.constraints.Constraint;
import rhyton.constraints.Constraints;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradient;

/** Every optimizer takes the steps that Keras takes, op by op and as a compiled function. */
@Tag("golden")
class GoldenOptimizersTest {
  private static final String FILE = "functions/optimizers.json";
  private static final ReadContext CONFIG = ReadContext.of(TypeRegistry.EMPTY);
  private static final List<String> PENDING = pending();

  /** Names of the classes that Keras has and this project does not have yet. */
  private static List<String> pending() {
    try (var in = GoldenOptimizersTest.class.getResourceAsStream("pending.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsThereIsNotPending() {
    for (var type : Optimizers.TYPES) {
      assertFalse(PENDING.contains(type.name()), type.name() + " is there: drop it from the list");
    }
  }

  @TestFactory
  Stream<DynamicTest> stepsAtOnce() {
    return GoldenFolder.cases(FILE, GoldenOptimizersTest::isDue, one -> check(one, false));
  }

  @TestFactory
  Stream<DynamicTest> stepsAsAFunction() {
    return GoldenFolder.cases(FILE, GoldenOptimizersTest::isDue, one -> check(one, true));
  }

  private static boolean isDue(JsonNode one) {
    return !PENDING.contains(one.at("/config/class_name").textValue());
  }

  private static void check(JsonNode one, boolean compiled) {
    try (TensorScope scope = TensorScope.open();
        Optimizer<?> optimizer = Optimizers.CODEC.fromJson(one.get("config"), CONFIG);
        Functions functions = new Functions(optimizer)) {
      List<Weight> weights = new ArrayList<>();
      one.get("variables").forEach(variable -> weights.add(weight(variable)));
      JsonNode exempt = one.at("/exclude_from_weight_decay/var_names");
      if (exempt.isArray()) {
        List<String> names = new ArrayList<>();
        exempt.forEach(name -> names.add(name.textValue()));
        optimizer.excludeFromWeightDecay(List.of(), names.toArray(String[]::new));
      }
      for (int step = 0; step < one.get("gradients").size(); step++) {
        JsonNode gradients = one.get("gradients").get(step);
        if (compiled) {
          functions.step(gradients, weights);
        } else {
          optimizer.apply(gradients(gradients, weights), weights);
        }
        assertValues(one.get("values_after_each_step").get(step), weights);
        JsonNode rate = one.get("learning_rate_after_each_step").get(step);
        assertEquals(
            (float) rate.get("data").doubleValue(), (float) optimizer.learningRate(), 1e-7f);
      }
      assertState(one.get("state_names_and_values_at_end"), optimizer.variables());
      if (one.has("values_after_finalize")) {
        optimizer.finalizeVariableValues(weights);
        assertValues(one.get("values_after_finalize"), weights);
      }
      assertEquals(one.get("config"), Optimizers.CODEC.toJson(optimizer, ConfigStyle.FULL));
      weights.forEach(Weight::close);
    }
  }

  private static Weight weight(JsonNode variable) {
    Constraint constraint =
        variable.hasNonNull("constraint")
            ? Constraints.CODEC.fromJson(variable.get("constraint"), CONFIG)
            : null;
    return new Weight(
        variable.get("path").textValue(),
        Json.tensor(variable.get("value")),
        true,
        null,
        constraint == null ? null : constraint::apply);
  }

  private static List<Gradient> gradients(JsonNode json, List<Weight> weights) {
    List<Gradient> gradients = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      JsonNode one = json.get(i);
      if (one.isNull()) {
        gradients.add(null);
      } else if (one.has("indexed_slices")) {
        Tensor rows = Json.tensor(one.get("values"));
        gradients.add(
            Gradient.sparse(rows, Json.tensor(one.get("indices")), weights.get(i).read()));
      } else {
        gradients.add(Gradient.dense(Json.tensor(one)));
      }
    }
    return gradients;
  }

  /** The steps of an optimizer as functions, one for each pattern of gradients. */
  private record Functions(Optimizer<?> optimizer, Map<String, CompiledFunction> known)
      implements AutoCloseable {
    Functions(Optimizer<?> optimizer) {
      this(optimizer, new HashMap<>());
    }

    void step(JsonNode json, List<Weight> weights) {
      List<Tensor> arguments = new ArrayList<>();
      List<TensorSpec> specs = new ArrayList<>();
      StringBuilder pattern = new StringBuilder();
      for (Gradient gradient : gradients(json, weights)) {
        pattern.append(gradient == null ? "none " : gradient.isSparse() ? "rows " : "all ");
        if (gradient != null) {
          arguments.add(gradient.values());
          Shape shape = gradient.values().shape();
          if (gradient.isSparse()) {
            arguments.add(gradient.indices());
            specs.add(new TensorSpec(gradient.values().dtype(), Shape.of(-1, shape.get(1))));
            specs.add(new TensorSpec(gradient.indices().dtype(), Shape.of(-1)));
          } else {
            specs.add(new TensorSpec(gradient.values().dtype(), shape));
          }
        }
      }
      known
          .computeIfAbsent(pattern.toString(), key -> trace(key.split(" "), specs, weights))
          .call(arguments);
    }

    private CompiledFunction trace(String[] pattern, List<TensorSpec> specs, List<Weight> weights) {
      return CompiledFunction.trace(
          "step",
          specs,
          arguments -> {
            List<Gradient> gradients = new ArrayList<>();
            int next = 0;
            for (int i = 0; i < pattern.length; i++) {
              switch (pattern[i]) {
                case "none" -> gradients.add(null);
                case "all" -> gradients.add(Gradient.dense(arguments.get(next++)));
                default -> {
                  Tensor rows = arguments.get(next++);
                  Tensor indices = arguments.get(next++);
                  gradients.add(Gradient.sparse(rows, indices, weights.get(i).read()));
                }
              }
            }
            optimizer.apply(gradients, weights);
            return List.of();
          });
    }

    @Override
    public void close() {
      known.values().forEach(CompiledFunction::close);
    }
  }

  private static void assertValues(JsonNode expected, List<Weight> weights) {
    assertEquals(expected.size(), weights.size());
    for (int i = 0; i < weights.size(); i++) {
      assertClose(expected.get(i), weights.get(i).read());
    }
  }

  private static void assertState(JsonNode expected, List<Weight> variables) {
    assertEquals(expected.size(), variables.size());
    for (int i = 0; i < variables.size(); i++) {
      assertEquals(expected.get(i).get("path").textValue(), variables.get(i).path());
      assertEquals(expected.get(i).get("name").textValue(), variables.get(i).name());
      assertClose(expected.get(i).get("value"), variables.get(i).read());
    }
  }

  private static void assertClose(JsonNode expected, Tensor actual) {
    switch (actual.dtype()) {
      case FLOAT64 -> Json.assertClose(expected, actual, 1e-10, 1e-12);
      case BFLOAT16 -> Json.assertClose(expected, actual, 1e-2, 1e-2);
      default -> {
        assertTrue(actual.dtype() == DType.FLOAT32 || actual.dtype() == DType.INT64);
        Json.assertClose(expected, actual, 1e-5, 1e-6);
      }
    }
  }
}

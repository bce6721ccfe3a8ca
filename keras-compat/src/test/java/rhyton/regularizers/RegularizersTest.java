package rhyton.regularizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
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
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradients;

class RegularizersTest {
  @Tag("golden")
  @TestFactory
  Stream<DynamicTest> everyPenaltyAndItsGradient() {
    return GoldenFolder.cases("functions/regularizers.json", RegularizersTest::check);
  }

  private static void check(JsonNode one) {
    Regularizer regularizer = read(one.get("config"));
    assertEquals(one.get("config"), Regularizers.CODEC.toJson(regularizer, ConfigStyle.FULL));
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Json.tensor(one.get("input"));
      List<TensorSpec> specs = List.of(new TensorSpec(x.dtype(), x.shape()));
      try (CompiledFunction both =
          CompiledFunction.trace(
              "penalty",
              specs,
              in -> {
                Tensor penalty = regularizer.apply(in.get(0));
                Tensor loss = penalty.add(in.get(0).sum().multiply(0)); // a penalty may be constant
                Tensor gradient = Gradients.of(loss, List.of(in.get(0))).get(0).toDense();
                return List.of(penalty, gradient);
              })) {
        List<Tensor> results = both.call(List.of(x));
        Json.assertClose(one.get("value"), results.get(0), 1e-6, 1e-6);
        if (one.at("/gradient/dtype").textValue().equals("object")) { // Python has no gradient
          assertArrayEquals(new float[(int) x.shape().size()], results.get(1).floats());
        } else {
          Json.assertClose(one.get("gradient"), results.get(1), 1e-6, 1e-6);
        }
      }
      Json.assertClose(one.get("value"), regularizer.apply(x), 1e-6, 1e-6);
    }
  }

  private static Regularizer read(JsonNode json) {
    return Regularizers.CODEC.fromJson(json, ReadContext.of(TypeRegistry.EMPTY));
  }

  @Test
  void stringsAreKerasNames() {
    assertInstanceOf(L2.class, Regularizers.get("l2"));
    assertInstanceOf(L1L2.class, Regularizers.get("l1_l2"));
    assertInstanceOf(OrthogonalRegularizer.class, Regularizers.get("orthogonal_regularizer"));
    assertEquals(
        "Unknown regularizer `l3`. Did you mean `L1` or `L2`?",
        assertThrows(IllegalArgumentException.class, () -> Regularizers.get("l3")).getMessage());
  }

  @Test
  void aPenaltyOfZeroIsZero() {
    try (Tensor penalty = new L1L2().apply(Tensor.of(new float[] {1, 2}))) {
      assertEquals(0, penalty.item());
    }
  }

  @Test
  void factorsMustBeFiniteAndNotNegative() {
    assertEquals(
        "L2: argument `l2` must be a finite number that is not negative. Received: l2=-1.0",
        assertThrows(IllegalArgumentException.class, () -> new L2(-1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new L1(Double.NaN));
  }
}

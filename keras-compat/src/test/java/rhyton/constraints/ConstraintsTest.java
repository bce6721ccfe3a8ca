package rhyton.constraints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

class ConstraintsTest {
  @Tag("golden")
  @TestFactory
  Stream<DynamicTest> everyConstraint() {
    return GoldenFolder.cases("functions/constraints.json", ConstraintsTest::check);
  }

  private static void check(JsonNode one) {
    Constraint constraint =
        Constraints.CODEC.fromJson(one.get("config"), ReadContext.of(TypeRegistry.EMPTY));
    try (TensorScope scope = TensorScope.open()) {
      Tensor w = Json.tensor(one.get("input"));
      Json.assertClose(one.get("value"), constraint.apply(w), 1e-6, 1e-6);
    }
  }

  @Test
  void stringsAreKerasNames() {
    assertInstanceOf(MaxNorm.class, Constraints.get("max_norm"));
    assertInstanceOf(NonNeg.class, Constraints.get("NonNeg"));
    assertEquals(
        "Unknown constraint `norm`. Did you mean `MaxNorm` or `UnitNorm` or `MinMaxNorm`?",
        assertThrows(IllegalArgumentException.class, () -> Constraints.get("norm")).getMessage());
  }
}

package rhyton.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.KerasObject;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.golden.NotYet;
import rhyton.losses.Loss;
import rhyton.losses.Losses;
import rhyton.tensor.Shape;

@Tag("golden")
class CompileResolutionTest {
  @TestFactory
  Stream<DynamicTest> wordsStandForWhatTheShapesTell() {
    Path file = GoldenFolder.root().resolve("functions/compile_resolution.json");
    List<DynamicTest> tests = new ArrayList<>();
    if (Files.exists(file)) {
      GoldenFolder.read(file).forEach(one -> add(one, tests));
    }
    return tests.stream();
  }

  private static void add(JsonNode one, List<DynamicTest> tests) {
    boolean byName = one.has("by_name");
    Shape yTrue = byName ? Shape.of(8, 3) : Shape.of(Json.longs(one.get("target_shape")));
    Shape yPred = byName ? Shape.of(8, 3) : Shape.of(Json.longs(one.get("output_shape")));
    for (var field : (byName ? one.get("by_name") : one).properties()) {
      String word = field.getKey().replaceFirst(".*=", "");
      JsonNode expected = field.getValue();
      if (field.getKey().startsWith("loss=")) {
        tests.add(
            DynamicTest.dynamicTest(
                yPred + " " + field.getKey(), () -> checkLoss(word, yTrue, yPred, expected)));
      } else if (expected.isObject()) {
        tests.add(
            DynamicTest.dynamicTest(
                yPred + " " + word, () -> checkMetric(word, yTrue, yPred, expected)));
      }
    }
  }

  private static void checkLoss(String word, Shape yTrue, Shape yPred, JsonNode expected) {
    Loss loss = Losses.get(word, yTrue, yPred);
    assertEquals(expected.get("name").textValue(), loss.name());
    Loss function = Losses.get(expected.get("function").textValue());
    assertEquals(function.getClass(), loss.getClass());
  }

  private static void checkMetric(String word, Shape yTrue, Shape yPred, JsonNode expected) {
    if (expected.has("error")) {
      assertThrows(IllegalArgumentException.class, () -> Metrics.get(word, yTrue, yPred));
      return;
    }
    String className = expected.get("class_name").textValue();
    NotYet.skipIfListed("keras.metrics." + className);
    Metric metric = Metrics.get(word, yTrue, yPred);
    assertEquals(expected.get("name").textValue(), metric.name());
    assertEquals(className, ((KerasObject) metric).type().name());
  }
}

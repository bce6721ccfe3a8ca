package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import rhyton.models.Model;
import rhyton.saving.KerasFileException;
import rhyton.tensor.FileFormatException;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** Broken and hostile files: a clear error, or the right numbers; never a crash. */
@Tag("golden")
class MalformedGoldenTest {
  private static final String FOLDER = "files/malformed";

  @TestFactory
  Stream<DynamicTest> filesFromStrangers() {
    Path folder = GoldenFolder.root().resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return Stream.of(GoldenFolder.absent(FOLDER));
    }
    JsonNode index = GoldenFolder.read(folder.resolve("index.json"));
    List<DynamicTest> tests = new ArrayList<>();
    for (var field : index.get("files").properties()) {
      String name = field.getKey();
      if (name.endsWith(".keras") || name.endsWith(".weights.h5")) {
        JsonNode facts = field.getValue();
        JsonNode architectures = index.get("architectures");
        tests.add(
            DynamicTest.dynamicTest(name, () -> check(folder.resolve(name), facts, architectures)));
      }
    }
    return tests.stream();
  }

  private static void check(Path file, JsonNode facts, JsonNode architectures) {
    if (facts.get("what").asText().startsWith("StringLookup")) {
      NotYet.skipIfListed("keras.layers.StringLookup");
    }
    switch (facts.get("expect").asText()) {
      case "error" -> {
        var e =
            assertThrows(FileFormatException.class, () -> load(file, facts, architectures).close());
        String message = e.getMessage().toLowerCase(Locale.ROOT);
        for (JsonNode word : facts.path("message_words")) {
          String wanted = word.asText().toLowerCase(Locale.ROOT);
          assertTrue(message.contains(wanted), () -> "`" + wanted + "` is not in: " + message);
        }
      }
      case "loads" -> {
        try (Model model = load(file, facts, architectures)) {
          assertPredicts(model, facts.get("values"));
        }
      }
      default -> {
        try {
          load(file, facts, architectures).close();
        } catch (KerasFileException e) {
          assertTrue(e.getMessage().length() > 10, e::getMessage);
        }
      }
    }
  }

  private static Model load(Path file, JsonNode facts, JsonNode architectures) {
    if (!facts.has("architecture")) {
      return Model.load(file);
    }
    JsonNode architecture = architectures.get(facts.get("architecture").asText());
    Model model = Model.fromJson(architecture.toString());
    try {
      model.loadWeights(file);
      return model;
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static void assertPredicts(Model model, JsonNode values) {
    try (TensorScope scope = TensorScope.open()) {
      float[] computed = model.predict(Tensor.of(matrix(values.get("x")))).floats();
      int i = 0;
      for (JsonNode row : values.get("predict")) {
        for (JsonNode value : row) {
          assertEquals(value.asDouble(), computed[i++], 1e-5);
        }
      }
    }
  }

  private static float[][] matrix(JsonNode rows) {
    float[][] matrix = new float[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = new float[rows.get(i).size()];
      for (int j = 0; j < matrix[i].length; j++) {
        matrix[i][j] = (float) rows.get(i).get(j).asDouble();
      }
    }
    return matrix;
  }
}

package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import rhyton.models.Model;
import rhyton.models.SummaryOptions;

/** The texts of {@code model.summary()} of models that Python has saved. */
@Tag("golden")
class SummaryGoldenTest {
  private static final String FOLDER = "training/summary";

  @TestFactory
  Stream<DynamicTest> printsWhatPythonPrints() {
    Path folder = GoldenFolder.root().resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return Stream.of(GoldenFolder.absent(FOLDER));
    }
    JsonNode expected = GoldenFolder.read(folder.resolve("expected.json"));
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode model : GoldenFolder.read(folder.resolve("case.json")).get("models")) {
      String name = model.get("name").asText();
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () -> check(folder.resolve(model.get("file").asText()), model, expected.get(name))));
    }
    return tests.stream();
  }

  private static void check(Path file, JsonNode facts, JsonNode expected) {
    try (Model model = load(file)) {
      for (int i = 0; i < expected.size(); i++) {
        String text = model.summaryText(options(facts.get("calls").get(i)));
        assertEquals(withoutBlanksAtEnds(expected.get(i).asText()), withoutBlanksAtEnds(text));
      }
    }
  }

  private static Model load(Path file) {
    if (file.toString().endsWith(".json")) {
      return Model.fromJson(GoldenFolder.read(file).toString());
    }
    NotYet.skipIfAnyListed(UsedNames.of(file));
    return Model.load(file);
  }

  private static SummaryOptions options(JsonNode call) {
    SummaryOptions options =
        new SummaryOptions()
            .lineLength(call.get("line_length").asInt())
            .expandNested(call.path("expand_nested").asBoolean())
            .showTrainable(call.path("show_trainable").asBoolean());
    if (!call.has("positions")) {
      return options;
    }
    List<Double> positions = new ArrayList<>();
    call.get("positions").forEach(position -> positions.add(position.asDouble()));
    return options.positions(positions);
  }

  private static String withoutBlanksAtEnds(String text) {
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }
}

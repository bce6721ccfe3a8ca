package rhyton.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two cases that Python wrote, and copies of them that are spoilt. */
class VerifyCommandTest {
  private static final String LAYER = "layers/dense_softmax_crossentropy";
  private static final String MODEL = "models/mlp_spirals_sigmoid_sgd";

  @TempDir Path folder;

  @BeforeEach
  void copyCases() throws IOException, URISyntaxException {
    Path cases = Path.of(VerifyCommandTest.class.getResource("/cases").toURI());
    try (Stream<Path> files = Files.walk(cases)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(cases.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void replace(String file, String text, String by) throws IOException {
    Path path = folder.resolve(file);
    String content = Files.readString(path);
    assertTrue(content.contains(text), file);
    Files.writeString(path, content.replace(text, by));
  }

  @Test
  void everyCaseIsALine() {
    List<String> lines = Cli.ok("verify", folder).lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).matches("PASS " + LAYER + " \\d\\.\\de-\\d\\d"), lines.get(0));
    assertTrue(lines.get(1).matches("PASS " + MODEL + " \\d\\.\\de-\\d\\d"), lines.get(1));
    assertEquals("2 passed, 0 failed", lines.get(2));
  }

  @Test
  void aFolderMayBeACaseItself() {
    String out = Cli.ok("verify", folder.resolve(LAYER));
    assertTrue(out.matches("PASS dense_softmax_crossentropy \\d\\S+\n1 passed, 0 failed\n"), out);
  }

  @Test
  void aCaseThatCannotBeLoadedHasNoDeviation() throws IOException {
    Files.writeString(folder.resolve(LAYER + "/model.keras"), "broken");
    Cli result = Cli.run("verify", folder, "--json", folder.resolve("v.json"));
    assertEquals(1, result.code());
    assertTrue(result.out().startsWith("FAIL " + LAYER + " - "), result.out());
    JsonNode json = new ObjectMapper().readTree(folder.resolve("v.json").toFile());
    assertTrue(json.at("/cases/0/max_deviation").isNull());
  }

  @Test
  void aSpoiltCaseFailsWithTheFirstDifference() throws IOException {
    replace(LAYER + "/case.json", "\"history\"", "\"evaluate_after_all\": {}, \"history_\"");
    Cli result = Cli.run("verify", folder, "--json", folder.resolve("v.json"));
    assertEquals(1, result.code());
    assertEquals("1 of 2 cases failed\n", result.err());
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.get(0).startsWith("FAIL " + LAYER + " "), lines.get(0));
    assertTrue(lines.get(0).contains(" history: "), lines.get(0));
    assertTrue(lines.get(1).startsWith("PASS " + MODEL + " "), lines.get(1));
    assertEquals("1 passed, 1 failed", lines.get(2));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("v.json").toFile());
    assertEquals(1, json.get("passed").intValue());
    assertEquals(1, json.get("failed").intValue());
    assertEquals(LAYER, json.at("/cases/0/case").textValue());
    assertEquals("FAIL", json.at("/cases/0/status").textValue());
    assertTrue(json.at("/cases/0/message").textValue().startsWith("history: "));
    assertEquals("PASS", json.at("/cases/1/status").textValue());
    assertTrue(json.at("/cases/1/max_deviation").isNumber());
  }

  @Test
  void anExpectedErrorPassesWhenItComesWithItsWords() throws IOException {
    Files.writeString(folder.resolve(LAYER + "/model.keras"), "broken");
    replace(
        LAYER + "/case.json",
        "\"history\"",
        "\"expect\": \"error\", \"message_words\": [\"zip\"], \"history\"");
    assertTrue(Cli.ok("verify", folder.resolve(LAYER)).endsWith("1 passed, 0 failed\n"));
    replace(LAYER + "/case.json", "[\"zip\"]", "[\"no such word\"]");
    Cli result = Cli.run("verify", folder.resolve(LAYER), "--json", "-");
    assertEquals(1, result.code());
    assertEquals(1, new ObjectMapper().readTree(result.out()).get("failed").intValue());
  }

  @Test
  void otherKindsAreNamedAndNotCounted() throws IOException {
    Files.writeString(folder.resolve(MODEL + "/case.json"), "{\"kind\": \"script\"}");
    Cli result = Cli.run("verify", folder);
    assertEquals(0, result.code());
    assertTrue(result.out().endsWith("1 passed, 0 failed\n"), result.out());
    assertEquals(MODEL + ": not counted: kind script\n", result.err());
    Cli alone = Cli.run("verify", folder.resolve(MODEL));
    assertEquals(1, alone.code());
    assertEquals("0 passed, 0 failed\n", alone.out());
    assertTrue(alone.err().contains("no case was found that can be computed"), alone.err());
  }

  @Test
  void aFolderThatIsMissingFails() {
    Path missing = folder.resolve("missing");
    Cli.fails(List.of("verify", missing), missing + ": no such file or folder");
    Path file = folder.resolve(LAYER + "/case.json");
    Cli.fails(List.of("verify", file), file + ": is not a folder");
  }
}

package rhyton.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.saving.KerasFile;

class SavedModelCommandsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final float[][] X = {{1, 2, 3}, {0, 0, 1}, {1, 1, 1}};
  private static final float[] SUMS = {12, 2, 6};

  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Path savedModel() {
    Path saved = file("saved");
    Cli.ok("convert", Models.linear(folder), saved);
    return saved;
  }

  /** As other writers leave a SavedModel: without the Keras model in it. */
  private Path onlySignatures(Path savedModel) throws IOException {
    try (Stream<Path> files = Files.walk(savedModel)) {
      for (Path file : files.filter(f -> f.endsWith(KerasFile.CONFIG)).toList()) {
        Files.delete(file);
      }
    }
    return savedModel;
  }

  @Test
  void aKerasModelComesBackFromASavedModel() {
    Path saved = savedModel();
    Path x = Models.npz(file("x.npz"), "x", X);
    Cli.ok("predict", saved, "--inputs", x, "--out", file("y.npz"));
    assertArrayEquals(SUMS, Models.array(file("y.npz"), "predict", 3, 1));
    Path back = file("back.keras");
    Cli.ok("convert", saved, back);
    assertEquals(Cli.ok("summary", saved), Cli.ok("summary", back));
    Path data = Models.npz(file("d.npz"), "x", X, "y", new float[][] {{12}, {2}, {6}});
    assertEquals("{\"loss\":0.0,\"mae\":0.0}\n", Cli.ok("evaluate", saved, "--data", data));
    Cli.ok("fit", saved, "--data", data, "--history", file("h.json"), "--out", file("again/"));
    Cli.ok("predict", file("again"), "--inputs", x, "--out", file("y.npz"));
    assertArrayEquals(SUMS, Models.array(file("y.npz"), "predict", 3, 1), 1e-5f);
  }

  @Test
  void signaturesAreCalledInBatches() throws IOException {
    Path saved = onlySignatures(savedModel());
    Path x = Models.npz(file("x.npz"), "x", X);
    List<Object> arguments = List.of("predict", saved, "--inputs", x, "--out", file("y.npz"));
    Cli.ok(arguments.toArray());
    assertArrayEquals(SUMS, Models.array(file("y.npz"), "predict", 3, 1));
    Cli.ok(
        Stream.concat(arguments.stream(), Stream.of("--batch-size", 2, "--signature", "serve"))
            .toArray());
    assertArrayEquals(SUMS, Models.array(file("y.npz"), "predict", 3, 1));
    Cli.fails(
        Stream.concat(arguments.stream(), Stream.of("--signature", "other")).toList(),
        "There is no signature `other`. Available: [serve, serving_default]");
  }

  @Test
  void whatIsNoKerasModelIsNotTrained() throws IOException {
    Path saved = onlySignatures(savedModel());
    Path data = Models.npz(file("d.npz"), "x", X, "y", new float[][] {{12}, {2}, {6}});
    String reason = saved + " is a SavedModel without a Keras model in it: it cannot be ";
    Cli.fails(List.of("evaluate", saved, "--data", data), reason + "evaluated");
    Cli.fails(List.of("fit", saved, "--data", data, "--out", file("t.keras")), reason + "trained");
    Cli.fails(List.of("convert", saved, file("t.keras")), reason + "converted");
  }

  @Test
  void inspectShowsSignatures() throws IOException {
    Path saved = savedModel();
    JsonNode keras = MAPPER.readTree(Cli.ok("inspect", saved, "--json", "-"));
    assertEquals("saved_model", keras.get("format").textValue());
    assertEquals("Rhyton", keras.get("writer").textValue());
    assertEquals("Sequential", keras.get("class").textValue());
    JsonNode signatures = MAPPER.readTree(Cli.ok("inspect", onlySignatures(saved), "--json", "-"));
    assertEquals(keras.get("signatures"), signatures.get("signatures"));
    JsonNode served = signatures.at("/signatures/serving_default");
    assertEquals("[null,3]", served.at("/inputs/0/shape").toString());
    assertEquals("output_0", served.at("/outputs/0/name").textValue());
    assertEquals(served.get("inputs"), signatures.get("inputs"));
    assertEquals("sum/kernel", signatures.at("/weights/0/path").textValue());
    String summary = Cli.ok("summary", saved);
    assertTrue(summary.contains("  serving_default\n    inputs\n"), summary);
  }
}

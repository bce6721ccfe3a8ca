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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.models.Model;
import rhyton.models.SummaryOptions;

class ModelCommandsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  /** The members of a model file in a folder. */
  private Path unpacked(Path model) throws IOException {
    Path target = Files.createDirectory(file("unpacked"));
    try (ZipFile zip = new ZipFile(model.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Files.copy(zip.getInputStream(entry), target.resolve(entry.getName()));
      }
    }
    return target;
  }

  @Test
  void summaryIsKerass() {
    Path path = Models.twoInputs(folder);
    try (Model model = Model.load(path)) {
      assertEquals(model.summaryText(new SummaryOptions()), Cli.ok("summary", path));
    }
  }

  @Test
  void inspectShowsWhatIsInTheFile() throws IOException {
    Path model = Models.twoInputs(folder);
    JsonNode json = MAPPER.readTree(Cli.ok("inspect", model, "--json", "-"));
    assertEquals("keras", json.get("format").textValue());
    assertEquals("Rhyton", json.get("writer").textValue());
    assertTrue(json.get("writer_version").textValue().startsWith("3."));
    assertEquals("Functional", json.get("class").textValue());
    assertEquals(4, json.get("parameters").intValue());
    assertEquals(
        "[{\"name\":\"left\",\"shape\":[null,2],\"dtype\":\"float32\"},"
            + "{\"name\":\"right\",\"shape\":[null,1],\"dtype\":\"float32\"}]",
        json.get("inputs").toString());
    assertEquals("joined", json.at("/outputs/0/name").textValue());
    assertEquals(
        "{\"path\":\"one/kernel\",\"shape\":[3,1],\"dtype\":\"float32\",\"trainable\":true}",
        json.at("/weights/0").toString());
    assertEquals(0, json.get("signatures").size());
    assertEquals("SGD", json.at("/optimizer/class").textValue());
    assertEquals(0.01, json.at("/optimizer/learning_rate").doubleValue(), 1e-9);
  }

  @Test
  void inspectPrintsTheSameForPeople() throws IOException {
    Path model = Models.linear(folder, false);
    String text = Cli.ok("inspect", model, "--json", file("i.json"));
    assertTrue(text.startsWith("format          keras\n"), text);
    assertTrue(text.contains("  sum/kernel  (3, 1)  float32  trainable\n"), text);
    assertTrue(text.contains("optimizer       none\n"), text);
    assertTrue(MAPPER.readTree(file("i.json").toFile()).get("optimizer").isNull());
  }

  @Test
  void theContentTellsWhatAModelIs() throws IOException {
    Path model = Models.linear(folder);
    Path renamed = Files.copy(model, file("model.bin"));
    Path unpacked = unpacked(model);
    String summary = Cli.ok("summary", model);
    assertEquals(summary, Cli.ok("summary", renamed));
    assertEquals(summary, Cli.ok("summary", unpacked));
    JsonNode json = MAPPER.readTree(Cli.ok("inspect", unpacked, "--json", "-"));
    assertEquals("keras_folder", json.get("format").textValue());
    Path text = Files.writeString(file("text.keras"), "no model");
    Cli.fails(List.of("summary", text), "is neither a zip archive");
    Cli.fails(List.of("summary", Files.createDirectory(file("empty"))), "it is no model");
  }

  @Test
  void weightsAloneNeedAnArchitecture() throws IOException {
    Path model = Models.linear(folder);
    Path weights = file("w.weights.h5");
    Cli.ok("convert", model, weights);
    Cli.fails(
        List.of("summary", weights),
        weights + " holds only weights: give the architecture with --architecture A.json");
    Path architecture = Files.copy(unpacked(model).resolve("config.json"), file("a.json"));
    Path back = file("back.keras");
    Cli.ok("convert", weights, "--architecture", architecture, back);
    try (Model loaded = Model.load(back)) {
      assertEquals("SGD", loaded.optimizer().type().name());
      assertArrayEquals(new float[] {2, 2, 2}, loaded.weights().get(0).variable().floats());
    }
  }

  @Test
  void aFormatThatIsNotKnownIsWrongUsage() {
    Path model = Models.linear(folder);
    Cli.isWrongUsage(List.of("convert", model, file("m.tflite")), "must end in .keras or");
    Cli.isWrongUsage(List.of("convert", model), "Missing required parameter: 'OUT'");
  }

  @Test
  void doctorReportsOnThisMachine() throws IOException {
    String text = Cli.ok("doctor", "--json", file("d.json"));
    assertTrue(text.endsWith("Everything works.\n"), text);
    JsonNode json = MAPPER.readTree(file("d.json").toFile());
    assertTrue(json.get("works").booleanValue());
    assertEquals(json, MAPPER.readTree(Cli.ok("doctor", "--json", "-")));
  }

  @Test
  void helpNamesAllCommands() {
    String help = Cli.ok("--help");
    for (String command :
        List.of(
            "predict",
            "evaluate",
            "fit",
            "summary",
            "inspect",
            "convert",
            "verify",
            "doctor",
            "demo")) {
      assertTrue(help.contains(command), help);
    }
    assertTrue(Cli.ok("fit", "--help").contains("--[no-]shuffle"));
  }
}

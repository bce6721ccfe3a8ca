package rhyton.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.models.Model;
import rhyton.utils.RandomSeeds;

class TrainingCommandsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final float[][] X = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 1}};
  private static final float[][] Y = {{3}, {2}, {2}, {6}}; // the model says 2, 2, 2, 6

  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Path data() {
    return Models.npz(file("d.npz"), "x", X, "y", Y);
  }

  private static List<String> keys(JsonNode json) {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode json(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }

  @Test
  void evaluatePrintsAndWritesWhatItMeasures() throws IOException {
    String printed =
        Cli.ok("evaluate", Models.linear(folder), "--data", data(), "--out", file("m.json"));
    assertEquals("{\"loss\":0.25,\"mae\":0.25}\n", printed);
    assertEquals(printed, Files.readString(file("m.json")));
  }

  @Test
  void weightsOfSamplesCount() {
    Path data =
        Models.npz(file("w.npz"), "x", X, "y", Y, "sample_weight", new float[] {4, 0, 0, 0});
    assertEquals(
        "{\"loss\":1.0,\"mae\":0.25}\n", Cli.ok("evaluate", Models.linear(folder), "--data", data));
  }

  @Test
  void targetsOfSeveralOutputsAreNumberedOrNamed() {
    Path model = Models.twoInputs(folder);
    float[][] left = {{1, 2}};
    float[][] right = {{3}};
    float[][] joined = {{1, 2, 3}};
    float[][] one = {{7}};
    Path numbered = Models.npz(file("n.npz"), "x0", left, "x1", right, "y0", joined, "y1", one);
    Path named =
        Models.npz(file("m.npz"), "left", left, "right", right, "y:one", one, "y:joined", joined);
    for (Path data : List.of(numbered, named)) {
      String printed = Cli.ok("evaluate", model, "--data", data);
      assertTrue(printed.startsWith("{\"joined_loss\":0.0,\"loss\":1.0,\"one_loss\":1.0"), printed);
    }
    Path missing = Models.npz(file("o.npz"), "x0", left, "x1", right, "y", joined);
    Cli.fails(
        List.of("evaluate", model, "--data", missing),
        "inputs `x0`, `x1` or `left`, `right`; targets `y0`, `y1` or `y:joined`, `y:one`;",
        "`sample_weight` or `sample_weight0`, `sample_weight1` or `sample_weight:joined`,",
        "Found: [x0, x1, y]. Missing: [y0, y1]. Not expected: [y]\n");
    Path mixed = Models.npz(file("p.npz"), "x0", left, "right", right, "y0", joined, "y1", one);
    Cli.fails(
        List.of("evaluate", model, "--data", mixed),
        "Found: [right, x0, y0, y1]. Missing: [x1]. Not expected: [right]\n");
    Path extra = Models.npz(file("e.npz"), "x", X, "y", Y, "z", Y);
    Cli.fails(
        List.of("evaluate", Models.linear(folder), "--data", extra),
        "Found: [x, y, z]. Not expected: [z]\n");
  }

  @Test
  void anInputOfAnotherShapeIsNamedByItsKey() {
    Path wide = Models.npz(file("wide.npz"), "x", new float[4][5], "y", Y);
    for (String command : List.of("fit", "evaluate")) {
      Cli.fails(
          List.of(command, Models.linear(folder), "--data", wide),
          wide + ": `x`: Input 0 with name `",
          "is incompatible with the model: expected shape=(None, 3), found shape=(4, 5)\n");
    }
    Path validation = Models.npz(file("v.npz"), "x", new float[4][5], "y", Y);
    Cli.fails(
        List.of("fit", Models.linear(folder), "--data", data(), "--validation-data", validation),
        validation + ": `x`: Input 0 ");
  }

  @Test
  void fitTrainsWithKerassDefaultsAndKeepsTheModel() throws IOException {
    Path trained = file("trained.keras");
    String printed =
        Cli.ok(
            "fit",
            Models.linear(folder),
            "--data",
            data(),
            "--history",
            file("h.json"),
            "--out",
            trained);
    assertEquals("", printed);
    JsonNode history = json(file("h.json"));
    assertEquals(List.of("loss", "mae"), keys(history));
    assertEquals(1, history.get("loss").size());
    assertEquals(0.25, history.at("/loss/0").doubleValue(), 1e-6);
    try (Model model = Model.load(trained)) {
      assertEquals(1, model.optimizer().iterations());
    }
  }

  @Test
  void optionsOfFitReachIt() throws IOException {
    Cli.ok(
        "fit",
        Models.linear(folder),
        "--data",
        data(),
        "--epochs",
        3,
        "--batch-size",
        2,
        "--no-shuffle",
        "--validation-split",
        0.5,
        "--history",
        file("h.json"),
        "--out",
        file("trained.weights.h5"));
    JsonNode history = json(file("h.json"));
    assertEquals(List.of("loss", "mae", "val_loss", "val_mae"), keys(history));
    assertEquals(3, history.get("val_loss").size());
    assertEquals(0.5, history.at("/loss/0").doubleValue(), 1e-6);
    assertTrue(Files.size(file("trained.weights.h5")) > 0);
  }

  @Test
  void validationDataHasAFileOfItsOwn() throws IOException {
    Path validation = Models.npz(file("v.npz"), "x", X, "y", new float[][] {{2}, {2}, {2}, {6}});
    Cli.ok(
        "fit",
        Models.linear(folder),
        "--data",
        data(),
        "--epochs",
        0,
        "--validation-data",
        validation,
        "--history",
        file("h.json"),
        "--out",
        file("t.keras"));
    assertEquals("{}\n", Files.readString(file("h.json")));
    Cli.ok(
        "fit",
        Models.linear(folder),
        "--data",
        validation,
        "--validation-data",
        validation,
        "--history",
        file("h.json"),
        "--out",
        file("t.keras"));
    assertEquals(0, json(file("h.json")).at("/val_loss/0").doubleValue(), 1e-6);
  }

  @Test
  void withoutPlacesForItTheHistoryIsPrintedAndTheModelLost() {
    Cli result = Cli.run("fit", Models.linear(folder), "--data", data());
    assertEquals(0, result.code());
    assertEquals("{\"loss\":[0.25],\"mae\":[0.25]}\n", result.out());
    assertEquals("fit: without --out nothing of the training is kept\n", result.err());
  }

  @Test
  void classesMayCountDifferently() throws IOException {
    Path model = file("classes.keras");
    Models.classifier(model);
    Path data = Models.npz(file("c.npz"), "x", new float[][] {{1}, {1}}, "y", new int[] {0, 1});
    Path weights = Files.writeString(file("w.json"), "{\"0\": 0, \"1\": 0.0}\n");
    for (String given : List.of("{\"0\": 0.0, \"1\": 0}", "@" + weights)) {
      Cli.ok(
          "fit",
          model,
          "--data",
          data,
          "--class-weight",
          given,
          "--history",
          file("h.json"),
          "--out",
          file("t.keras"));
      assertEquals(0, json(file("h.json")).at("/loss/0").doubleValue());
    }
    Cli.isWrongUsage(
        List.of("fit", model, "--data", data, "--class-weight", "{\"a\": 1}"),
        "--class-weight must be an object such as {\"0\": 1.0, \"1\": 2.5}. Received: {\"a\": 1}");
    Cli.isWrongUsage(List.of("fit", model, "--data", data, "--class-weight", "[1]"), "[1]");
    Cli.fails(
        List.of("fit", model, "--data", data, "--class-weight", "@none.json", "--out", "t.keras"),
        "none.json: no such file or folder");
  }

  @Test
  void aSeedMakesTrainingRepeatable() throws IOException {
    try {
      List<String> histories = new ArrayList<>();
      for (int seed : new int[] {5, 5, 6}) {
        Path out = file("h" + histories.size() + ".json");
        Cli.ok(
            "fit",
            Models.linear(folder),
            "--data",
            data(),
            "--batch-size",
            1,
            "--epochs",
            2,
            "--seed",
            seed,
            "--history",
            out,
            "--out",
            file("t.keras"));
        histories.add(Files.readString(out));
      }
      assertEquals(histories.get(0), histories.get(1));
      assertNotEquals(histories.get(0), histories.get(2));
    } finally {
      RandomSeeds.unsetRandomSeed();
    }
  }

  @Test
  void aModelWithoutCompileSettingsIsNotTrained() {
    Path model = Models.linear(folder, false);
    Cli.fails(
        List.of("evaluate", model, "--data", data()),
        model + " has no compile settings (optimizer, loss): it cannot be evaluated");
    Cli.fails(
        List.of("fit", model, "--data", data(), "--out", file("t.keras")),
        model + " has no compile settings (optimizer, loss): it cannot be trained");
    assertFalse(Files.exists(file("t.keras")));
  }

  @Test
  void valuesThatFitRefusesAreWrongUsage() {
    Path model = Models.linear(folder);
    Path data = data();
    Cli.isWrongUsage(
        List.of("fit", model, "--data", data, "--epochs", -1),
        "fit: argument `epochs` must be an integer of at least 0. Received: epochs=-1");
    Cli.isWrongUsage(List.of("fit", model, "--data", data, "--validation-split", 1), "split");
    Cli.isWrongUsage(List.of("fit", model, "--data", data, "--seed", -1), "seed=-1");
    Cli.isWrongUsage(List.of("fit", model, "--data", data, "--epochs", "two"), "two");
    Cli.isWrongUsage(
        List.of("fit", model, "--data", data, "--out", "t.onnx"),
        "'t.onnx' must end in .keras or .weights.h5, or be a folder for a SavedModel");
    Cli.isWrongUsage(List.of("evaluate", model, "--data", "d.csv"), "'d.csv' must end in .npz");
  }

  @Test
  void weightsAreThoseOfTheTrainingInJava() {
    Path trained = file("trained.keras");
    Cli.ok(
        "fit",
        Models.linear(folder),
        "--data",
        data(),
        "--no-shuffle",
        "--history",
        file("h.json"),
        "--out",
        trained);
    try (Model model = Model.load(trained)) {
      // One step of SGD: the gradient of the mean square is -0.5 for the first feature and the
      // bias.
      assertArrayEquals(
          new float[] {2.005f, 2, 2}, model.weights().get(0).variable().floats(), 1e-6f);
      assertArrayEquals(new float[] {0.005f}, model.weights().get(1).variable().floats(), 1e-6f);
    }
  }
}

package rhyton.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.layers.Concatenate;
import rhyton.layers.Dense;
import rhyton.layers.Dropout;
import rhyton.layers.Embedding;
import rhyton.layers.Flatten;
import rhyton.layers.InputLayer;
import rhyton.savedmodel.SavedModel;
import rhyton.savedmodel.SavedVariable;
import rhyton.saving.KerasFileException;
import rhyton.tensor.Npz;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;

/** Models that are exported compute the same as SavedModels, and come back as Keras models. */
final class SavedModelExportTest {
  @TempDir private Path temporary;
  private TensorScope scope;
  private Path folder;

  @BeforeEach
  void open() {
    scope = TensorScope.open();
    folder = temporary.resolve("model");
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static float[][] numbers(int rows, int columns) {
    float[][] x = new float[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      x[i / columns][i % columns] = (float) Math.sin(i);
    }
    return x;
  }

  /** Two inputs and two outputs by name; a frozen layer; a table of vectors. */
  private static Model byName() {
    Tensor words = new InputLayer(3).dtype("int32").name("words").output();
    Tensor meta = new InputLayer(4).name("meta").output();
    Tensor seen = new Flatten().apply(new Embedding(10, 2).apply(words));
    Tensor both = new Concatenate().apply(seen, new Dense(5).trainable(false).apply(meta));
    Tensor hidden = new Dropout(0.5).apply(both);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    outputs.put("score", new Dense(1).apply(hidden));
    outputs.put("kind", new Dense(3).activation("softmax").apply(hidden));
    return Model.of(Map.of("words", words, "meta", meta), outputs);
  }

  private static Map<String, Tensor> inputs() {
    int[][] words = {{1, 2, 3}, {4, 5, 6}};
    return Map.of("words", Tensor.of(words), "meta", Tensor.of(numbers(2, 4)));
  }

  @Test
  void signaturesTakeAndGiveTheModelsNames() {
    try (Model model = byName()) {
      List<Tensor> predicted = model.predictAll(inputs(), new Fit().verbose(0));
      model.export(folder);
      try (SavedModel saved = SavedModel.load(folder)) {
        Map<String, Tensor> served = saved.call("serving_default", inputs());
        assertEquals(List.of("kind", "score"), List.copyOf(served.keySet()));
        assertArrayEquals(predicted.get(0).floats(), served.get("kind").floats(), 1e-6f);
        assertArrayEquals(predicted.get(1).floats(), served.get("score").floats(), 1e-6f);
      }
    }
  }

  @Test
  void variablesAreTheWeightsInOrder() {
    try (Model model = byName()) {
      model.export(folder);
      List<SavedVariable> variables = SavedModel.variables(folder);
      assertEquals(
          model.weights().stream().map(w -> w.path() + " " + w.trainable()).toList(),
          variables.stream().map(v -> v.name() + " " + v.trainable()).toList());
    }
  }

  @Test
  void comesBackAsAKerasModel() {
    float[][] x = numbers(12, 4);
    int[] y = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2};
    try (Model model = new Sequential(Input.of(4), new Dense(6).activation("relu"), new Dense(3))) {
      model.compile("adam", "mse");
      model.save(folder);
      try (Model back = Model.load(folder)) {
        assertArrayEquals(model.predict(x).floats(), back.predict(x).floats());
        assertEquals(model.toJson(), back.toJson());
        assertEquals(
            List.of("loss"), List.copyOf(back.evaluate(x, numbers(12, 3), quiet()).keySet()));
      }
      try (Model back = Model.load(folder, new LoadOptions().compile(false))) {
        back.compile("sgd", "sparse_categorical_crossentropy");
        assertEquals(1, back.fit(x, y, quiet()).history().get("loss").size());
      }
    }
  }

  private static Fit quiet() {
    return new Fit().verbose(0);
  }

  @Test
  void saysThatAnotherSavedModelHoldsNoKerasModel() throws Exception {
    try (Model model = new Sequential(Input.of(4), new Dense(3))) {
      model.export(folder);
    }
    Files.delete(folder.resolve("assets.extra/keras/config.json"));
    KerasFileException e = assertThrows(KerasFileException.class, () -> Model.load(folder).close());
    assertTrue(e.getMessage().contains("without a Keras model in it"), e.getMessage());
  }

  @Test
  void namesTheWeightThatDoesNotFit() throws Exception {
    try (Model model = new Sequential(Input.of(4), new Dense(3), new Dense(2))) {
      model.export(folder);
    }
    Path config = folder.resolve("assets.extra/keras/config.json");
    Files.writeString(config, Files.readString(config).replace("\"units\":3", "\"units\":2"));
    KerasFileException e = assertThrows(KerasFileException.class, () -> Model.load(folder).close());
    assertTrue(e.getMessage().contains("/kernel` must be float32 of shape (4, 2)"), e.getMessage());
  }

  @Test
  void refusesAModelWithoutWeights() {
    try (Model model = new Sequential(new Dense(3))) {
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> model.export(folder));
      assertTrue(e.getMessage().contains("has no weights yet"), e.getMessage());
    }
  }

  @Test
  void pythonPredictsTheSame() throws Exception {
    String named = System.getProperty("rhyton.python", System.getenv("RHYTON_PYTHON"));
    assumeTrue(named != null, "no Python: set -Drhyton.python or RHYTON_PYTHON");
    Path data = temporary.resolve("data.npz");
    Path expected = temporary.resolve("expected.npz");
    try (Model model = byName()) {
      model.export(folder);
      List<Tensor> predicted = model.predictAll(inputs(), new Fit().verbose(0));
      Npz.write(data, inputs());
      Map<String, Tensor> results = new LinkedHashMap<>();
      for (String signature : List.of("serve", "serving_default")) {
        results.put(signature + "/kind", predicted.get(0));
        results.put(signature + "/score", predicted.get(1));
      }
      Npz.write(expected, results);
    }
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("rhyton.calledFrom", "")).resolve(named).toString(),
                "../tools/check_with_keras.py",
                folder.toString(),
                data.toString(),
                expected.toString(),
                "--variables=7",
                "--trainable-variables=5")
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, run.waitFor(), said);
  }
}

package rhyton.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.Add;
import rhyton.layers.ArgLayer;
import rhyton.layers.Dense;
import rhyton.layers.Embedding;
import rhyton.layers.Flatten;
import rhyton.optimizers.Adam;
import rhyton.optimizers.Nadam;
import rhyton.saving.KerasFileException;
import rhyton.saving.hdf5.H5Dataset;
import rhyton.saving.hdf5.H5File;
import rhyton.saving.hdf5.H5Writer;
import rhyton.tensor.DType;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;

class ModelFilesTest {
  private static final float[][] X = {{1, 2, 3}, {0, -1, 2}, {2, 2, 0}, {-1, 0, 1}};
  private static final float[][] Y = {{1}, {0}, {0.5f}, {2}};
  private static final Fit TWO_EPOCHS = new Fit().epochs(2).verbose(0).shuffle(false).batchSize(2);

  @TempDir Path dir;
  private TensorScope scope;

  @BeforeEach
  void open() {
    scope = TensorScope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static Sequential mlp() {
    var model = new Sequential(Input.of(3), new Dense(4).activation("tanh"), new Dense(1));
    model.compile(new Adam(0.01), "mse", "mae");
    return model;
  }

  private static void assertSamePredictions(Model model, Model other, Object x) {
    List<Tensor> expected = model.predictAll(x, new Fit().verbose(0));
    List<Tensor> actual = other.predictAll(x, new Fit().verbose(0));
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).floats(), actual.get(i).floats());
    }
  }

  /** Saves, loads, and compares predictions and architecture. */
  private Model reloaded(Model model, Object x) {
    Path file = dir.resolve("model.keras");
    model.save(file);
    Model loaded = Model.load(file);
    assertSamePredictions(model, loaded, x);
    assertEquals(model.toJson(), loaded.toJson());
    return loaded;
  }

  @Test
  void trainingGoesOnWhereItStopped() {
    try (Model model = mlp()) {
      model.fit(X, Y, TWO_EPOCHS);
      model.optimizer().setLearningRate(0.003);
      try (Model loaded = reloaded(model, X)) {
        assertEquals(4, loaded.optimizer().iterations());
        assertEquals(0.003, loaded.optimizer().learningRate(), 1e-9);
        assertEquals(model.fit(X, Y, TWO_EPOCHS).history(), loaded.fit(X, Y, TWO_EPOCHS).history());
        assertSamePredictions(model, loaded, X);
      }
    }
  }

  @Test
  void theArchiveHasKerasMembersInItsOrderUncompressed() throws IOException {
    Path file = dir.resolve("model.keras");
    try (Model model = mlp()) {
      model.save(file);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(
          List.of("metadata.json", "config.json", "model.weights.h5"),
          zip.stream().map(ZipEntry::getName).toList());
      assertTrue(zip.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
    }
  }

  @Test
  void anUnpackedArchiveLoadsToo() throws IOException {
    Path file = dir.resolve("model.keras");
    try (Model model = mlp()) {
      model.save(file);
      Path folder = Files.createDirectory(dir.resolve("folder"));
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : zip.stream().toList()) {
          Files.copy(zip.getInputStream(entry), folder.resolve(entry.getName()));
        }
      }
      try (Model loaded = Model.load(folder)) {
        assertSamePredictions(model, loaded, X);
      }
    }
  }

  @Test
  void withoutCompileSettings() {
    Path file = dir.resolve("model.keras");
    try (Model model = mlp()) {
      model.save(file);
      try (Model loaded = Model.load(file, new LoadOptions().compile(false))) {
        assertNull(loaded.compiled());
        assertSamePredictions(model, loaded, X);
      }
    }
  }

  @Test
  void weightsOnlyCarryTheOptimizer() {
    Path file = dir.resolve("model.weights.h5");
    try (Model model = mlp();
        Model other = mlp()) {
      model.fit(X, Y, TWO_EPOCHS);
      model.saveWeights(file);
      other.loadWeights(file);
      assertSamePredictions(model, other, X);
      assertEquals(4, other.optimizer().iterations());
    }
  }

  /** Up to 3.8 Keras kept the product of Nadam's momenta before the slots, then behind them. */
  @Test
  void theOldOrderOfNadamsVariables() throws IOException {
    Path young = dir.resolve("young.weights.h5");
    Path old = dir.resolve("old.weights.h5");
    try (Model model = mlp();
        Model other = mlp()) {
      model.compile(new Nadam(), "mse");
      other.compile(new Nadam(), "mse");
      model.fit(X, Y, TWO_EPOCHS);
      model.saveWeights(young);
      try (H5File in = H5File.open(young);
          H5Writer out = new H5Writer(old)) {
        int last = in.children("optimizer/vars").size() - 1;
        for (String path : in.datasets("")) {
          String copy = path;
          if (path.startsWith("optimizer/vars/")) {
            int index = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            copy = "optimizer/vars/" + (index == last ? 2 : index < 2 ? index : index + 1);
          }
          H5Dataset data = in.dataset(path);
          out.dataset(copy, data.type(), data.shape(), data.data());
        }
      }
      other.loadWeights(old);
      assertEquals(model.fit(X, Y, TWO_EPOCHS).history(), other.fit(X, Y, TWO_EPOCHS).history());
    }
  }

  @Test
  void weightsThatDoNotFitLeaveTheModelAsItWas() {
    Path file = dir.resolve("model.weights.h5");
    try (Model model = mlp();
        Model wider =
            new Sequential(Input.of(3), new Dense(4).name("first"), new Dense(2).name("second"))) {
      model.saveWeights(file);
      float[] before = wider.predict(X).floats();
      String message =
          assertThrows(KerasFileException.class, () -> wider.loadWeights(file)).getMessage();
      assertEquals(
          "layer `second`: `layers/dense_1/vars/0` has the shape (4, 1), the layer's `kernel` has"
              + " (4, 2)",
          message);
      assertArrayEquals(before, wider.predict(X).floats());
    }
  }

  @Test
  void aFailedSaveLeavesTheOldFileWhole() throws IOException {
    Path file = dir.resolve("model.keras");
    try (Model model = mlp();
        Model unsavable = new Sequential(Input.of(3), new Unknown())) {
      model.save(file);
      byte[] before = Files.readAllBytes(file);
      String message =
          assertThrows(UnsupportedOperationException.class, () -> unsavable.save(file))
              .getMessage();
      assertTrue(message.contains("Unknown"), message);
      model.layers().get(1).close(); // its weights can no longer be read
      assertThrows(IllegalStateException.class, () -> model.save(file));
      assertArrayEquals(before, Files.readAllBytes(file));
      try (Stream<Path> files = Files.list(dir)) {
        assertEquals(List.of(file), files.toList());
      }
    }
  }

  private static final class Unknown extends rhyton.layers.Layer {
    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x;
    }
  }

  @Test
  void dictionariesSharedLayersAndOps() {
    Tensor a = Input.of(3);
    Tensor b = Input.of(3);
    var shared = new Dense(3).activation("relu");
    Tensor sum = new Add().apply(shared.apply(a), shared.apply(shared.apply(b)));
    Tensor picked = sum.multiply(2).subtract(a).getItem(Slice.ALL, Slice.of(1, null));
    Tensor mean = sum.mean(-1);
    try (Model model = Model.of(Map.of("a", a, "b", b), Map.of("mean", mean, "part", picked));
        Model loaded = reloaded(model, Map.of("a", X, "b", X))) {
      assertEquals(List.of("mean", "part"), loaded.outputNames());
    }
  }

  @Test
  void masksAndNestedModelsAsOutputs() {
    Tensor words = Input.of(DType.INT32, 5);
    Tensor inner = Input.of(4);
    var encoder = Model.of(inner, new Dense(2).apply(inner), "encoder");
    var row = new Sequential(Input.of(5, 3), new Flatten(), new Dense(4));
    Tensor embedded = new Embedding(7, 3).maskZero(true).apply(words);
    Tensor once = encoder.apply(row.apply(embedded));
    Tensor twice = encoder.apply(row.apply(embedded.multiply(2)));
    int[][] x = {{1, 2, 0, 0, 0}, {3, 4, 5, 6, 0}};
    try (Model model = Model.of(words, List.of(twice, once));
        Model loaded = reloaded(model, x)) {
      assertEquals(2, loaded.outputs().size());
    }
  }

  @Test
  void aLayerOfTwoModelsInsideStaysOne() {
    var shared = new Dense(3);
    Tensor a = Input.of(3);
    Tensor b = Input.of(3);
    Functional left = Model.of(a, shared.apply(a), "left");
    Functional right = Model.of(b, shared.apply(b), "right");
    Tensor x = Input.of(3);
    try (Model model = Model.of(x, new Add().apply(left.apply(x), right.apply(x)));
        Model loaded = reloaded(model, X)) {
      Model first = (Model) loaded.getLayer("left");
      Model second = (Model) loaded.getLayer("right");
      assertSame(first.layers().get(1), second.layers().get(1));
      assertEquals(2, loaded.weights().size());
    }
  }

  /** A layer of a user's own. */
  static final class Twice extends ArgLayer<Twice> {
    static final KerasType<Twice> TYPE = KerasType.layer("Twice", Twice::new).registered("test");

    Twice(ArgValues args) {
      super(args);
    }

    @Override
    public KerasType<Twice> type() {
      return TYPE;
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x.multiply(2);
    }
  }

  @Test
  void customObjectsMustBeKnown() {
    Path file = dir.resolve("model.keras");
    try (Model model = new Sequential(Input.of(3), new Twice(ArgValues.NONE).name("double"))) {
      model.save(file);
      String message = assertThrows(KerasFileException.class, () -> Model.load(file)).getMessage();
      assertTrue(
          message.startsWith(
              "model.keras: config.json: config.layers[1] (`double`): unknown layer `Twice`. A"
                  + " class"),
          message);
      try (Model loaded = Model.load(file, new LoadOptions().customObjects(Twice.TYPE))) {
        assertSamePredictions(model, loaded, X);
      }
    }
  }

  @Test
  void namesOfFilesAreChecked() {
    try (Model model = mlp()) {
      assertThrows(
          IllegalArgumentException.class, () -> model.saveWeights(dir.resolve("model.h5")));
      assertThrows(UnsupportedOperationException.class, () -> model.save(dir.resolve("m.h5")));
      assertThrows(UncheckedIOException.class, () -> Model.load(dir.resolve("none.keras")));
    }
  }
}

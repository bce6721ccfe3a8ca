package rhyton.savedmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

/** What is written is loaded, here and by TensorFlow in Python. */
final class SavedModelWriterTest {
  @TempDir private Path temporary;
  private TensorScope scope;
  private Variable kernel;
  private Variable bias;
  private Variable steps;
  private Variable secret;
  private Path folder;

  @BeforeEach
  void open() {
    scope = TensorScope.open();
    kernel =
        new Variable("k", Tensor.of(new float[][] {{0.5f, 0.25f}, {1f, -0.5f}, {0.25f, 0.75f}}));
    bias = new Variable("b", Tensor.of(new float[] {0.5f, 0.25f}));
    steps = new Variable("s", Tensor.of(0f));
    secret = new Variable("secret", Tensor.of(2f));
    folder = temporary.resolve("model");
  }

  @AfterEach
  void close() {
    List.of(kernel, bias, steps, secret).forEach(Variable::close);
    scope.close();
  }

  private void write() {
    Samples.all(kernel, bias, steps, secret).write(folder);
  }

  @Test
  void givesTheSameResultsWhenLoaded() {
    write();
    try (SavedModel model = SavedModel.load(folder)) {
      assertEquals(
          Set.of("serve", "by_name", "many", "serving_default"), model.signatures().keySet());
      Tensor x = Tensor.of(new float[][] {{1, 2, 3}});
      Map<String, Tensor> y = model.call("serving_default", Map.of("x", x));
      assertArrayEquals(new float[] {3.75f, 1.75f}, y.get("output_0").floats());
      y = model.call("by_name", Map.of("wide", x, "Deep part", x.multiply(2)));
      assertArrayEquals(new float[] {13.5f, 6.25f}, y.get("shifted").floats());
      assertArrayEquals(new float[] {26, 12}, y.get("doubled").floats());
      Tensor one = Tensor.of(new float[] {1});
      y = model.call("many", Map.of("u", one.multiply(2), "a", one));
      assertArrayEquals(new float[] {19}, y.get("output_10").floats());
    }
  }

  @Test
  void keepsVariablesInOrder() {
    write();
    List<SavedVariable> variables = SavedModel.variables(folder);
    assertEquals(
        List.of("dense/kernel", "dense/bias", "steps"),
        variables.stream().map(SavedVariable::name).toList());
    assertEquals(
        List.of(true, true, false), variables.stream().map(SavedVariable::trainable).toList());
    assertArrayEquals(kernel.floats(), variables.get(0).value().floats());
  }

  @Test
  void keepsFilesOfTheUsers() {
    write();
    assertEquals(
        "told", new String(SavedModel.extraFile(folder, "notes/read.me"), StandardCharsets.UTF_8));
    assertNull(SavedModel.extraFile(folder, "notes/other"));
    SavedModelWriter writer = new SavedModelWriter();
    assertThrows(IllegalArgumentException.class, () -> writer.addFile("../x", new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> writer.addFile("/x", new byte[0]));
  }

  @Test
  void aFailedSaveLeavesTheOldFolderWhole() throws IOException {
    write();
    SavedModelWriter writer = new SavedModelWriter();
    List<TensorSpec> x = List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1, 3), "x"));
    writer.addEndpoint(
        Endpoint.of(
            "serve",
            x,
            in -> {
              throw new IllegalStateException("cannot be computed");
            }));
    assertThrows(IllegalStateException.class, () -> writer.write(folder));
    givesTheSameResultsWhenLoaded();
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(folder), left.toList());
    }
  }

  @Test
  void replacesOnlySavedModels() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mine.txt"), "mine");
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, this::write);
    assertEquals(
        folder + " cannot be replaced: it is neither an empty folder nor a SavedModel",
        e.getMessage());
    assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
  }

  @Test
  void refusesEndpointsThatDoNotFit() {
    List<TensorSpec> x = List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1), "x"));
    SavedModelWriter writer = new SavedModelWriter();
    assertThrows(IllegalStateException.class, () -> writer.write(folder));
    Endpoint taken = Endpoint.of("variables", x, in -> in);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> writer.addEndpoint(taken));
    assertTrue(e.getMessage().endsWith("Received: `variables`"), e.getMessage());
    writer.addEndpoint(Endpoint.of("serve", x, in -> List.of(in.get(0), in.get(0))));
    e = assertThrows(IllegalArgumentException.class, () -> writer.write(folder));
    assertEquals("Endpoint `serve`: expected one result. Received: 2", e.getMessage());
  }

  @Test
  void pythonCallsAndTrainsIt() throws Exception {
    String named = System.getProperty("rhyton.python", System.getenv("RHYTON_PYTHON"));
    assumeTrue(named != null, "no Python: set -Drhyton.python or RHYTON_PYTHON");
    write();
    Path python = Path.of(System.getProperty("rhyton.calledFrom", "")).resolve(named);
    Path script =
        Path.of(Objects.requireNonNull(getClass().getResource("/python/check_written.py")).toURI());
    Process run =
        new ProcessBuilder(python.toString(), script.toString(), folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, run.waitFor(), said);
    assertTrue(said.endsWith("as written\n"), said);
  }
}

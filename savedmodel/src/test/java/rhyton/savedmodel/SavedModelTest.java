package rhyton.savedmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.Variable;

/** How loaded models behave: many at once, from many threads, and after they were closed. */
final class SavedModelTest {
  @TempDir private Path temporary;
  private Path folder;
  private TensorScope scope;

  @BeforeEach
  void write() {
    scope = TensorScope.open();
    folder = temporary.resolve("model");
    try (Variable total = new Variable("total", Tensor.of(10f))) {
      Samples.counter(total).write(folder);
    }
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static float add(SavedModel model, float number) {
    try (TensorScope inner = TensorScope.open()) {
      return model.call("serve", Map.of("number", Tensor.of(number))).get("output_0").floats()[0];
    }
  }

  @Test
  void loadedTwiceEachHasVariablesOfItsOwn() {
    try (SavedModel one = SavedModel.load(folder);
        SavedModel other = SavedModel.load(folder)) {
      assertEquals(11f, add(one, 1));
      assertEquals(13f, add(one, 2));
      assertEquals(15f, add(other, 5));
      one.close();
      assertEquals(16f, add(other, 1));
    }
  }

  @Test
  void refusesCallsAfterItWasClosed() {
    SavedModel model = SavedModel.load(folder);
    model.close();
    model.close();
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> add(model, 1));
    assertEquals("A SavedModel is used after it was closed", e.getMessage());
  }

  @Test
  void saysWhichArgumentsASignatureTakes() {
    try (SavedModel model = SavedModel.load(folder)) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> model.call("serve", Map.of()));
      assertEquals("Signature `serve` takes the arguments [number]. Received: []", e.getMessage());
      Map<String, Tensor> two = Map.of("number", Tensor.of(new float[] {1, 2}));
      e = assertThrows(IllegalArgumentException.class, () -> model.call("serve", two));
      assertEquals(
          "Signature `serve`: argument `number` must be float32 of shape ()."
              + " Received: float32 of shape (2,)",
          e.getMessage());
      e = assertThrows(IllegalArgumentException.class, () -> model.signature("predict"));
      assertEquals(
          "There is no signature `predict`. Available: [serve, serving_default]", e.getMessage());
    }
  }

  @Test
  void threadsMayCallAtOnce() throws Exception {
    Path other = temporary.resolve("line");
    try (Variable slope = new Variable("slope", Tensor.of(3f))) {
      Samples.line(slope).write(other);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (SavedModel model = SavedModel.load(other)) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        float x = t;
        results.add(threads.submit(() -> givesAlways(model, x, 3 * x)));
      }
      for (Future<Boolean> result : results) {
        assertTrue(result.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  private static boolean givesAlways(SavedModel model, float x, float y) {
    for (int i = 0; i < 500; i++) {
      try (TensorScope inner = TensorScope.open()) {
        Tensor in = Tensor.of(new float[] {x, x});
        float[] out = model.call("serving_default", Map.of("x", in)).get("output_0").floats();
        if (out[0] != y || out[1] != y) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void loadingAndClosingGivesTheMemoryBack() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/statm")), "memory is measured on Linux only");
    Path large = temporary.resolve("large");
    try (Variable weights = new Variable("weights", Tensor.of(new float[1 << 18]))) {
      Samples.line(weights).write(large);
    }
    loadAndClose(large, 100); // the Java heap and the allocators reach their size
    long before = residentPages();
    loadAndClose(large, 200);
    long grown = (residentPages() - before) * 4096;
    // What is kept of each load would be 200 MiB.
    assertTrue(grown < 80L << 20, "grown by " + (grown >> 20) + " MiB");
  }

  private static void loadAndClose(Path folder, int times) {
    for (int i = 0; i < times; i++) {
      try (TensorScope inner = TensorScope.open();
          SavedModel model = SavedModel.load(folder)) {
        model.call("serve", Map.of("x", Tensor.of(new float[1 << 18])));
      }
    }
  }

  private static long residentPages() throws IOException {
    System.gc();
    return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
  }

  @Test
  void readsVariablesWithoutLoading() {
    List<SavedVariable> variables = SavedModel.variables(folder);
    assertEquals(1, variables.size());
    assertEquals("total", variables.get(0).name());
    assertArrayEquals(new float[] {10}, variables.get(0).value().floats());
    Path other = GoldenFiles.own().resolve("export_350_multi_input").resolve("model");
    assertEquals(
        List.of(
            "gate/kernel",
            "gate/bias",
            "hidden/kernel",
            "hidden/bias",
            "score/kernel",
            "score/bias",
            "kind/kernel",
            "kind/bias"),
        SavedModel.variables(other).stream().map(SavedVariable::name).toList());
  }
}

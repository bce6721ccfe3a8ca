package rhyton.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.layers.Add;
import rhyton.layers.Dense;
import rhyton.layers.Embedding;
import rhyton.layers.Flatten;
import rhyton.optimizers.Adam;
import rhyton.tensor.DType;
import rhyton.tensor.Npz;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;

/**
 * Lets Python judge {@code .keras} files: it loads them, predicts the same, and goes on training
 * with the same history. Keras 3.5 judges too, if {@code RHYTON_KERAS_3_5} names its folder.
 */
class ModelFilesPythonTest {
  private static final int[][] WORDS = {{1, 2, 0}, {3, 0, 0}, {4, 5, 6}, {2, 2, 0}, {6, 0, 0}};
  private static final float[][] TARGETS = {{1}, {0}, {0.5f}, {2}, {-1}};

  @Test
  void pythonGoesOnTraining(@TempDir Path dir) throws Exception {
    String named = System.getProperty("rhyton.python", System.getenv("RHYTON_PYTHON"));
    assumeTrue(named != null, "no Python: set -Drhyton.python or RHYTON_PYTHON");
    Path calledFrom = Path.of(System.getProperty("rhyton.calledFrom", ""));
    write(dir);
    judge(calledFrom.resolve(named), dir, null);
    String older = System.getenv("RHYTON_KERAS_3_5");
    if (older != null) {
      judge(calledFrom.resolve(named), dir, calledFrom.resolve(older).toString());
    }
  }

  /** A mask, a shared layer, a model inside and ops, trained for a while. */
  private static Model model() {
    Tensor words = Input.of(DType.INT32, 3);
    Tensor x = new Embedding(7, 4).maskZero(true).apply(words);
    var inner = new Sequential(Input.of(3, 4), new Flatten(), new Dense(4).activation("tanh"));
    var shared = new Dense(4).activation("relu");
    Tensor y = shared.apply(shared.apply(inner.apply(x)));
    Tensor z = new Add().apply(y, inner.apply(x).multiply(0.5)).add(y.mean(true, -1));
    Model model = Model.of(words, new Dense(1).apply(z), "judged");
    model.compile(new Adam(0.01).amsgrad(true).clipnorm(1.0), "mse", "mae");
    return model;
  }

  private static void write(Path dir) throws Exception {
    Fit fit = new Fit().epochs(3).batchSize(2).shuffle(false).verbose(0);
    try (TensorScope scope = TensorScope.open();
        Model model = model()) {
      model.fit(WORDS, TARGETS, fit);
      model.save(dir.resolve("model.keras"));
      Map<String, Tensor> expected = new LinkedHashMap<>();
      expected.put("predict", model.predict(WORDS));
      Map<String, List<Double>> history = model.fit(WORDS, TARGETS, fit).history();
      expected.put("continued", model.predict(WORDS));
      Npz.write(dir.resolve("data.npz"), Map.of("x", Tensor.of(WORDS), "y", Tensor.of(TARGETS)));
      Npz.write(dir.resolve("expected.npz"), expected);
      Map<String, Object> arguments = Map.of("epochs", 3, "batch_size", 2, "shuffle", false);
      new ObjectMapper()
          .writeValue(
              dir.resolve("continue.json").toFile(), Map.of("fit", arguments, "history", history));
    }
  }

  private static void judge(Path python, Path dir, String pythonPath) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            python.toString(),
            Path.of("..", "tools", "check_with_keras.py").toString(),
            dir.resolve("model.keras").toString(),
            dir.resolve("data.npz").toString(),
            dir.resolve("expected.npz").toString(),
            "--continue-fit",
            dir.resolve("continue.json").toString());
    if (pythonPath != null) {
      command.environment().put("PYTHONPATH", pythonPath);
    }
    Process run = command.redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, run.waitFor(), said);
  }
}

package rhyton.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhyton.callbacks.EarlyStopping;
import rhyton.layers.Dense;
import rhyton.metrics.MeanAbsoluteError;
import rhyton.metrics.MeanMetricWrapper;
import rhyton.metrics.Metric;
import rhyton.models.Input;
import rhyton.models.Sequential;
import rhyton.optimizers.Adam;
import rhyton.tensor.Tensor;

/** What compiling a second time keeps and frees, and which options a call refuses. */
class CompileAgainTest {
  private static final float[][] X = {{1, 2, 3}, {4, 5, 6}};
  private static final float[][] Y = {{1, 2}, {3, 4}};

  private final Sequential model = new Sequential(Input.of(3), new Dense(2));
  private final Fit quiet = new Fit().verbose(0);

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void theSameOptimizerGoesOn() {
    Adam optimizer = new Adam(0.1);
    Metric metric = new MeanAbsoluteError();
    model.compile(optimizer, "mse", metric);
    model.fit(X, Y, quiet);
    model.compile(optimizer, "mae", metric);
    assertEquals(Set.of("loss", "mean_absolute_error"), model.fit(X, Y, quiet).history().keySet());
    assertEquals(2, optimizer.iterations());
  }

  @Test
  void anotherOptimizerTakesItsPlace() {
    Adam first = new Adam(0.1);
    Metric metric = new MeanAbsoluteError();
    model.compile(first, "mse", metric);
    model.fit(X, Y, quiet);
    model.compile("sgd", "mse");
    assertTrue(first.variables().stream().allMatch(weight -> weight.isClosed()));
    assertThrows(IllegalStateException.class, metric::result);
  }

  @Test
  void aMistakeLeavesTheSettingsOfBefore() {
    model.compile("sgd", "mse");
    Compile before = model.compiled();
    assertThrows(IllegalArgumentException.class, () -> model.compile("nonesuch", "mse"));
    assertSame(before, model.compiled());
    assertEquals(1, model.fit(X, Y, quiet).history().size());
  }

  @Test
  void nobodyGuessesInWhichDirectionAMetricGetsBetter() {
    model.compile(
        "sgd", "mse", new MeanMetricWrapper((yTrue, yPred) -> yPred.subtract(yTrue)).name("bias"));
    Fit options = quiet.epochs(2).callbacks(new EarlyStopping().monitor("bias"));
    var error = assertThrows(IllegalArgumentException.class, () -> model.fit(X, Y, options));
    assertTrue(error.getMessage().contains("Set `mode`"), error.getMessage());
  }

  @Test
  void noSamplesAreAMistake() {
    model.compile("sgd", "mse");
    try (Tensor x = Tensor.of(0f).broadcastTo(0, 3);
        Tensor y = Tensor.of(0f).broadcastTo(0, 2)) {
      assertThrows(IllegalArgumentException.class, () -> model.fit(x, y, quiet));
      assertThrows(IllegalArgumentException.class, () -> model.evaluate(x, y, quiet));
      Fit validated = quiet.validationData(x, y);
      var error = assertThrows(IllegalArgumentException.class, () -> model.fit(X, Y, validated));
      assertTrue(error.getMessage().startsWith("fit: validation_data"), error.getMessage());
    }
  }

  @Test
  void callsRefuseOptionsThatAreNotTheirs() {
    model.compile("sgd", "mse");
    Fit weighted = quiet.classWeight(Map.of(1, 2.0));
    var error = assertThrows(IllegalArgumentException.class, () -> model.evaluate(X, Y, weighted));
    assertEquals("evaluate: there is no argument `class_weight`", error.getMessage());
    Fit sample = quiet.sampleWeight(new float[] {1, 2});
    error = assertThrows(IllegalArgumentException.class, () -> model.predictAll(X, sample));
    assertEquals("predict: there is no argument `sample_weight`", error.getMessage());
    assertTrue(model.evaluate(X, Y, sample).get("loss") > 0);
  }
}

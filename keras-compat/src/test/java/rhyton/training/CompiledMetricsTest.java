package rhyton.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhyton.metrics.MeanSquaredError;
import rhyton.metrics.Metric;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** The numbers are Python's. */
class CompiledMetricsTest {
  private static final List<String> NAMES = List.of("out_a", "out_b");

  private TensorScope scope;
  private List<Tensor> yTrue;
  private List<Tensor> yPred;
  private Tensor weight;

  @BeforeEach
  void open() {
    scope = TensorScope.open();
    yTrue =
        List.of(Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}), Tensor.of(new int[] {0, 2, 1}));
    yPred =
        List.of(
            Tensor.of(new float[][] {{1, 3}, {2, 4}, {5, 8}}),
            Tensor.of(new float[][] {{0.7f, 0.2f, 0.1f}, {0.1f, 0.1f, 0.8f}, {0.3f, 0.4f, 0.3f}}));
    weight = Tensor.of(new float[] {1, 2, 0.5f});
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static CompiledMetrics compiled(Object metrics, Object weighted) {
    return new CompiledMetrics(metrics, weighted, () -> NAMES);
  }

  private static CompiledMetrics single(Object metrics, Object weighted) {
    return new CompiledMetrics(metrics, weighted, () -> List.of("out"));
  }

  private Map<String, Double> results(CompiledMetrics metrics, List<Tensor> weights, int outputs) {
    metrics.update(yTrue.subList(0, outputs), yPred.subList(0, outputs), weights);
    Map<String, Double> rounded = new LinkedHashMap<>();
    metrics
        .results()
        .forEach((name, value) -> rounded.put(name, Math.rint(value.item() * 1e6) / 1e6));
    return rounded;
  }

  @Test
  void aListHasAnEntryForEachOutput() {
    try (CompiledMetrics metrics =
        compiled(Arrays.asList(null, "accuracy"), List.of("mse", "accuracy"))) {
      assertEquals(
          "{out_b_accuracy=1.0, out_a_mse=0.714286, out_b_weighted_accuracy=1.0}",
          results(metrics, List.of(weight), 2).toString());
    }
    List<List<String>> nested =
        List.of(List.of("mae", "mse"), List.of("accuracy", "sparse_categorical_crossentropy"));
    try (CompiledMetrics metrics = compiled(nested, null)) {
      assertEquals(
          "{out_a_mae=0.666667, out_a_mse=1.0, out_b_accuracy=1.0,"
              + " out_b_sparse_categorical_crossentropy=0.498703}",
          results(metrics, null, 2).toString());
    }
  }

  @Test
  void aMapHasAnEntryForSomeNames() {
    List<String> twice = List.of("acc", "acc");
    try (CompiledMetrics metrics =
        compiled(Map.of("out_b", twice), Map.of("out_b", twice, "out_a", "mae"))) {
      assertEquals(
          "{out_b_acc=1.0, out_b_acc_1=1.0, out_a_mae=0.571429, out_b_weighted_acc=1.0,"
              + " out_b_weighted_acc_1=1.0}",
          results(metrics, Arrays.asList(weight, null), 2).toString());
    }
  }

  @Test
  void namesThatAreTakenAreCounted() {
    List<String> twice = List.of("mae", "mae");
    try (Metric own = new MeanSquaredError().name("mae");
        CompiledMetrics metrics = single(twice, List.of("mae", "mae", own))) {
      assertEquals(
          "{mae=0.666667, mae_1=0.666667, weighted_mae=0.571429, weighted_mae_1=0.571429,"
              + " weighted_mae_2=0.714286}",
          results(metrics, List.of(weight), 1).toString());
      assertEquals(0.714286, own.result().item(), 1e-6);
      metrics.resetState();
      assertEquals(0, own.result().item());
      assertEquals(10, metrics.variables().size());
    }
  }

  @Test
  void resultsAreListedAsEvaluateListsThem() {
    try (CompiledMetrics one = single(List.of("mae", "mse"), List.of("mae"));
        CompiledLoss none = new CompiledLoss("mse", null, () -> List.of("out"))) {
      one.update(yTrue.subList(0, 1), yPred.subList(0, 1), null);
      assertEquals(
          List.of("loss", "mae", "mse", "mae", "weighted_mae"),
          one.listOrder(none, List.of("loss", "mae", "mse", "weighted_mae")));
    }
    try (CompiledMetrics two = compiled(Map.of("out_a", List.of("mae", "mse")), null);
        CompiledLoss losses = new CompiledLoss(List.of("mse", "ce"), null, () -> NAMES)) {
      two.update(yTrue, yPred, null);
      losses.call(yTrue, yPred, null, List.of());
      assertEquals(
          List.of("loss", "out_a_loss", "out_b_loss", "out_a_mae", "out_a_mse"),
          two.listOrder(
              losses, List.of("out_a_mae", "out_a_mse", "loss", "out_b_loss", "out_a_loss")));
    }
  }

  @Test
  void closingFreesAllMetrics() {
    Metric own = new MeanSquaredError();
    CompiledMetrics metrics = single(List.of("mae", own), null);
    metrics.update(yTrue.subList(0, 1), yPred.subList(0, 1), null);
    metrics.close();
    metrics.close();
    assertTrue(metrics.metrics().get(0) != own);
    assertThrows(IllegalStateException.class, () -> metrics.metrics().get(0).result());
    assertThrows(IllegalStateException.class, own::result);
  }

  @Test
  void thereAreNoResultsBeforeTheFirstBatch() {
    var error =
        assertThrows(IllegalStateException.class, () -> single(List.of("mae"), null).results());
    assertEquals(
        "Cannot get result() since the metric has not yet been built.", error.getMessage());
    assertEquals(Map.of(), single(null, null).results());
  }

  @Test
  void whatDoesNotFitTheOutputsIsRefused() {
    refused(
        "Invalid `metrics`: it should contain metrics and either be a list with an entry for each"
            + " output or a map by the names of the outputs [out_a, out_b]."
            + " Received: metrics=[mae]",
        compiled(List.of("mae"), null));
    refused(
        "Invalid `weighted_metrics`: it should contain metrics and either be a list with an entry"
            + " for each output or a map by the names of the outputs [out_a, out_b]."
            + " Received: weighted_metrics={x=mae}",
        compiled(null, Map.of("x", "mae")));
    refused(
        "Expected a metric. Received: null",
        compiled(List.of(Arrays.asList("mae", null), "acc"), null));
    yTrue = yTrue.subList(0, 1);
    refused(
        "Output `out_b` has a metric, but there is no target for it."
            + " Received: 1 targets for 2 outputs",
        compiled(Map.of("out_b", "acc"), null));
  }

  private void refused(String message, CompiledMetrics metrics) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> metrics.update(yTrue, yPred, null));
    assertEquals(message, error.getMessage());
  }
}

package rhyton.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.contract.TypeContract;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.golden.NotYet;
import rhyton.graph.Weight;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

@Tag("golden")
class MetricsGoldenTest {
  private static final double RTOL = 1e-5;
  private static final double ATOL = 1e-6;

  @Test
  void theListOfMissingClassesIsRight() {
    Metrics.TYPES.forEach(type -> NotYet.assertNotListed(type.toString()));
  }

  @TestFactory
  Stream<DynamicTest> everyMetric() {
    return GoldenFolder.cases("functions/metrics.json", MetricsGoldenTest::check);
  }

  private static void check(JsonNode one) {
    NotYet.skipIfListed("keras.metrics." + one.at("/config/class_name").textValue());
    try (TensorScope scope = TensorScope.open();
        Metric eager = metric(one);
        Metric traced = metric(one)) {
      TypeContract.assertSameJson(one.at("/config/config"), ((ArgMetric<?>) eager).config());
      for (int i = 0; i < one.get("updates").size(); i++) {
        List<Tensor> batch = batch(one.get("updates").get(i));
        JsonNode expected = one.get("results_after_each_update").get(i);
        update(eager, batch);
        Json.assertClose(expected, eager.result(), RTOL, ATOL);
        Json.assertClose(expected, updateTraced(traced, batch), RTOL, ATOL);
      }
      checkState(one.get("state_after"), eager.variables());
      checkState(one.get("state_after"), traced.variables());
      eager.resetState();
      Json.assertClose(one.get("after_reset"), eager.result(), RTOL, ATOL);
    }
  }

  private static Metric metric(JsonNode one) {
    return Metrics.CODEC.fromJson(one.get("config"), ReadContext.of(TypeRegistry.EMPTY));
  }

  /** Values, or targets and predictions; then the weights, where there are any. */
  private static List<Tensor> batch(JsonNode update) {
    List<Tensor> batch = new ArrayList<>();
    for (String key : List.of("values", "y_true", "y_pred", "sample_weight")) {
      if (update.has(key)) {
        batch.add(Json.tensor(update.get(key)));
      }
    }
    return batch;
  }

  private static void update(Metric metric, List<Tensor> batch) {
    if (metric instanceof Mean mean) {
      mean.updateState(batch.get(0), batch.size() > 1 ? batch.get(1) : null);
    } else {
      metric.updateState(batch.get(0), batch.get(1), batch.size() > 2 ? batch.get(2) : null);
    }
  }

  /** Update and result as one function, with a batch of unknown size. */
  private static Tensor updateTraced(Metric metric, List<Tensor> batch) {
    List<TensorSpec> specs =
        batch.stream()
            .map(t -> new TensorSpec(t.dtype(), t.rank() == 0 ? t.shape() : t.shape().with(0, -1)))
            .toList();
    try (CompiledFunction function =
        CompiledFunction.trace(
            "metric",
            specs,
            in -> {
              update(metric, in);
              return List.of(metric.result());
            })) {
      return function.call(batch).get(0);
    }
  }

  private static void checkState(JsonNode expected, List<Weight> variables) {
    assertEquals(expected.size(), variables.size());
    for (int i = 0; i < variables.size(); i++) {
      assertEquals(expected.get(i).get("name").textValue(), variables.get(i).name());
      assertEquals(expected.get(i).get("path").textValue(), variables.get(i).path());
      Json.assertClose(expected.get(i).get("value"), variables.get(i).read(), RTOL, ATOL);
    }
  }
}

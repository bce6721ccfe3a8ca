package rhyton.training;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import rhyton.tensor.DType;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/** What steps give back. */
final class StepLogs {
  private StepLogs() {}

  /**
   * What the usual steps give: results of metrics, which are computed only if a step of one's own
   * looks at them. Otherwise they are fetched when somebody asks for logs.
   */
  static final class OfMetrics extends AbstractMap<String, Tensor> {
    private final Supplier<Map<String, Tensor>> source;
    private Map<String, Tensor> results;

    OfMetrics(Supplier<Map<String, Tensor>> source) {
      this.source = source;
    }

    @Override
    public Set<Entry<String, Tensor>> entrySet() {
      if (results == null) {
        results = source.get();
      }
      return results.entrySet();
    }
  }

  /** The numbers of all logs as one tensor; nothing for the usual step. */
  static List<Tensor> stacked(String step, Map<String, Tensor> logs) {
    if (logs instanceof OfMetrics) {
      return List.of();
    }
    List<Tensor> numbers = new ArrayList<>();
    logs.forEach((name, value) -> numbers.add(number(step, name, value)));
    return List.of(numbers.isEmpty() ? Tensor.of(new float[0]) : ShapeOps.stack(numbers, 0));
  }

  /** Throws if a step gave nothing back. */
  static void require(String step, Map<String, Tensor> logs) {
    if (logs == null) {
      throw new IllegalStateException(
          step
              + ": the step must return a map of what was measured, such as"
              + " Map.of(\"loss\", loss). Received: null");
    }
  }

  private static Tensor number(String step, String name, Tensor value) {
    if (value == null || value.rank() != 0) {
      throw new IllegalStateException(
          ("%s: the log `%s` must be a single number, a tensor of shape (). Received: %s."
                  + " Take its mean()")
              .formatted(step, name, value == null ? "null" : "shape " + value.shape()));
    }
    return value.cast(DType.FLOAT32);
  }

  /** Names and numbers in Keras's order, which is alphabetical. */
  static Map<String, Double> sorted(List<String> names, float[] values) {
    Map<String, Double> sorted = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      sorted.put(names.get(i), (double) values[i]);
    }
    return new LinkedHashMap<>(sorted);
  }
}

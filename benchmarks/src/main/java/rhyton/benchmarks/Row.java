package rhyton.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * What one process measured of one thing, in the form that both sides print.
 *
 * @param workload what was run
 * @param metric what was measured of it
 * @param unit the unit of the numbers
 * @param median the middle of the values
 * @param min the smallest value
 * @param max the largest value
 * @param n how many values there are
 */
record Row(
    String workload, String metric, String unit, double median, double min, double max, int n) {

  static Row of(String workload, String metric, String unit, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Row(
        workload,
        metric,
        unit,
        median(sorted),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }

  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  static Row of(JsonNode json) {
    return new Row(
        json.get("workload").asText(),
        json.get("metric").asText(),
        json.get("unit").asText(),
        json.get("median").asDouble(),
        json.get("min").asDouble(),
        json.get("max").asDouble(),
        json.get("n").asInt());
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("workload", workload)
        .put("metric", metric)
        .put("unit", unit)
        .put("median", median)
        .put("min", min)
        .put("max", max)
        .put("n", n);
  }
}

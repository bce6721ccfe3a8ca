package rhyton.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rhyton.graph.Weight;
import rhyton.metrics.Metric;
import rhyton.metrics.Metrics;
import rhyton.tensor.Tensor;

/**
 * The metrics of all outputs: what {@code compile} was given as {@code metrics}, which know no
 * sample weights, and as {@code weighted_metrics}.
 *
 * <p>A list for a model with one output; otherwise a list with an entry for each output (a metric,
 * a list of them, or null) or a map by output name. Which metrics the words stand for is found when
 * the first batch, or the first trace of it, shows the shapes.
 *
 * <p>Results are called as Keras calls them: {@code accuracy}, or {@code out_a_accuracy} if there
 * are several outputs; the second of a name is {@code accuracy_1}, a weighted one whose name is
 * taken {@code weighted_accuracy}.
 */
public final class CompiledMetrics implements AutoCloseable {
  /** One metric of one output, and the name of its result. */
  private record Part(int output, Metric metric, String key, boolean weighted) {}

  private final Object metrics;
  private final Object weightedMetrics;
  private final Supplier<List<String>> outputNames;
  private final List<Part> parts = new ArrayList<>();
  private boolean built;

  /**
   * The metrics of a model.
   *
   * @param metrics names, {@link Metric}s or functions: a list, a map by output name, or null
   * @param weightedMetrics the same, of those that know sample weights
   * @param outputNames the names of the outputs, asked for when they are needed
   */
  public CompiledMetrics(
      Object metrics, Object weightedMetrics, Supplier<List<String>> outputNames) {
    this.metrics = metrics;
    this.weightedMetrics = weightedMetrics;
    this.outputNames = outputNames;
  }

  /**
   * Takes a batch into account.
   *
   * @param yTrue the targets, one for each output; null where nothing is measured
   * @param yPred the predictions, one for each output
   * @param sampleWeight sample weights: null, one for all outputs, or one or null for each
   * @throws IllegalArgumentException if the arguments of {@code compile} do not fit the outputs
   */
  public void update(List<Tensor> yTrue, List<Tensor> yPred, List<Tensor> sampleWeight) {
    if (!built) {
      build(yTrue, yPred);
      built = true;
    }
    List<String> names = outputNames.get();
    for (Part part : parts) {
      int output = part.output();
      Tensor weight = part.weighted() ? PerOutput.weight(sampleWeight, output, yPred.size()) : null;
      Tensor target = PerOutput.target(yTrue, output, names, "a metric");
      part.metric().updateState(target, yPred.get(output), weight);
    }
  }

  private void build(List<Tensor> yTrue, List<Tensor> yPred) {
    Map<String, Integer> taken = new HashMap<>();
    addAll("metrics", metrics, yTrue, yPred, taken);
    addAll("weighted_metrics", weightedMetrics, yTrue, yPred, taken);
  }

  private void addAll(
      String argument,
      Object given,
      List<Tensor> yTrue,
      List<Tensor> yPred,
      Map<String, Integer> taken) {
    List<String> names = outputNames.get();
    List<Object> sorted = sorted(argument, given, names);
    for (int i = 0; i < sorted.size(); i++) {
      String prefix = names.size() == 1 ? "" : names.get(i) + "_";
      boolean weighted = argument.equals("weighted_metrics");
      for (Object one : sorted.get(i) == null ? List.of() : PerOutput.flatten(sorted.get(i))) {
        Tensor target = PerOutput.target(yTrue, i, names, "a metric");
        Metric metric = Metrics.get(one, target.shape(), yPred.get(i).shape());
        String key = key(prefix, metric.name(), weighted, taken);
        parts.add(new Part(i, metric, key, weighted));
      }
    }
  }

  /** The metrics as they were given, sorted by output. */
  private static List<Object> sorted(String argument, Object given, List<String> names) {
    if (given == null) {
      return List.of();
    }
    if (names.size() == 1) {
      return List.of(given);
    }
    if (given instanceof List<?> list && list.size() == names.size()) {
      return new ArrayList<>(list);
    }
    if (given instanceof Map<?, ?> map && names.containsAll(map.keySet())) {
      return PerOutput.byName(map, names);
    }
    throw new IllegalArgumentException(
        ("Invalid `" + argument + "`: it should contain metrics and either be a list with an entry")
            + (" for each output or a map by the names of the outputs " + names)
            + (". Received: " + argument + "=" + given));
  }

  /** The name of a result, unlike all before. */
  private static String key(
      String prefix, String name, boolean weighted, Map<String, Integer> taken) {
    String key = prefix + name;
    if (weighted && taken.containsKey(key)) {
      key = prefix + "weighted_" + name;
    }
    int before = taken.merge(key, 1, Integer::sum) - 1;
    return before == 0 ? key : key + "_" + before;
  }

  /**
   * The results since the last reset.
   *
   * @return by name, in the order of the outputs; first the metrics, then the weighted ones
   * @throws IllegalStateException before the first batch
   */
  public Map<String, Tensor> results() {
    if (!built && (metrics != null || weightedMetrics != null)) {
      throw new IllegalStateException(
          "Cannot get result() since the metric has not yet been built.");
    }
    Map<String, Tensor> results = new LinkedHashMap<>();
    parts.forEach(part -> results.put(part.key(), part.metric().result()));
    return results;
  }

  /** Returns the metrics, in the order of the results; none before the first batch. */
  public List<Metric> metrics() {
    return parts.stream().map(Part::metric).toList();
  }

  /**
   * The order in which {@code evaluate} and its kin list results: the loss, the metrics that stand
   * under their own names, the losses per output, then the rest in alphabetical order. A name that
   * two metrics have comes twice.
   *
   * @param losses the losses of the same model
   * @param keys the names of all results
   * @return the names of the results to list
   */
  public List<String> listOrder(CompiledLoss losses, Collection<String> keys) {
    List<String> known = new ArrayList<>(List.of("loss"));
    metrics().forEach(metric -> known.add(metric.name()));
    known.addAll(losses.names());
    List<String> order = new ArrayList<>(known);
    order.retainAll(keys);
    keys.stream().filter(key -> !known.contains(key)).sorted().forEach(order::add);
    return order;
  }

  /** Sets the metrics back. */
  public void resetState() {
    metrics().forEach(Metric::resetState);
  }

  /** Returns the variables of the metrics. */
  public List<Weight> variables() {
    return metrics().stream().flatMap(metric -> metric.variables().stream()).toList();
  }

  /** Frees the metrics, those given as objects, too. Closing twice is harmless. */
  @Override
  public void close() {
    closeBut(null);
  }

  /** Frees the metrics but for the objects that others were given, too. */
  void closeBut(CompiledMetrics others) {
    metrics().stream()
        .filter(metric -> others == null || !others.isGiven(metric))
        .forEach(Metric::close);
  }

  private boolean isGiven(Metric metric) {
    return Stream.of(metrics, weightedMetrics)
        .flatMap(given -> PerOutput.flatten(given).stream())
        .anyMatch(one -> one == metric);
  }
}

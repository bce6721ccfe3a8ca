package rhyton.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rhyton.graph.Weight;
import rhyton.metrics.Metric;
import rhyton.optimizers.Optimizer;
import rhyton.optimizers.Optimizers;
import rhyton.tensor.DType;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;

/**
 * A network with all that {@code compile} added: optimizer, losses, metrics and their state. The
 * weights that training changes are those of the first training step, as in Keras.
 */
final class TrainSettings {
  private final Network network;
  private final Steps steps;
  private final Compile compile;
  private final Optimizer<?> optimizer;
  private final CompiledLoss loss;
  private final CompiledMetrics metrics;
  private final LossTracker tracker;
  private List<Weight> trained;
  private CompiledFunction results;
  private CompiledFunction reset;
  private List<String> names;

  TrainSettings(Network network, Steps steps, Compile compile) {
    this.network = network;
    this.steps = steps;
    this.compile = compile;
    this.optimizer = Optimizers.get(compile.optimizer());
    this.loss = new CompiledLoss(compile.loss(), compile.lossWeights(), network::outputNames);
    this.metrics =
        new CompiledMetrics(compile.metrics(), compile.weightedMetrics(), network::outputNames);
    this.tracker = new LossTracker();
  }

  Network network() {
    return network;
  }

  Steps steps() {
    return steps;
  }

  Compile compile() {
    return compile;
  }

  Optimizer<?> optimizer() {
    return optimizer;
  }

  CompiledLoss loss() {
    return loss;
  }

  CompiledMetrics metrics() {
    return metrics;
  }

  LossTracker tracker() {
    return tracker;
  }

  /** The weights that training changes: those that were trainable when it first began. */
  List<Weight> trained() {
    if (trained == null) {
      trained = network.trainableWeights();
      optimizer.build(trained);
    }
    return trained;
  }

  /** Whether more of a metric is better; null if no such metric says so. */
  Boolean higherIsBetter(String name) {
    return Stream.concat(metrics.metrics().stream(), steps.metrics().stream())
        .filter(metric -> metric.name().equals(name))
        .filter(metric -> metric.direction() != Metric.Direction.UNKNOWN)
        .map(metric -> metric.direction() == Metric.Direction.UP)
        .findFirst()
        .orElse(null);
  }

  /** What was measured since the last reset, by name in alphabetical order; one native call. */
  synchronized Map<String, Double> results() {
    if (results == null) {
      names = new ArrayList<>();
      results =
          CompiledFunction.trace(
              "results",
              List.of(),
              none -> {
                List<Tensor> values = new ArrayList<>();
                measured()
                    .forEach(
                        (name, value) -> {
                          names.add(name);
                          values.add(value.cast(DType.FLOAT32));
                        });
                return List.of(ShapeOps.stack(values, 0));
              });
    }
    try (TensorScope scope = TensorScope.open()) {
      return StepLogs.sorted(names, results.call(List.of()).get(0).floats());
    }
  }

  /** What was measured since the last reset: loss, losses of outputs, metrics, own metrics. */
  Map<String, Tensor> measured() {
    Map<String, Tensor> values = new LinkedHashMap<>();
    values.put("loss", tracker.result());
    values.putAll(loss.results());
    values.putAll(metrics.results());
    steps.metrics().forEach(metric -> values.put(metric.name(), metric.result()));
    return values;
  }

  /** Sets back what is measured. Before the first step there is nothing to set back. */
  synchronized void reset() {
    if (reset == null) {
      reset =
          CompiledFunction.trace(
              "reset",
              List.of(),
              none -> {
                tracker.reset();
                loss.resetState();
                metrics.resetState();
                steps.metrics().forEach(Metric::resetState);
                return List.of();
              });
    }
    reset.call(List.of());
  }

  /** The state of losses and metrics has come into being: what was traced before is stale. */
  synchronized void stateMade() {
    for (CompiledFunction stale : new CompiledFunction[] {results, reset}) {
      if (stale != null) {
        stale.close();
      }
    }
    results = null;
    reset = null;
  }

  /**
   * Frees all of it.
   *
   * @param next the settings that take the place of these, whose optimizer and metrics stay; or
   *     null
   */
  synchronized void close(TrainSettings next) {
    stateMade();
    if (next == null || next.optimizer != optimizer) {
      optimizer.close();
    }
    tracker.close();
    loss.close();
    metrics.closeBut(next == null ? null : next.metrics);
  }
}

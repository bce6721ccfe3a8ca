package rhyton.layers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rhyton.config.Ticketed;
import rhyton.graph.Operation;
import rhyton.metrics.Metric;
import rhyton.utils.Fields;

/**
 * What a layer owns besides weights and layers: metrics, and in the fields of users' classes all.
 */
final class OwnState {
  private OwnState() {}

  /** The metrics that were made known, and those in fields. */
  static List<Metric> metrics(LayerWeights layer, List<Metric> tracked) {
    Set<Metric> all = new LinkedHashSet<>(tracked);
    Fields.of(layer, Metric.class).values().forEach(all::addAll);
    return List.copyOf(all);
  }

  /** Frees metrics, optimizers and generators of seeds. */
  static void close(LayerWeights layer, List<Metric> tracked) {
    tracked.forEach(Metric::close);
    Fields.of(layer, Ticketed.class).values().stream()
        .flatMap(List::stream)
        .filter(part -> !(part instanceof Operation))
        .forEach(OwnState::close);
  }

  private static void close(Ticketed part) {
    if (part instanceof AutoCloseable state) {
      try {
        state.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

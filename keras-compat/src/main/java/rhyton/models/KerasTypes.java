package rhyton.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import rhyton.config.Revivable;
import rhyton.config.TypeProvider;
import rhyton.constraints.Constraints;
import rhyton.initializers.Initializers;
import rhyton.layers.Layers;
import rhyton.losses.Losses;
import rhyton.metrics.Metrics;
import rhyton.optimizers.Optimizers;
import rhyton.optimizers.schedules.Schedules;
import rhyton.regularizers.Regularizers;

/**
 * All classes of Keras that are there, in one list: what files are read with, and what tests go
 * through. A new class is added to the list of its own package.
 */
public final class KerasTypes implements TypeProvider {
  private static final List<Revivable<?>> ALL =
      join(
          List.of(
              ModelConfig.TYPES,
              Layers.TYPES,
              Layers.OF_FUNCTIONS,
              Losses.TYPES,
              Metrics.TYPES,
              Optimizers.TYPES,
              Schedules.TYPES,
              Initializers.TYPES,
              Regularizers.TYPES,
              Constraints.TYPES));

  /** For {@link java.util.ServiceLoader}. */
  public KerasTypes() {}

  private static List<Revivable<?>> join(List<List<? extends Revivable<?>>> lists) {
    List<Revivable<?>> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return List.copyOf(all);
  }

  /** Returns all classes. */
  public static Collection<Revivable<?>> all() {
    return ALL;
  }

  @Override
  public List<Revivable<?>> types() {
    return ALL;
  }
}

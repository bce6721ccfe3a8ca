package rhyton.callbacks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What training has measured so far, by name, in Keras's order: alphabetical, what belongs to the
 * validation behind. The values are fetched from native memory when they are first asked for.
 */
public final class Logs {
  /** Nothing measured. */
  public static final Logs NONE = new Logs(Map::of);

  private final Supplier<Map<String, Double>> source;
  private Map<String, Double> values;

  /**
   * Logs that are fetched when they are needed.
   *
   * @param source gives names and values, in order
   */
  public Logs(Supplier<Map<String, Double>> source) {
    this.source = source;
  }

  /**
   * Logs of known values.
   *
   * @param values names and values, in order
   * @return the logs
   */
  public static Logs of(Map<String, Double> values) {
    Map<String, Double> copy = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    return new Logs(() -> copy);
  }

  /** Returns names and values, in order. */
  public synchronized Map<String, Double> values() {
    if (values == null) {
      values = source.get();
    }
    return values;
  }

  /**
   * A value.
   *
   * @param name its name, such as {@code val_loss}
   * @return the value, or null if there is none of that name
   */
  public Double get(String name) {
    return values().get(name);
  }

  /**
   * These logs, then others.
   *
   * @param others the others
   * @return both
   */
  public Logs and(Logs others) {
    Map<String, Double> both = new LinkedHashMap<>(values());
    both.putAll(others.values());
    return of(both);
  }

  /**
   * The same values under longer names.
   *
   * @param prefix what stands before each name, such as {@code val_}
   * @return the renamed logs
   */
  public Logs withPrefix(String prefix) {
    Map<String, Double> renamed = new LinkedHashMap<>();
    values().forEach((name, value) -> renamed.put(prefix + name, value));
    return of(renamed);
  }

  @Override
  public String toString() {
    return values().toString();
  }
}

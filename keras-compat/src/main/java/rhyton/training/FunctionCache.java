package rhyton.training;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.CompiledFunction;

/**
 * Compiled functions by what they were traced for. Of many, those that were not called for the
 * longest time are closed: a service that sees texts of all lengths does not collect functions
 * without end. Any number of threads may call at once.
 *
 * @param <K> what functions are traced for
 */
final class FunctionCache<K> {
  /** How many functions are kept: more than a network meets in general. */
  static final int MOST = 64;

  private final Map<K, Entry> entries = new ConcurrentHashMap<>();

  private static final class Entry {
    final CompiledFunction function;
    volatile long used = System.nanoTime();

    Entry(CompiledFunction function) {
      this.function = function;
    }
  }

  /**
   * Calls a function.
   *
   * @param key what it is traced for
   * @param trace makes it, if it is not there
   * @param arguments its arguments
   * @return its results
   */
  List<Tensor> call(K key, Function<K, CompiledFunction> trace, List<Tensor> arguments) {
    while (true) {
      Entry entry = entries.get(key);
      Entry one = entry != null ? entry : add(key, trace);
      one.used = System.nanoTime();
      try {
        return one.function.call(arguments);
      } catch (IllegalStateException e) {
        if (!one.function.isClosed() || entries.get(key) == one) {
          throw e;
        }
        // Another thread has closed it, to make room, between its being found and its being called.
      }
    }
  }

  private synchronized Entry add(K key, Function<K, CompiledFunction> trace) {
    Entry known = entries.get(key);
    if (known != null) {
      return known;
    }
    Entry made = new Entry(trace.apply(key));
    if (entries.size() >= MOST) {
      K oldest = null;
      for (Map.Entry<K, Entry> one : entries.entrySet()) {
        if (oldest == null || one.getValue().used < entries.get(oldest).used) {
          oldest = one.getKey();
        }
      }
      entries.remove(oldest).function.close();
    }
    entries.put(key, made);
    return made;
  }

  int size() {
    return entries.size();
  }

  /** Closes all functions. */
  synchronized void clear() {
    List<Entry> all = List.copyOf(entries.values());
    entries.clear();
    all.forEach(entry -> entry.function.close());
  }
}

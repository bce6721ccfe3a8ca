package rhyton.tensor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhyton.tensor.runtime.NativeGraph;

/** Keeps the ops of a trace that read and write resources in their order. */
final class ResourceOrder {
  private final Map<Object, Access> accesses = new IdentityHashMap<>();

  /** Who read a resource since the last op that wrote it. */
  private static final class Access {
    NativeGraph.Operation write;
    final Set<NativeGraph.Operation> reads = new LinkedHashSet<>();
  }

  /** What an op that uses resources has to wait for. */
  Set<NativeGraph.Operation> before(List<?> used, boolean writes) {
    Set<NativeGraph.Operation> before = new LinkedHashSet<>();
    for (Object resource : used) {
      Access access = accesses.computeIfAbsent(resource, r -> new Access());
      if (access.write != null) {
        before.add(access.write);
      }
      if (writes) {
        before.addAll(access.reads);
      }
    }
    return before;
  }

  /** Remembers an op that uses resources. */
  void add(NativeGraph.Operation operation, List<?> used, boolean writes) {
    for (Object resource : used) {
      Access access = accesses.get(resource);
      if (writes) {
        access.write = operation;
        access.reads.clear();
      } else {
        access.reads.add(operation);
      }
    }
  }

  /** An op has taken the place of another. */
  void replace(NativeGraph.Operation old, NativeGraph.Operation now) {
    for (Access access : accesses.values()) {
      if (access.write == old) {
        access.write = now;
      }
      if (access.reads.remove(old)) {
        access.reads.add(now);
      }
    }
  }

  Set<Object> resources() {
    return accesses.keySet();
  }

  /** The ops that wrote last. */
  List<NativeGraph.Operation> lastWrites() {
    Set<NativeGraph.Operation> writes = new LinkedHashSet<>();
    for (Access access : accesses.values()) {
      if (access.write != null) {
        writes.add(access.write);
      }
    }
    return new ArrayList<>(writes);
  }
}

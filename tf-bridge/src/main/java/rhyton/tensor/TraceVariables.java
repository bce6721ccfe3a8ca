package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import rhyton.tensor.runtime.NativeGraph;

/**
 * What a trace knows of variables and other resources: their handles, the values that it has read,
 * and in which order ops use them.
 */
public final class TraceVariables {
  private final Trace trace;
  private final boolean part;
  private final Set<Object> changing;
  private final boolean takesHandles;
  private final ResourceOrder order = new ResourceOrder();
  private final Map<Object, Tensor> handles = new IdentityHashMap<>();
  private final List<Object> handleArguments = new ArrayList<>();
  private final Map<Object, Tensor> reads = new IdentityHashMap<>();
  private final Map<Object, List<Tensor>> allReads = new IdentityHashMap<>();
  private final Set<Object> delegated = identitySet();
  private final Set<Object> written = identitySet();
  private final Set<Object> used = identitySet();

  /**
   * Knows nothing yet.
   *
   * @param trace the trace
   * @param part whether the trace around reads variables for this one
   * @param changing variables that this trace reads itself all the same
   * @param takesHandles whether handles are arguments
   */
  TraceVariables(Trace trace, boolean part, Set<Object> changing, boolean takesHandles) {
    this.trace = trace;
    this.part = part;
    this.changing = changing;
    this.takesHandles = takesHandles;
  }

  private static Set<Object> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Returns whether handles of resources are arguments, as in functions for files. */
  public boolean takesHandles() {
    return takesHandles;
  }

  /**
   * The handle of a resource in this trace.
   *
   * @param resource the resource
   * @param dtype the type of the values that it holds
   * @param shape their shape
   * @param make adds the op that gives the handle, at the first request
   * @return a symbol of the handle
   */
  public Tensor handleOf(Object resource, DType dtype, Shape shape, Supplier<Tensor> make) {
    for (Trace one = trace; one != null; one = one.outer()) {
      one.variables().used.add(resource);
    }
    Tensor known = handles.get(resource);
    if (known == null) {
      known = takesHandles ? handleArgument(resource, dtype, shape, make) : make.get();
      handles.put(resource, known);
    }
    return known;
  }

  private Tensor handleArgument(Object resource, DType dtype, Shape shape, Supplier<Tensor> make) {
    Trace outer = trace.outer();
    boolean inner = outer != null && outer.variables().takesHandles;
    Tensor argument =
        inner
            ? trace.local(outer.variables().handleOf(resource, dtype, shape, make))
            : trace.placeholder(DType.RESOURCE, Shape.SCALAR, "variable");
    trace.graph().describeResource(argument, dtype, shape);
    if (!inner) {
      handleArguments.add(resource);
    }
    return argument;
  }

  /** Returns the resources that the function and its parts use: they must live as long as it. */
  public List<Object> used() {
    return List.copyOf(used);
  }

  /** Returns the resources whose handles are the last arguments, in their order. */
  public List<Object> handleArguments() {
    return handleArguments;
  }

  /**
   * The value of a variable at this moment of the trace: one read serves until it is changed. A
   * part of a function takes what the trace around has read, unless the part changes the variable.
   *
   * @param variable the variable
   * @param make adds the op that reads, at the first request
   * @return a symbol of the value
   */
  public Tensor readOf(Object variable, Supplier<Tensor> make) {
    Tensor known = reads.get(variable);
    if (known == null) {
      if (!part || written.contains(variable) || changing.contains(variable)) {
        known = make.get();
      } else {
        delegated.add(variable);
        Trace outer = trace.outer();
        known = trace.local(outer.during(() -> outer.variables().readOf(variable, make)));
      }
      reads.put(variable, known);
      allReads.computeIfAbsent(variable, v -> new ArrayList<>()).add(known);
    }
    return known;
  }

  /**
   * All values of a variable that this trace has read.
   *
   * @param variable the variable
   * @return the symbols, in order
   */
  public List<Tensor> readsOf(Object variable) {
    return allReads.getOrDefault(variable, List.of());
  }

  /** Returns variables whose value from before this part was used, and which it changes. */
  public Set<Object> readThenWritten() {
    Set<Object> both = identitySet();
    both.addAll(delegated);
    both.retainAll(written);
    return both;
  }

  /** Returns the resources that ops of this trace read or write. */
  public Set<Object> resources() {
    return order.resources();
  }

  // ---- the order of ops ------------------------------------------------------------------------

  Iterable<NativeGraph.Operation> before(List<?> used, boolean writes) {
    return order.before(used, writes);
  }

  void used(NativeGraph.Operation operation, List<?> used, boolean writes) {
    order.add(operation, used, writes);
    if (writes) {
      for (Object variable : used) {
        written.add(variable);
        reads.remove(variable);
      }
    }
  }

  void replace(NativeGraph.Operation old, NativeGraph.Operation now) {
    order.replace(old, now);
  }

  /** The ops that have to run though no result needs them. */
  List<NativeGraph.Operation> effects() {
    return order.lastWrites();
  }
}

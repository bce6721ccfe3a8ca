package rhyton.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeGraph;
import rhyton.tensor.runtime.NativeHandle;

/**
 * A function being traced: while one is open on a thread, ops add themselves to its graph instead
 * of running.
 *
 * <p>Values of tensors that are used inside become constants; symbols of a trace around become
 * arguments ({@link #captures()}). Ops that read and write a resource keep their order.
 */
public final class Trace implements AutoCloseable {
  private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

  private final Trace outer = CURRENT.get();
  private final NativeGraph graph = new NativeGraph();
  private final TensorScope scope = TensorScope.open();
  private final List<TraceNode> nodes = new ArrayList<>();
  private final Map<NativeHandle, Tensor> constants = new IdentityHashMap<>();
  private final Map<String, Tensor> scalars = new HashMap<>();
  private final Map<Symbol, Tensor> captured = new LinkedHashMap<>();
  private final ResourceOrder order = new ResourceOrder();
  private final Map<Object, Tensor> handles = new IdentityHashMap<>();
  private final List<Object> handleArguments = new ArrayList<>();
  private final boolean takesHandles;
  private final Map<Object, Tensor> reads = new IdentityHashMap<>();
  private final Map<Object, List<Tensor>> allReads = new IdentityHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final List<Tensor> placeholders = new ArrayList<>();
  private boolean closed;

  private Trace(boolean takesHandles) {
    this.takesHandles = takesHandles || (outer != null && outer.takesHandles);
    CURRENT.set(this);
  }

  /**
   * Begins a trace on the calling thread.
   *
   * @return the trace, to be closed by the same thread
   */
  public static Trace begin() {
    return new Trace(false);
  }

  /**
   * Begins the trace of a function that does not name the resources which it uses, but takes their
   * handles as its last arguments, as functions in files do.
   *
   * @return the trace, to be closed by the same thread
   * @see #handleArguments()
   */
  public static Trace beginTakingHandles() {
    return new Trace(true);
  }

  /** Returns the innermost trace of the calling thread, or null. */
  public static Trace current() {
    return CURRENT.get();
  }

  /**
   * Runs something as if no trace were open: its ops run at once.
   *
   * @param action what runs; it must not use symbols
   * @param <T> the type of its result
   * @return its result
   */
  public static <T> T outside(Supplier<T> action) {
    Trace trace = CURRENT.get();
    if (trace == null) {
      return action.get();
    }
    CURRENT.remove();
    try {
      return action.get();
    } finally {
      CURRENT.set(trace);
    }
  }

  /**
   * An argument of the function.
   *
   * @param dtype its type
   * @param shape its shape, as far as it is known
   * @param name its name
   * @return a symbol for it
   */
  public Tensor placeholder(DType dtype, Shape shape, String name) {
    Tensor tensor =
        add("Placeholder", name, List.of(), Map.of("dtype", dtype, "shape", shape), List.of())
            .get(0);
    placeholders.add(tensor);
    return tensor;
  }

  /**
   * Adds an op.
   *
   * @param type the op's name in TensorFlow
   * @param inputs each a tensor, or a list of tensors where the op takes a list
   * @param attributes its attributes
   * @return symbols of its outputs
   */
  List<Tensor> add(String type, List<?> inputs, Map<String, Object> attributes) {
    return add(type, type, inputs, attributes, List.of());
  }

  /**
   * Adds an op that reads or writes resources: it runs after what wrote them before, and, if it
   * writes, after what read them.
   *
   * @param used the resources
   * @param writes whether the op changes them; then {@link #readOf} reads anew
   * @param type the op's name in TensorFlow
   * @param inputs each a tensor, or a list of tensors where the op takes a list
   * @param attributes its attributes
   * @return symbols of its outputs
   */
  List<Tensor> addStateful(
      List<?> used, boolean writes, String type, List<?> inputs, Map<String, Object> attributes) {
    List<Tensor> outputs = add(type, type, inputs, attributes, order.before(used, writes));
    order.add(nodes.get(nodes.size() - 1).operation(), used, writes);
    if (writes) {
      used.forEach(reads::remove);
    }
    return outputs;
  }

  /**
   * A node that is made once in this trace.
   *
   * @param key what it is
   * @param make makes it at the first request
   * @return the tensor
   */
  Tensor once(String key, Supplier<Tensor> make) {
    Tensor known = scalars.get(key);
    if (known == null) {
      known = make.get();
      scalars.put(key, known);
    }
    return known;
  }

  private List<Tensor> add(
      String type,
      String name,
      List<?> inputs,
      Map<String, Object> attributes,
      Iterable<NativeGraph.Operation> after) {
    List<Tensor> flat = new ArrayList<>();
    List<Object> outputs = new ArrayList<>(inputs.size());
    for (Object input : inputs) {
      if (input instanceof Tensor one) {
        Tensor here = local(one);
        flat.add(here);
        outputs.add(((Symbol) here.state()).output());
      } else {
        List<Tensor> here = ((List<?>) input).stream().map(t -> local((Tensor) t)).toList();
        flat.addAll(here);
        outputs.add(here.stream().map(t -> ((Symbol) t.state()).output()).toList());
      }
    }
    return register(
        type, flat, attributes, graph.add(type, unique(name), outputs, attributes, after));
  }

  private List<Tensor> register(
      String type,
      List<Tensor> inputs,
      Map<String, Object> attributes,
      NativeGraph.Operation operation) {
    TraceNode node = new TraceNode(nodes.size(), type, inputs, attributes, operation);
    nodes.add(node);
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < operation.dtypes().size(); i++) {
      tensors.add(
          new Tensor(
              new Symbol(this, node, i), operation.dtypes().get(i), operation.shapes().get(i)));
    }
    node.outputs(List.copyOf(tensors));
    return node.outputs();
  }

  private String unique(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_.\\-/]", "_");
    int count = names.merge(safe, 1, Integer::sum);
    return count == 1 ? safe : safe + "__" + (count - 1);
  }

  /**
   * The tensor as a symbol of this trace: itself, a constant of its value, or an argument that the
   * trace around will fill.
   *
   * @param tensor a value, or a symbol of this trace or of one around
   * @return a symbol of this trace
   */
  public Tensor local(Tensor tensor) {
    if (tensor.state() instanceof Symbol symbol) {
      return symbol.trace() == this ? tensor : capture(symbol, tensor);
    }
    NativeHandle handle = tensor.handle();
    Tensor known = constants.get(handle);
    if (known == null) {
      known =
          register("Const", List.of(), known(handle), graph.constant(handle, unique("Const")))
              .get(0);
      constants.put(handle, known);
    }
    return known;
  }

  /** What is kept of a constant for those who look at the ops: small whole numbers, as axes are. */
  private static Map<String, Object> known(NativeHandle handle) {
    boolean whole = handle.dtype() == DType.INT32 || handle.dtype() == DType.INT64;
    return whole && handle.shape().size() <= 64
        ? Map.of("ints", HostArrays.longs(handle))
        : Map.of();
  }

  private Tensor capture(Symbol symbol, Tensor tensor) {
    for (Trace around = outer; around != symbol.trace(); around = around.outer) {
      if (around == null) {
        throw new IllegalStateException(
            "A tensor of a function that has been traced already is used outside of it. Return it"
                + " from the function instead");
      }
    }
    Tensor known = captured.get(symbol);
    if (known == null) {
      known = placeholder(tensor.dtype(), tensor.shape(), "captured");
      captured.put(symbol, known);
    }
    return known;
  }

  /** Returns the tensors of traces around that this one uses, in the order of their arguments. */
  public List<Tensor> captures() {
    return captured.keySet().stream().map(s -> s.node().outputs().get(s.index())).toList();
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
    Tensor known = handles.get(resource);
    if (known == null) {
      known = takesHandles ? handleArgument(resource, dtype, shape, make) : make.get();
      handles.put(resource, known);
    }
    return known;
  }

  private Tensor handleArgument(Object resource, DType dtype, Shape shape, Supplier<Tensor> make) {
    boolean inner = outer != null && outer.takesHandles;
    Tensor argument =
        inner
            ? local(outer.handleOf(resource, dtype, shape, make))
            : placeholder(DType.RESOURCE, Shape.SCALAR, "variable");
    graph.describeResource(((Symbol) argument.state()).output(), dtype, shape);
    if (!inner) {
      handleArguments.add(resource);
    }
    return argument;
  }

  /** Returns the resources whose handles are the last arguments, in their order. */
  public List<Object> handleArguments() {
    return handleArguments;
  }

  /**
   * The value of a variable at this moment of the trace: one read serves until it is changed.
   *
   * @param variable the variable
   * @param make adds the op that reads, at the first request
   * @return a symbol of the value
   */
  public Tensor readOf(Object variable, Supplier<Tensor> make) {
    Tensor known = reads.get(variable);
    if (known == null) {
      known = make.get();
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

  /** Returns the resources that ops of this trace read or write. */
  public Set<Object> resources() {
    return order.resources();
  }

  /**
   * Makes a function callable by ops of this trace. It lives as long as the function that the trace
   * becomes.
   *
   * @param function the function, which the trace takes over
   */
  public void use(NativeFunction function) {
    graph.use(function);
  }

  /** Returns the ops so far, each after those that it depends on. */
  public List<TraceNode> nodes() {
    return nodes;
  }

  /** Returns the arguments in the order in which they were made. */
  public List<Tensor> placeholders() {
    return placeholders;
  }

  /**
   * Makes the function. The arguments are all placeholders, in the order in which they were made.
   *
   * @param name a name that no other function has
   * @param results what the function returns
   * @return the function, owned by the caller
   */
  public NativeFunction finish(String name, List<Tensor> results) {
    List<NativeGraph.Output> outputs = new ArrayList<>();
    for (Tensor result : results) {
      Tensor here = local(result);
      boolean plain = ((Symbol) here.state()).node().type().equals("Placeholder");
      Tensor named = plain ? add("Identity", List.of(here), Map.of()).get(0) : here;
      outputs.add(((Symbol) named.state()).output());
    }
    List<NativeGraph.Output> inputs =
        placeholders.stream().map(p -> ((Symbol) p.state()).output()).toList();
    return graph.toFunction(name, inputs, outputs, order.lastWrites(), Work.of(nodes));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (CURRENT.get() != this) {
        throw new IllegalStateException(
            "Trace: traces are closed by the thread that began them, innermost first");
      }
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
      scope.close();
      graph.close();
    }
  }
}

package rhyton.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeGraph;

/**
 * A function being traced: while one is open on a thread, ops add themselves to its graph instead
 * of running.
 *
 * <p>Values of tensors that are used inside become constants; symbols of a trace around become
 * arguments ({@link #captures()}). Ops that read and write a resource keep their order.
 */
public final class Trace implements AutoCloseable {
  private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

  private final Trace outer;
  private final NativeGraph graph = new NativeGraph();
  private final TensorScope scope = TensorScope.open();
  private final List<TraceNode> nodes = new ArrayList<>();
  private final Map<String, Tensor> scalars = new HashMap<>();
  private final Captures captures;
  private final List<Trace> parts = new ArrayList<>();
  private final TraceVariables variables;
  private final TraceGraph hidden;
  private final Map<String, Integer> names = new HashMap<>();
  private final List<Tensor> placeholders = new ArrayList<>();
  private String prefix;
  private boolean closed;

  /** How a part of a function gets at a tensor of the trace around it. */
  @FunctionalInterface
  public interface Captor {
    /**
     * Brings a tensor in.
     *
     * @param part the trace of the part
     * @param tensor the tensor, a symbol of a trace around
     * @return a symbol of the part
     */
    Tensor capture(Trace part, Tensor tensor);
  }

  private Trace(
      Trace outer, boolean takesHandles, Captor captor, boolean part, Set<Object> changing) {
    this.outer = outer;
    this.prefix = outer == null ? "" : outer.prefix;
    this.captures = new Captures(outer, graph, captor);
    this.variables =
        new TraceVariables(
            this,
            part,
            changing,
            takesHandles || (outer != null && outer.variables.takesHandles()));
    this.hidden = new TraceGraph(this, graph, variables);
    CURRENT.set(this);
  }

  private static Tensor asArgument(Trace part, Tensor tensor) {
    return part.placeholder(tensor.dtype(), tensor.shape(), "captured");
  }

  /**
   * Begins a trace on the calling thread.
   *
   * @return the trace, to be closed by the same thread
   */
  public static Trace begin() {
    return new Trace(CURRENT.get(), false, Trace::asArgument, false, Set.of());
  }

  /**
   * Begins the trace of a function that does not name the resources which it uses, but takes their
   * handles as its last arguments, as functions in files do.
   *
   * @return the trace, to be closed by the same thread
   * @see TraceVariables#handleArguments()
   */
  public static Trace beginTakingHandles() {
    return new Trace(CURRENT.get(), true, Trace::asArgument, false, Set.of());
  }

  /**
   * Begins the trace of a part of a function: the body of a loop, a branch, or the way back through
   * one of them. Variables are read by the trace around, unless the part changes them.
   *
   * @param around the trace that the part belongs to
   * @param captor how the part gets at tensors of it
   * @param changing variables that the part reads itself
   * @return the trace, to be suspended by the same thread; it is closed with the trace around
   */
  public static Trace beginPart(Trace around, Captor captor, Set<Object> changing) {
    return new Trace(around, false, captor, true, changing);
  }

  /** Begins the trace of a part whose captured tensors become arguments. */
  public static Trace beginPart(Trace around, Set<Object> changing) {
    return beginPart(around, Trace::asArgument, changing);
  }

  /**
   * Ends the making of a part for now: ops go to the trace that was current before.
   *
   * @param before that trace
   */
  public void suspend(Trace before) {
    if (CURRENT.get() != this) {
      throw new IllegalStateException("Trace: only the innermost trace can be suspended");
    }
    scope.close();
    outer.parts.add(this);
    CURRENT.set(before);
  }

  /**
   * Runs something while this trace is the current one again.
   *
   * @param action what runs
   * @param <T> the type of its result
   * @return its result
   */
  public <T> T during(Supplier<T> action) {
    Trace before = CURRENT.get();
    CURRENT.set(this);
    try {
      return action.get();
    } finally {
      CURRENT.set(before);
    }
  }

  Trace outer() {
    return outer;
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
   * @param writes whether the op changes them; then variables are read anew
   * @param type the op's name in TensorFlow
   * @param inputs each a tensor, or a list of tensors where the op takes a list
   * @param attributes its attributes
   * @return symbols of its outputs
   */
  List<Tensor> addStateful(
      List<?> used, boolean writes, String type, List<?> inputs, Map<String, Object> attributes) {
    List<Tensor> outputs = add(type, type, inputs, attributes, variables.before(used, writes));
    variables.used(nodes.get(nodes.size() - 1).operation(), used, writes);
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
    List<NativeGraph.Output> outputs = new ArrayList<>();
    for (int i = 0; i < operation.dtypes().size(); i++) {
      outputs.add(new NativeGraph.Output(operation, i));
    }
    return note(type, inputs, attributes, operation, outputs).outputs();
  }

  /** Returns the native graph, for those who put more than single ops into it. */
  public TraceGraph graph() {
    return hidden;
  }

  TraceNode note(
      String type,
      List<Tensor> inputs,
      Map<String, Object> attributes,
      NativeGraph.Operation operation,
      List<NativeGraph.Output> outputs) {
    TraceNode node = new TraceNode(nodes.size(), type, inputs, attributes, operation);
    nodes.add(node);
    node.extend(this, outputs);
    return node;
  }

  /**
   * Runs something whose ops have a name in front of theirs, so that messages and profiles tell
   * where they belong.
   *
   * @param name the name, of a layer for example
   * @param action what runs
   * @param <T> the type of its result
   * @return its result
   */
  public <T> T named(String name, Supplier<T> action) {
    String before = prefix;
    prefix = before + name.replaceAll("[^A-Za-z0-9_.\\-]", "_") + "/";
    try {
      return action.get();
    } finally {
      prefix = before;
    }
  }

  String unique(String name) {
    String full = prefix + name;
    String safe = (full.startsWith("_") ? "." + full : full).replaceAll("[^A-Za-z0-9_.\\-/]", "_");
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
    return captures.local(this, tensor);
  }

  Tensor constant(NativeGraph.Operation operation, Map<String, Object> known) {
    return register("Const", List.of(), known, operation).get(0);
  }

  /** Returns the tensors of traces around that this one uses, in the order of their arguments. */
  public List<Tensor> captures() {
    return captures.all();
  }

  /**
   * What stands for a tensor of a trace around.
   *
   * @param tensor the tensor
   * @return the symbol of this trace, or null if it was not captured
   */
  public Tensor captured(Tensor tensor) {
    return captures.of(tensor);
  }

  /** Returns what this trace knows of variables and other resources. */
  public TraceVariables variables() {
    return variables;
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
    return graph.toFunction(name, inputs, outputs, variables.effects(), Work.of(nodes), false);
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
      release();
    }
  }

  private void release() {
    parts.forEach(Trace::release);
    graph.close();
  }
}

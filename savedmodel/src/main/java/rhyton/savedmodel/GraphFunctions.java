package rhyton.savedmodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeGraph;
import rhyton.tensor.runtime.NativeRuntime;

/** Parts of a graph as functions of the runtime, with names and resources of their own. */
final class GraphFunctions implements AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong();

  /** Ops whose state is not a resource: only a session can keep it. */
  private static final Set<String> REFERENCES =
      Set.of("Variable", "VariableV2", "TemporaryVariable", "HashTable", "MutableHashTable");

  /** Graphs from files are not measured: TensorFlow shares out their ops as it likes. */
  private static final double UNKNOWN_WORK = Double.POSITIVE_INFINITY;

  private final String prefix = "saved_model_" + COUNT.incrementAndGet() + "_";
  private final GraphDef graph;
  private final Renaming renaming;
  private final Map<String, NodeDef> nodes = new HashMap<>();
  private final List<String> library = new ArrayList<>();
  private int made;

  GraphFunctions(GraphDef graph) {
    this.graph = graph;
    this.renaming = Renaming.withPrefix(prefix, graph);
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    try {
      for (FunctionDef function : graph.getLibrary().getFunctionList()) {
        FunctionDef renamed = renaming.function(function);
        NativeRuntime.addFunction(renamed.toByteArray());
        library.add(renamed.getSignature().getName());
      }
    } catch (RuntimeException e) {
      library.forEach(NativeRuntime::removeFunction);
      throw e;
    }
  }

  /** Whether the graph keeps all of its state in resources, as TensorFlow 2 does. */
  static boolean canHold(GraphDef graph) {
    return graph.getNodeList().stream().noneMatch(node -> REFERENCES.contains(node.getOp()));
  }

  /**
   * A part of the graph as a function.
   *
   * @param inputs names of tensors that become arguments
   * @param outputs names of tensors that become results
   * @param effects names of ops that have to run
   */
  NativeFunction function(
      Collection<String> inputs, Collection<String> outputs, Collection<String> effects) {
    Set<String> arguments = new LinkedHashSet<>();
    inputs.forEach(tensor -> arguments.add(opOf(tensor)));
    GraphDef.Builder part = GraphDef.newBuilder().setVersions(graph.getVersions());
    for (String name : reachable(arguments, outputs, effects)) {
      NodeDef node = nodes.get(name);
      part.addNode(arguments.contains(name) ? placeholder(node) : renaming.node(node));
    }
    graph
        .getLibrary()
        .getFunctionList()
        .forEach(function -> part.getLibraryBuilder().addFunction(renaming.function(function)));
    try (NativeGraph made = new NativeGraph()) {
      made.add(part.build().toByteArray());
      return made.toFunction(
          prefix + "part_" + this.made++,
          inputs.stream().map(tensor -> output(made, tensor)).toList(),
          outputs.stream().map(tensor -> output(made, tensor)).toList(),
          effects.stream().map(made::operation).toList(),
          UNKNOWN_WORK,
          false);
    }
  }

  private Set<String> reachable(
      Set<String> arguments, Collection<String> outputs, Collection<String> effects) {
    Set<String> found = new LinkedHashSet<>(arguments);
    Deque<String> pending = new ArrayDeque<>();
    outputs.forEach(tensor -> pending.add(opOf(tensor)));
    pending.addAll(effects);
    while (!pending.isEmpty()) {
      String name = pending.remove();
      require(name);
      if (found.add(name)) {
        nodes.get(name).getInputList().forEach(input -> pending.add(opOf(input)));
      }
    }
    arguments.forEach(this::require);
    return found;
  }

  private void require(String name) {
    if (!nodes.containsKey(name)) {
      throw new IllegalArgumentException("saved_model.pb: there is no op `" + name + "`");
    }
  }

  /** An argument: what computed it in the graph (a constant path, say) is replaced. */
  private static NodeDef placeholder(NodeDef node) {
    AttrValue dtype = node.getAttrOrDefault("dtype", typeOf(DataType.DT_STRING));
    NodeDef.Builder placeholder =
        NodeDef.newBuilder().setName(node.getName()).setOp("Placeholder").putAttr("dtype", dtype);
    if (node.getOp().equals("Placeholder") && node.containsAttr("shape")) {
      placeholder.putAttr("shape", node.getAttrOrThrow("shape"));
    }
    return placeholder.build();
  }

  private static AttrValue typeOf(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  static String opOf(String tensor) {
    String name = tensor.startsWith("^") ? tensor.substring(1) : tensor;
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  private static NativeGraph.Output output(NativeGraph graph, String tensor) {
    int colon = tensor.lastIndexOf(':');
    int index = colon < 0 ? 0 : Integer.parseInt(tensor.substring(colon + 1));
    return new NativeGraph.Output(graph.operation(opOf(tensor)), index);
  }

  /** The variable that an op stands for. */
  Tensor handle(String op) {
    NodeDef node = nodes.get(op);
    String name = renaming.node(node).getAttrOrThrow("shared_name").getS().toStringUtf8();
    return Op.of("VarHandleOp")
        .attr("dtype", DType.ofCode(node.getAttrOrThrow("dtype").getTypeValue()))
        .attr("shape", Shape.UNKNOWN)
        .attr("shared_name", name)
        .one();
  }

  /** Whether the graph has variables. */
  boolean hasVariables() {
    return nodes.values().stream().anyMatch(GraphFunctions::isVariable);
  }

  private static boolean isVariable(NodeDef node) {
    return node.getOp().equals("VarHandleOp");
  }

  /** Frees variables and functions. Tables go with the process: they are few and small. */
  @Override
  public void close() {
    try (TensorScope scope = TensorScope.open()) {
      for (NodeDef node : graph.getNodeList()) {
        if (isVariable(node)) {
          Op.of("DestroyResourceOp")
              .in(handle(node.getName()))
              .attr("ignore_lookup_error", true)
              .all();
        }
      }
    }
    library.forEach(NativeRuntime::removeFunction);
  }
}

package rhyton.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rhyton.config.KerasObject;
import rhyton.graph.Node;
import rhyton.graph.OpNode;
import rhyton.graph.Operation;
import rhyton.graph.Weight;
import rhyton.layers.Layer;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;
import rhyton.utils.Fields;

/** The rows of a model's summary. */
final class ModelSummary {
  private final Set<Node> relevant;
  private final List<SummaryTable.Row> rows = new ArrayList<>();

  private ModelSummary(Set<Node> relevant) {
    this.relevant = relevant;
  }

  static String text(Model model, SummaryOptions options) {
    boolean connected = model instanceof Functional graph && !isChain(graph);
    ModelSummary summary =
        new ModelSummary(model instanceof Functional g ? new HashSet<>(g.nodes()) : Set.of());
    operations(model).forEach(operation -> summary.add(operation, 0));
    return SummaryTable.render(
        model.name(), connected, summary.rows, totals(model), options.table());
  }

  private static List<? extends Operation> operations(Model model) {
    return model instanceof Functional graph ? graph.operations() : model.layers();
  }

  /** Whether each node has one input, the output of the one before, and no layer comes twice. */
  private static boolean isChain(Functional model) {
    Set<Operation> seen = new HashSet<>();
    Node before = null;
    for (Node node : model.nodes()) {
      List<Tensor> inputs = node.arguments().tensors();
      boolean follows =
          before == null
              ? inputs.size() <= 1
              : inputs.size() == 1 && Node.place(inputs.get(0)).node() == before;
      if (!follows || !seen.add(node.operation())) {
        return false;
      }
      before = node;
    }
    return true;
  }

  // ---- rows ----------------------------------------------------------------------------------

  private void add(Operation operation, int level) {
    Layer layer = operation instanceof Layer one ? one : null;
    rows.add(
        new SummaryTable.Row(
            level,
            operation.name(),
            className(operation),
            outputShape(operation),
            layer == null ? Long.valueOf(0) : params(layer),
            connections(operation),
            layer == null || layer.weights().isEmpty() ? null : layer.trainable()));
    if (operation instanceof Model model) {
      model.layers().forEach(inner -> add(inner, level + 1));
    }
  }

  private static String className(Operation operation) {
    if (operation instanceof OpNode node) {
      return node.op().className();
    }
    return operation instanceof KerasObject object
        ? object.type().name()
        : operation.getClass().getSimpleName();
  }

  private static String outputShape(Operation operation) {
    List<Node> nodes = operation.inboundNodes();
    if (nodes.isEmpty()) {
      return operation instanceof Layer layer ? builtShape(layer) : "?";
    }
    Node last = nodes.get(nodes.size() - 1);
    return SummaryTable.shape(last.outputs().stream().map(x -> x.shape().toArray()).toList());
  }

  /** The output for the shapes that a layer was built for; Keras knows it of its own classes. */
  private static String builtShape(Layer layer) {
    if (!layer.isBuilt() || Fields.isUsers(layer.getClass())) {
      return "?";
    }
    List<TensorSpec> specs =
        layer.builtWith().stream().map(s -> new TensorSpec(layer.computeDtype(), s)).toList();
    try {
      List<TensorSpec> outputs = layer.outputSpecs(specs);
      return SummaryTable.shape(outputs.stream().map(x -> x.shape().toArray()).toList());
    } catch (IllegalArgumentException e) {
      return "?"; // the layer takes inputs of another type
    }
  }

  /** The number of parameters, or null for a layer that has still to be built. */
  private static Long params(Layer layer) {
    return layer.isBuilt() || !hasBuild(layer) ? Long.valueOf(layer.countParams()) : null;
  }

  /** Whether the class of a layer says how to build it; the others are ready at once. */
  private static boolean hasBuild(Layer layer) {
    for (Class<?> c = layer.getClass(); c != Layer.class; c = c.getSuperclass()) {
      for (var method : c.getDeclaredMethods()) {
        if (method.getName().equals("build") && !method.isSynthetic()) {
          return true;
        }
      }
    }
    return false;
  }

  private List<SummaryTable.Connection> connections(Operation operation) {
    List<SummaryTable.Connection> connections = new ArrayList<>();
    for (Node node : operation.inboundNodes()) {
      if (relevant.contains(node)) {
        for (Tensor input : node.arguments().tensors()) {
          Node.Place place = Node.place(input);
          Operation from = place.node().operation();
          int call = from.inboundNodes().indexOf(place.node());
          connections.add(new SummaryTable.Connection(from.name(), call, place.index()));
        }
      }
    }
    return connections;
  }

  // ---- totals --------------------------------------------------------------------------------

  private static SummaryTable.Totals totals(Model model) {
    boolean trains = model.optimizer() != null && model.optimizer().isBuilt();
    return new SummaryTable.Totals(
        size(model.trainableWeights()),
        size(model.nonTrainableWeights()),
        trains ? size(model.optimizer().variables()) : null);
  }

  private static SummaryTable.Size size(List<Weight> weights) {
    long params = 0;
    long bytes = 0;
    for (Weight weight : weights) {
      params += weight.shape().size();
      bytes += weight.shape().size() * weight.dtype().size();
    }
    return new SummaryTable.Size(params, bytes);
  }
}

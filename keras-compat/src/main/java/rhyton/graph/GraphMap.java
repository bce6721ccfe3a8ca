package rhyton.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rhyton.tensor.Tensor;

/**
 * The order of nodes and operations between the inputs and the outputs of a functional model: by
 * depth (the number of operations to the outputs), then in the order in which a walk from the
 * outputs meets them. The order of layers, and with it of weights, is Keras's.
 *
 * @param nodes the nodes, each behind those that it depends on
 * @param operations the operations, inputs first
 */
public record GraphMap(List<Node> nodes, List<Operation> operations) {
  /** The walk backwards from the outputs. */
  private static final class Walk {
    final Set<Tensor> inputs;
    final Set<Node> finished = new HashSet<>();
    final List<Node> inOrder = new ArrayList<>();
    final Map<Operation, Integer> indices = new HashMap<>();

    Walk(List<Tensor> inputs) {
      this.inputs = new HashSet<>(inputs);
    }

    /** Without recursion, so that a deep model does not overflow the stack. */
    void from(Tensor output) {
      List<Node> path = new ArrayList<>();
      List<List<Tensor>> pending = new ArrayList<>();
      enter(output, path, pending);
      while (!path.isEmpty()) {
        List<Tensor> rest = pending.get(pending.size() - 1);
        if (rest.isEmpty()) {
          inOrder.add(path.remove(path.size() - 1));
          pending.remove(pending.size() - 1);
        } else {
          enter(rest.remove(0), path, pending);
        }
      }
    }

    private void enter(Tensor tensor, List<Node> path, List<List<Tensor>> pending) {
      Node node = Node.place(tensor).node();
      boolean outside = !node.isInput() && inputs.contains(tensor);
      if (!finished.add(node) || outside) {
        return;
      }
      indices.putIfAbsent(node.operation(), indices.size());
      path.add(node);
      List<Tensor> parents = new ArrayList<>(node.arguments().tensors());
      parents.removeIf(parent -> !parent.isFunctional());
      pending.add(parents);
    }
  }

  /**
   * Maps a model.
   *
   * @param inputs its inputs
   * @param outputs its outputs
   * @return the order
   * @throws IllegalArgumentException if an output depends on something that is no input, or two
   *     operations have one name
   */
  public static GraphMap of(List<Tensor> inputs, List<Tensor> outputs) {
    Walk walk = new Walk(inputs);
    outputs.forEach(walk::from);
    Map<Node, Integer> depths = new LinkedHashMap<>();
    Map<Operation, Integer> operationDepths = new LinkedHashMap<>();
    Set<Node> inside = new HashSet<>(walk.inOrder);
    for (int i = walk.inOrder.size() - 1; i >= 0; i--) {
      Node node = walk.inOrder.get(i);
      int depth =
          Math.max(depths.getOrDefault(node, 0), operationDepths.getOrDefault(node.operation(), 0));
      operationDepths.put(node.operation(), depth);
      depths.put(node, depth);
      for (Node parent : node.parents()) {
        if (inside.contains(parent)) {
          depths.merge(parent, depth + 1, Math::max);
        }
      }
    }
    for (Tensor input : inputs) {
      Node node = Node.place(input).node();
      if (node.isInput() && operationDepths.putIfAbsent(node.operation(), 0) == null) {
        walk.indices.put(node.operation(), -1);
        depths.put(node, 0);
      }
    }
    List<Operation> operations = new ArrayList<>(operationDepths.keySet());
    operations.sort(
        Comparator.<Operation>comparingInt(operationDepths::get)
            .reversed()
            .thenComparingInt(walk.indices::get));
    Map<Integer, List<Node>> byDepth = new TreeMap<>(Comparator.reverseOrder());
    depths.forEach(
        (node, depth) -> byDepth.computeIfAbsent(depth, d -> new ArrayList<>()).add(node));
    List<Node> nodes = byDepth.values().stream().flatMap(List::stream).toList();
    checkConnected(inputs, outputs, nodes);
    checkNames(operations);
    return new GraphMap(nodes, List.copyOf(operations));
  }

  private static void checkConnected(List<Tensor> inputs, List<Tensor> outputs, List<Node> nodes) {
    Set<Tensor> computable = new HashSet<>(inputs);
    for (Node node : nodes) {
      for (Tensor tensor : node.arguments().tensors()) {
        if (tensor.isFunctional() && !computable.contains(tensor)) {
          throw new IllegalArgumentException(
              "Graph disconnected: `"
                  + node.operation().name()
                  + "` depends on "
                  + tensor
                  + " of `"
                  + Node.place(tensor).node().operation().name()
                  + "`, which does not follow from the inputs of the model");
        }
      }
      if (!node.isInput()) { // an input that the model does not have gives nothing
        computable.addAll(node.outputs());
      }
    }
    for (Tensor output : outputs) {
      if (!computable.contains(output)) {
        throw new IllegalArgumentException(
            "Graph disconnected: the output "
                + output
                + " of `"
                + Node.place(output).node().operation().name()
                + "` does not follow from the inputs of the model");
      }
    }
  }

  private static void checkNames(List<Operation> operations) {
    Set<String> names = new HashSet<>();
    for (Operation operation : operations) {
      if (!names.add(operation.name())) {
        throw new IllegalArgumentException(
            "The name \""
                + operation.name()
                + "\" is used more than once in the model. All operation names should be unique.");
      }
    }
  }
}

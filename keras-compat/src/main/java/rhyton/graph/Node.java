package rhyton.graph;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.FunctionalHandle;
import rhyton.tensor.KerasOp;
import rhyton.tensor.OpCall;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.function.TensorSpec;

/**
 * One call of an operation on tensors of a functional model: who was called, with what, and the
 * tensors that stand for the results.
 */
public final class Node {
  private final Operation operation;
  private final CallArguments arguments;
  private final List<Tensor> outputs;

  /**
   * Records a call.
   *
   * @param operation who is called
   * @param arguments with what, in Keras's structure
   * @param results type and shape of each result
   */
  public Node(Operation operation, CallArguments arguments, List<TensorSpec> results) {
    this.operation = operation;
    this.arguments = arguments;
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      TensorSpec result = results.get(i);
      tensors.add(Tensor.functional(new Place(this, i), result.dtype(), result.shape()));
    }
    this.outputs = List.copyOf(tensors);
    operation.add(this);
  }

  /** A tensor's place: which result of which node it is. */
  public record Place(Node node, int index) implements FunctionalHandle {
    @Override
    public Object record(KerasOp op, OpCall call) {
      return OpNode.record(op, call);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * The place of a tensor in its functional model.
   *
   * @param tensor the tensor
   * @return its place
   * @throws IllegalArgumentException if it is not a tensor of a functional model
   */
  public static Place place(Tensor tensor) {
    if (tensor.state() instanceof Place place) {
      return place;
    }
    throw new IllegalArgumentException(
        "Expected a tensor of a functional model, as Input.of and calls of layers on it give."
            + " Received: "
            + tensor);
  }

  /**
   * Type and shape of what an operation would return, found by tracing it on a graph that is thrown
   * away.
   *
   * @param operation who would be called
   * @param arguments with what
   * @return the results' types and shapes
   */
  public static List<TensorSpec> resultsOf(Operation operation, CallArguments arguments) {
    try (Trace trace = Trace.begin()) {
      CallArguments symbols =
          arguments.map(x -> x.isFunctional() ? trace.placeholder(x.dtype(), x.shape(), "x") : x);
      return operation.invoke(symbols).stream().map(TensorSpec::of).toList();
    }
  }

  /** Returns who was called. */
  public Operation operation() {
    return operation;
  }

  /** Returns with what. */
  public CallArguments arguments() {
    return arguments;
  }

  /** Returns the tensors that stand for the results. */
  public List<Tensor> outputs() {
    return outputs;
  }

  /** Returns whether it stands for an input of a model. */
  public boolean isInput() {
    return arguments.tensors().isEmpty();
  }

  /** Returns the nodes that the arguments come from. */
  public List<Node> parents() {
    List<Node> parents = new ArrayList<>();
    for (Tensor tensor : arguments.tensors()) {
      if (tensor.state() instanceof Place place) {
        parents.add(place.node());
      }
    }
    return parents;
  }
}

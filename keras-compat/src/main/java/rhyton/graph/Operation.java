package rhyton.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import rhyton.config.Ticketed;
import rhyton.tensor.Tensor;

/** What stands at a node of a functional model: a layer, or an op of {@code keras.ops}. */
public abstract class Operation extends Ticketed {
  private final List<Node> inboundNodes = new ArrayList<>();

  /** For subclasses. */
  protected Operation() {}

  /** Returns the name, unique in a model. */
  public abstract String name();

  /**
   * Computes on values or symbols.
   *
   * @param arguments the arguments
   * @return the results
   */
  public abstract List<Tensor> invoke(CallArguments arguments);

  /** Returns the calls of this operation on tensors of functional models. */
  public final List<Node> inboundNodes() {
    synchronized (inboundNodes) {
      return Collections.unmodifiableList(new ArrayList<>(inboundNodes));
    }
  }

  final void add(Node node) {
    synchronized (inboundNodes) {
      inboundNodes.add(node);
    }
  }
}

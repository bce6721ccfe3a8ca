package rhyton.tensor.gradient;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;

/**
 * The way back through the ops of a trace, for {@link Gradients} and for rules of ops that consist
 * of other ops, such as loops. New ops go to the current trace, which is the walked one or a part
 * of it.
 */
public final class Backward {
  private final Trace trace;
  private final Set<Tensor> wanted;
  private final Products products;

  /** Takes over gradients that are products of two matrices, to sum them up at once later. */
  @FunctionalInterface
  public interface Products {
    /**
     * Takes over the gradient leftᵀ · right.
     *
     * @param of the tensor that it is the gradient of
     * @param left a matrix
     * @param right a matrix with as many rows
     * @return whether it was taken over; otherwise the caller computes it
     */
    boolean take(Tensor of, Tensor left, Tensor right);
  }

  /**
   * A way back.
   *
   * @param trace the trace whose ops are walked
   * @param wanted the tensors whose gradients are computed, see {@link #dependents}
   * @param products takes over products, or null
   */
  public Backward(Trace trace, Set<Tensor> wanted, Products products) {
    this.trace = trace;
    this.wanted = wanted;
    this.products = products;
  }

  /**
   * All tensors of a trace that depend on some through ops that have gradients, and these
   * themselves.
   *
   * @param trace the trace
   * @param xs the tensors
   * @return the tensors
   */
  public static Set<Tensor> dependents(Trace trace, Collection<Tensor> xs) {
    Set<Tensor> wanted = new HashSet<>(xs);
    for (TraceNode node : List.copyOf(trace.nodes())) {
      if (!Rules.stops(node.type()) && node.inputs().stream().anyMatch(wanted::contains)) {
        for (Tensor output : node.outputs()) {
          if (isDifferentiable(output)) {
            wanted.add(output);
          }
        }
      }
    }
    return wanted;
  }

  /** Returns whether a tensor holds numbers that change continuously. */
  public static boolean isDifferentiable(Tensor tensor) {
    return tensor.dtype().isFloating() || tensor.dtype().isComplex();
  }

  /**
   * Walks back.
   *
   * @param ends the gradients of where to begin
   * @return the gradients of all wanted tensors that the ends depend on
   */
  public Map<Tensor, Gradient> from(Map<Tensor, Gradient> ends) {
    Map<Tensor, Gradient> gradients = new HashMap<>(ends);
    List<TraceNode> nodes = List.copyOf(trace.nodes());
    for (int id = nodes.size() - 1; id >= 0; id--) {
      TraceNode node = nodes.get(id);
      if (node.inputs().stream().anyMatch(wanted::contains)
          && node.outputs().stream().anyMatch(gradients::containsKey)
          && !Rules.stops(node.type())) {
        pass(node, gradients);
      }
    }
    return gradients;
  }

  private void pass(TraceNode node, Map<Tensor, Gradient> gradients) {
    GradientContext context = new GradientContext(node, gradients, wanted, products);
    Rules.of(node).apply(context);
    context
        .given()
        .forEach((index, gradient) -> gradients.merge(context.in(index), gradient, Gradient::sum));
  }
}

package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhyton.tensor.Op;
import rhyton.tensor.Symbol;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.function.Variable;

/**
 * Gradients inside a traced function, by reverse mode: the function's ops are walked backwards,
 * each with the rule of its type.
 *
 * <p>Gradients are made of ops themselves, so they can be differentiated again.
 *
 * <pre>{@code
 * CompiledFunction.trace("slope", specs, x -> {
 *   Tensor y = x.get(0).square().sum();
 *   return List.of(Gradients.of(y, x).get(0).toDense());   // 2 x
 * });
 * }</pre>
 */
public final class Gradients {
  private Gradients() {}

  /**
   * The gradient of a tensor's sum with respect to other tensors.
   *
   * @param y what is differentiated, a symbol of the current trace
   * @param xs with respect to what, symbols of the current trace
   * @return the gradients; null where y does not depend on x
   * @throws UnsupportedOperationException if an op on the way has no gradient
   */
  public static List<Gradient> of(Tensor y, List<Tensor> xs) {
    Map<Tensor, Gradient> all = backwards(y, xs);
    List<Gradient> result = new ArrayList<>(xs.size());
    for (Tensor x : xs) {
      result.add(all.get(x));
    }
    return result;
  }

  /**
   * The gradient of a tensor's sum with respect to variables.
   *
   * @param y what is differentiated, a symbol of the current trace
   * @param variables the variables, as they were read in this trace
   * @return the gradients; null where y does not depend on the variable
   * @throws UnsupportedOperationException if an op on the way has no gradient
   */
  public static List<Gradient> ofVariables(Tensor y, List<Variable> variables) {
    Trace trace = Trace.current();
    List<Tensor> reads = new ArrayList<>();
    variables.forEach(variable -> reads.addAll(trace.variables().readsOf(variable)));
    Map<Tensor, Gradient> all = backwards(y, reads);
    List<Gradient> result = new ArrayList<>(variables.size());
    for (Variable variable : variables) {
      Gradient sum = null;
      for (Tensor read : trace.variables().readsOf(variable)) {
        Gradient one = all.get(read);
        sum = sum == null ? one : one == null ? sum : sum.sum(one);
      }
      result.add(sum);
    }
    return result;
  }

  private static Map<Tensor, Gradient> backwards(Tensor y, List<Tensor> xs) {
    if (!(y.state() instanceof Symbol end) || end.trace() != Trace.current()) {
      throw new IllegalStateException(
          "Gradients: what is differentiated must be computed inside the function being traced");
    }
    Set<Tensor> wanted = Backward.dependents(end.trace(), xs);
    if (!wanted.contains(y)) {
      return Map.of();
    }
    Gradient one = Gradient.dense(Op.of("OnesLike").in(y).one());
    return new Backward(end.trace(), wanted, null).from(Map.of(y, one));
  }
}

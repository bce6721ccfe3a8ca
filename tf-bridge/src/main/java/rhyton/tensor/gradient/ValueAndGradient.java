package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

/**
 * What a function gives, and the gradients of its first result: with respect to tensors that it is
 * called with, and to variables that it reads.
 *
 * <p>Inside a traced function all of it becomes part of that function. Elsewhere the function is
 * traced by itself, run once and freed again. As under TensorFlow's {@code GradientTape}, gradients
 * flow through what happens inside of the function only: what was computed before is a constant.
 * Gradients are made of ops themselves, so that one {@code ValueAndGradient} inside of another one
 * gives derivatives of second order.
 *
 * <pre>{@code
 * Tensor at = Tensor.of(new float[] {1, 2, 3});
 * var both = ValueAndGradient.of(t -> t.square().sum(), at);
 * both.value();      // 14
 * both.gradient();   // [2, 4, 6]
 * }</pre>
 *
 * @param values what the function gave; the first one was differentiated
 * @param gradients one for each tensor, then for each variable; null where the first value does not
 *     depend on it
 */
public record ValueAndGradient(List<Tensor> values, List<Gradient> gradients) {
  /**
   * Differentiates a function of a tensor.
   *
   * @param f the function; if its result is not a single number, its sum is differentiated
   * @param x where
   * @return value and gradient
   */
  public static ValueAndGradient of(UnaryOperator<Tensor> f, Tensor x) {
    return of(xs -> one(f.apply(xs.get(0))), List.of(x), List.of());
  }

  /**
   * Differentiates what reads variables.
   *
   * @param f computes from the variables; if its result is not a single number, its sum is
   *     differentiated
   * @param variables the variables
   * @return the value, and a gradient for each variable
   */
  public static ValueAndGradient of(Supplier<Tensor> f, List<Variable> variables) {
    return of(xs -> one(f.get()), List.of(), variables);
  }

  /**
   * Differentiates the first result of a function of tensors that may read variables. Its further
   * results are given back beside it.
   *
   * @param f the function; it is called once
   * @param xs its arguments
   * @param variables variables that it reads
   * @return the values, and a gradient for each argument, then for each variable
   * @throws IllegalArgumentException if the function gives nothing
   * @throws UnsupportedOperationException if an op on the way has no gradient
   */
  public static ValueAndGradient of(
      Function<List<Tensor>, List<Tensor>> f, List<Tensor> xs, List<Variable> variables) {
    Trace trace = Trace.current();
    return trace == null ? atOnce(f, xs, variables) : traced(trace, f, xs, variables);
  }

  private static List<Tensor> one(Tensor value) {
    return value == null ? List.of() : List.of(value);
  }

  // ---- inside a traced function --------------------------------------------------------------

  private static ValueAndGradient traced(
      Trace trace,
      Function<List<Tensor>, List<Tensor>> f,
      List<Tensor> xs,
      List<Variable> variables) {
    readAnew(trace, variables);
    List<Integer> before =
        variables.stream().map(v -> trace.variables().readsOf(v).size()).toList();
    List<Tensor> inside = xs.stream().map(ValueAndGradient::copy).toList();
    List<Tensor> values = checked(f.apply(inside)).stream().map(trace::local).toList();
    List<Tensor> targets = new ArrayList<>(inside);
    for (int i = 0; i < variables.size(); i++) {
      targets.addAll(reads(trace, variables.get(i), before.get(i)));
    }
    List<Gradient> all = Gradients.of(values.get(0), targets);
    List<Gradient> gradients = new ArrayList<>(all.subList(0, xs.size()));
    int next = xs.size();
    for (int i = 0; i < variables.size(); i++) {
      int reads = reads(trace, variables.get(i), before.get(i)).size();
      gradients.add(sum(all.subList(next, next + reads)));
      next += reads;
    }
    return new ValueAndGradient(values, gradients);
  }

  /**
   * A variable that this trace has read is read once more inside of the function: an op that counts
   * as a change, and does nothing, stands between.
   */
  private static void readAnew(Trace trace, List<Variable> variables) {
    Object[] known =
        variables.stream().filter(v -> !trace.variables().readsOf(v).isEmpty()).toArray();
    if (known.length > 0) {
      Op.of("NoOp").writes(known).all();
    }
  }

  private static List<Tensor> reads(Trace trace, Variable variable, int from) {
    List<Tensor> all = trace.variables().readsOf(variable);
    return all.subList(from, all.size());
  }

  private static Tensor copy(Tensor x) {
    Tensor copy = Op.of("Identity").in(x).one();
    copy.setMask(x.mask());
    return copy;
  }

  private static Gradient sum(List<Gradient> gradients) {
    Gradient sum = null;
    for (Gradient one : gradients) {
      sum = sum == null ? one : one == null ? sum : sum.sum(one);
    }
    return sum;
  }

  private static List<Tensor> checked(List<Tensor> values) {
    if (values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(
          "ValueAndGradient: the function must return a tensor. Received: " + values);
    }
    return values;
  }

  // ---- at once -------------------------------------------------------------------------------

  private static ValueAndGradient atOnce(
      Function<List<Tensor>, List<Tensor>> f, List<Tensor> xs, List<Variable> variables) {
    List<Gradient> symbols = new ArrayList<>();
    List<TensorSpec> specs = xs.stream().map(TensorSpec::of).toList();
    try (CompiledFunction function =
        CompiledFunction.trace(
            "value_and_gradient",
            specs,
            arguments -> {
              ValueAndGradient both = of(f, arguments, variables);
              symbols.addAll(both.gradients());
              List<Tensor> results = new ArrayList<>(both.values());
              both.gradients().forEach(gradient -> results.addAll(parts(gradient)));
              return results;
            })) {
      List<Tensor> results = function.call(xs);
      int next = results.size();
      for (Gradient symbol : symbols) {
        next -= parts(symbol).size();
      }
      List<Tensor> values = List.copyOf(results.subList(0, next));
      List<Gradient> gradients = new ArrayList<>();
      for (int i = 0; i < symbols.size(); i++) {
        int parts = parts(symbols.get(i)).size();
        Tensor target =
            i < xs.size() ? xs.get(i) : parts == 2 ? variables.get(i - xs.size()).read() : null;
        gradients.add(of(results.subList(next, next + parts), target));
        next += parts;
      }
      return new ValueAndGradient(values, gradients);
    }
  }

  private static List<Tensor> parts(Gradient gradient) {
    if (gradient == null) {
      return List.of();
    }
    return gradient.isSparse()
        ? List.of(gradient.values(), gradient.indices())
        : List.of(gradient.values());
  }

  private static Gradient of(List<Tensor> parts, Tensor target) {
    return switch (parts.size()) {
      case 0 -> null;
      case 1 -> Gradient.dense(parts.get(0));
      default -> Gradient.sparse(parts.get(0), parts.get(1), target);
    };
  }

  // ---- results -------------------------------------------------------------------------------

  /** Returns the value that was differentiated. */
  public Tensor value() {
    return values.get(0);
  }

  /**
   * One of the results of the function.
   *
   * @param index which one; the first was differentiated
   * @return the result
   */
  public Tensor value(int index) {
    return values.get(index);
  }

  /** Returns the first gradient in full, or null if the value does not depend on it. */
  public Tensor gradient() {
    Gradient first = gradients.get(0);
    return first == null ? null : first.toDense();
  }
}

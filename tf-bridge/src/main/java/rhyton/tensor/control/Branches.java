package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;

/**
 * Choices between computations. In a traced function they become native branches, of which only one
 * runs, with gradients; on values the one that is chosen runs.
 *
 * <pre>{@code
 * Tensor x = Tensor.of(-3f);
 * Tensor y = Branches.cond(x.less(0f), () -> x.negative(), () -> x.sqrt());   // 3
 * }</pre>
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops: core</a>
 */
public final class Branches {
  private Branches() {}

  /**
   * One of two results.
   *
   * @param condition a truth value of shape ()
   * @param whenTrue computes the result if the condition holds
   * @param whenFalse computes it otherwise, with the same dtype
   * @return the result
   * @throws IllegalArgumentException if the branches give results of different types
   */
  public static Tensor cond(
      Tensor condition, Supplier<Tensor> whenTrue, Supplier<Tensor> whenFalse) {
    return condAll(condition, () -> List.of(whenTrue.get()), () -> List.of(whenFalse.get())).get(0);
  }

  /**
   * One of two lists of results; branches may change variables, too.
   *
   * @param condition a truth value of shape ()
   * @param whenTrue computes the results if the condition holds
   * @param whenFalse computes them otherwise: as many, with the same dtypes
   * @return the results
   * @throws IllegalArgumentException if the branches give results of different number or types
   */
  public static List<Tensor> condAll(
      Tensor condition, Supplier<List<Tensor>> whenTrue, Supplier<List<Tensor>> whenFalse) {
    Known.requireNoPlaces("cond", List.of(condition));
    if (condition.dtype() != DType.BOOL || condition.rank() > 0) {
      throw new IllegalArgumentException(
          "cond: the condition must be a bool of shape (). Received: " + condition);
    }
    if (Trace.current() == null) {
      return (condition.booleans()[0] ? whenTrue : whenFalse).get();
    }
    return traced("cond", condition.cast(DType.INT32), List.of(whenFalse, whenTrue));
  }

  /**
   * Does something if a condition holds.
   *
   * <pre>{@code
   * Branches.when(counter.read().mod(10).equal(0), () -> total.assign(zeros));
   * }</pre>
   *
   * @param condition a truth value of shape ()
   * @param effects changes variables; inside a traced function it is traced once, whatever the
   *     condition, and may use tensors of the function
   */
  public static void when(Tensor condition, Runnable effects) {
    condAll(
        condition,
        () -> {
          effects.run();
          return List.of();
        },
        List::of);
  }

  /**
   * One of several results, chosen by a number.
   *
   * @param index which branch is taken, a whole number of shape (); taken to the nearest branch
   *     there is
   * @param branches the branches, functions of the operands
   * @param operands what the branches are called with
   * @return the results
   * @throws IllegalArgumentException if the branches give results of different number or types
   */
  public static List<Tensor> switchCase(
      Tensor index, List<Function<List<Tensor>, List<Tensor>>> branches, List<Tensor> operands) {
    Known.requireNoPlaces("switchCase", List.of(index));
    Known.requireNoPlaces("switchCase", operands);
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("switchCase: expected at least one branch");
    }
    Tensor clamped =
        Op.of("ClipByValue")
            .in(index.cast(DType.INT32))
            .in(Tensor.of(0))
            .in(Tensor.of(branches.size() - 1))
            .one();
    if (Trace.current() == null) {
      return branches.get(clamped.ints()[0]).apply(operands);
    }
    List<Supplier<List<Tensor>>> bodies = new ArrayList<>();
    branches.forEach(branch -> bodies.add(() -> branch.apply(operands)));
    return traced("switchCase", clamped, bodies);
  }

  private static List<Tensor> traced(
      String name, Tensor index, List<Supplier<List<Tensor>>> bodies) {
    Trace around = Trace.current();
    Tensor here = around.local(index);
    List<Branch.Part> parts = bodies.stream().map(Branch.Part::of).toList();
    List<Tensor> first = parts.get(0).results();
    for (Branch.Part part : parts) {
      List<DType> types = part.results().stream().map(Tensor::dtype).toList();
      if (!types.equals(first.stream().map(Tensor::dtype).toList())) {
        throw new IllegalArgumentException(
            name
                + ": all branches must give results of the same types. Received: "
                + parts.stream()
                    .map(p -> p.results().stream().map(Tensor::dtype).toList())
                    .toList());
      }
    }
    return List.copyOf(Branch.place(here, parts).outputs().subList(0, first.size()));
  }

  /** What two shapes agree about. */
  static Shape common(Shape a, Shape b) {
    if (!a.hasRank() || !b.hasRank() || a.rank() != b.rank()) {
      return Shape.UNKNOWN;
    }
    long[] dims = a.toArray();
    for (int i = 0; i < dims.length; i++) {
      dims[i] = dims[i] == b.get(i) ? dims[i] : -1;
    }
    return Shape.of(dims);
  }
}

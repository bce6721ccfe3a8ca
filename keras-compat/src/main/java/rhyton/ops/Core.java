package rhyton.ops;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import rhyton.tensor.DType;
import rhyton.tensor.ElementwiseOps;
import rhyton.tensor.IndexingOps;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.control.Branches;
import rhyton.tensor.control.CustomGradient;
import rhyton.tensor.control.Loops;
import rhyton.tensor.control.Recompute;

/**
 * The functions of {@code keras.ops.core}: basic operations. Each calls the method of {@link
 * Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops</a>
 */
public final class Core {
  private Core() {}

  /** Converts the elements to another type; see {@link ElementwiseOps#cast(DType)}. */
  public static Tensor cast(Tensor x, DType dtype) {
    return x.cast(dtype);
  }

  /**
   * Zeros with values at indices, where this tensor holds the indices; values at the same index add
   * up; see {@link IndexingOps#scatter(Object, long...)}.
   */
  public static Tensor scatter(Tensor x, Object values, long... shape) {
    return x.scatter(values, shape);
  }

  /**
   * This tensor with other values at some indices; see {@link IndexingOps#scatterUpdate(Object,
   * Object)}.
   */
  public static Tensor scatterUpdate(Tensor x, Object indices, Object updates) {
    return x.scatterUpdate(indices, updates);
  }

  /**
   * This tensor with values that meet its own at some indices; see {@link
   * IndexingOps#scatterUpdate(Object, Object, String)}.
   */
  public static Tensor scatterUpdate(Tensor x, Object indices, Object updates, String reduction) {
    return x.scatterUpdate(indices, updates, reduction);
  }

  /** A block of this tensor; see {@link IndexingOps#slice(Object, long...)}. */
  public static Tensor slice(Tensor x, Object startIndices, long... shape) {
    return x.slice(startIndices, shape);
  }

  /**
   * This tensor with other values in a block; see {@link IndexingOps#sliceUpdate(Object, Object)}.
   */
  public static Tensor sliceUpdate(Tensor x, Object startIndices, Object updates) {
    return x.sliceUpdate(startIndices, updates);
  }

  /**
   * The same values, through which no gradient flows; see {@link ElementwiseOps#stopGradient()}.
   */
  public static Tensor stopGradient(Tensor x) {
    return x.stopGradient();
  }

  /** Cuts into slices, which lose the axis; see {@link ShapeOps#unstack(int)}. */
  public static List<Tensor> unstack(Tensor x, int axis) {
    return x.unstack(axis);
  }

  /** Goes through sequences with a state; see {@link Loops#scan(Loops.Round, List, List)}. */
  public static Loops.Result scan(Loops.Round f, List<Tensor> init, List<Tensor> xs) {
    return Loops.scan(f, init, xs);
  }

  /**
   * Goes through sequences with a state; see {@link Loops#scan(Loops.Round, List, List, Integer,
   * boolean)}.
   */
  public static Loops.Result scan(
      Loops.Round f, List<Tensor> init, List<Tensor> xs, Integer length, boolean reverse) {
    return Loops.scan(f, init, xs, length, reverse);
  }

  /** Combines each element with all before it; see {@link Loops#associativeScan}. */
  public static List<Tensor> associativeScan(
      BinaryOperator<List<Tensor>> f, List<Tensor> elems, boolean reverse, int axis) {
    return Loops.associativeScan(f, elems, reverse, axis);
  }

  /** Repeats while a condition holds; see {@link Loops#whileLoop}. */
  public static List<Tensor> whileLoop(
      Function<List<Tensor>, Tensor> cond,
      UnaryOperator<List<Tensor>> body,
      List<Tensor> loopVars,
      Integer maximumIterations) {
    return Loops.whileLoop(cond, body, loopVars, maximumIterations);
  }

  /** Counts; see {@link Loops#foriLoop}. */
  public static List<Tensor> foriLoop(
      int lower, int upper, Loops.NumberedRound bodyFun, List<Tensor> initVal) {
    return Loops.foriLoop(lower, upper, bodyFun, initVal);
  }

  /** Applies a function to each element along the first axis; see {@link Loops#map}. */
  public static Tensor map(UnaryOperator<Tensor> f, Tensor xs) {
    return Loops.map(x -> List.of(f.apply(x.get(0))), List.of(xs)).get(0);
  }

  /** Applies a function to each element along the first axis; see {@link Loops#map}. */
  public static List<Tensor> map(UnaryOperator<List<Tensor>> f, List<Tensor> xs) {
    return Loops.map(f, xs);
  }

  /**
   * Applies a function to each element along the first axis, as {@link #map(UnaryOperator, Tensor)}
   * does: in Keras the two differ only in how they run.
   */
  public static Tensor vectorizedMap(UnaryOperator<Tensor> function, Tensor elements) {
    return map(function, elements);
  }

  /** One of two results; see {@link Branches#cond}. */
  public static Tensor cond(Tensor pred, Supplier<Tensor> trueFn, Supplier<Tensor> falseFn) {
    return Branches.cond(pred, trueFn, falseFn);
  }

  /** One of several results; Keras's {@code switch}, see {@link Branches#switchCase}. */
  public static List<Tensor> switchCase(
      Tensor index, List<Function<List<Tensor>, List<Tensor>>> branches, List<Tensor> operands) {
    return Branches.switchCase(index, branches, operands);
  }

  /** A function that says what its gradient is; see {@link CustomGradient}. */
  public static List<Tensor> customGradient(
      Function<List<Tensor>, CustomGradient.Result> f, List<Tensor> xs) {
    return CustomGradient.of(f, xs);
  }

  /** Keras's {@code remat}: computes again on the way back; see {@link Recompute}. */
  public static List<Tensor> remat(UnaryOperator<List<Tensor>> f, List<Tensor> xs) {
    return Recompute.of(f, xs);
  }
}

package rhyton.ops;

import java.util.List;
import rhyton.tensor.DType;
import rhyton.tensor.ElementwiseOps;
import rhyton.tensor.IndexingOps;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

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
}

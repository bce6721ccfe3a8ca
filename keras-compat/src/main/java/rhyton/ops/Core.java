package rhyton.ops;

import java.util.List;
import rhyton.tensor.DType;
import rhyton.tensor.ElementwiseOps;
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

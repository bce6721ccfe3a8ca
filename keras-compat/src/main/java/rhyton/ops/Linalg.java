package rhyton.ops;

import rhyton.tensor.LinalgOps;
import rhyton.tensor.Tensor;

/**
 * The functions of {@code keras.ops.linalg}: linear algebra. Each calls the method of {@link
 * Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/linalg/">keras.ops</a>
 */
public final class Linalg {
  private Linalg() {}

  /**
   * The norm of a vector or matrix: the root of the sum of squares; see {@link
   * LinalgOps#norm(int...)}.
   */
  public static Tensor norm(Tensor x, int... axis) {
    return x.norm(axis);
  }

  /** The norm of a vector or matrix; see {@link LinalgOps#norm(Object, boolean, int...)}. */
  public static Tensor norm(Tensor x, Object order, boolean keepdims, int... axis) {
    return x.norm(order, keepdims, axis);
  }
}

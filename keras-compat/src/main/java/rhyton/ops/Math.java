package rhyton.ops;

import java.util.List;
import rhyton.tensor.ElementwiseOps;
import rhyton.tensor.MathOps;
import rhyton.tensor.Tensor;

/**
 * The functions of {@code keras.ops.math}: mathematics beyond NumPy. Each calls the method of
 * {@link Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops</a>
 */
@SuppressWarnings("JavaLangClash") // the name of Keras's module
public final class Math {
  private Math() {}

  /** The error function; see {@link ElementwiseOps#erf()}. */
  public static Tensor erf(Tensor x) {
    return x.erf();
  }

  /**
   * Whether the class with the number in this tensor is among the k greatest predictions; equal
   * predictions count in its favour; see {@link MathOps#inTopK(Tensor, int)}.
   */
  public static Tensor inTopK(Tensor targets, Tensor predictions, int k) {
    return targets.inTopK(predictions, k);
  }

  /**
   * The logarithm of the sum of exponentials, without overflow; see {@link
   * MathOps#logsumexp(int...)}.
   */
  public static Tensor logsumexp(Tensor x, int... axis) {
    return x.logsumexp(axis);
  }

  /**
   * The logarithm of the sum of exponentials, without overflow; see {@link
   * MathOps#logsumexp(boolean, int...)}.
   */
  public static Tensor logsumexp(Tensor x, boolean keepdims, int... axis) {
    return x.logsumexp(keepdims, axis);
  }

  /** One over the square root: {@code 1 / sqrt(x)}; see {@link ElementwiseOps#rsqrt()}. */
  public static Tensor rsqrt(Tensor x) {
    return x.rsqrt();
  }

  /** The k greatest elements along the last axis; see {@link MathOps#topK(int, boolean)}. */
  public static List<Tensor> topK(Tensor x, int k, boolean sorted) {
    return x.topK(k, sorted);
  }
}

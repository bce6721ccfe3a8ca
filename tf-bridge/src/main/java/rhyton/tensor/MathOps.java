package rhyton.tensor;

import java.util.List;

/**
 * The greatest elements, and sums of exponentials.
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops</a>
 */
public sealed interface MathOps permits Tensor {

  /**
   * The k greatest elements along the last axis.
   *
   * @param k how many
   * @param sorted whether the greatest comes first
   * @return the elements, and their indices as int32; of equal elements the lower index comes first
   */
  default List<Tensor> topK(int k, boolean sorted) {
    return MathKernels.TOP_K.many(OpCall.of(this).with("k", k).with("sorted", sorted));
  }

  /**
   * Whether the class with the number in this tensor is among the k greatest predictions; equal
   * predictions count in its favour.
   *
   * @param predictions a row of numbers for each element of this tensor: {@code (batch, classes)}
   * @param k how many
   * @return truth values: {@code (batch)}
   */
  default Tensor inTopK(Tensor predictions, int k) {
    return MathKernels.IN_TOP_K.one(OpCall.of(this, predictions).with("k", k));
  }

  /**
   * The logarithm of the sum of exponentials, without overflow.
   *
   * @param axis the axes, which are dropped; none: all
   * @return the result, without these axes
   */
  default Tensor logsumexp(int... axis) {
    return logsumexp(false, axis);
  }

  /**
   * The logarithm of the sum of exponentials, without overflow.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none: all
   * @return the result
   */
  default Tensor logsumexp(boolean keepdims, int... axis) {
    return MathKernels.LOGSUMEXP.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }
}

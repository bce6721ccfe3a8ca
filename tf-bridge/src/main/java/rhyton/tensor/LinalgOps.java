package rhyton.tensor;

/**
 * Products of matrices and what belongs to them.
 *
 * @see <a href="https://keras.io/api/ops/linalg/">keras.ops.linalg</a>
 */
public sealed interface LinalgOps permits Tensor {

  /**
   * The product of matrices: {@code x1 · x2}; further axes in front are batches and broadcast, a
   * vector counts as a row on the left and as a column on the right.
   *
   * @param x2 a tensor or an array
   * @return the product
   */
  default Tensor matmul(Object x2) {
    return Linalg.MATMUL.one(this, x2);
  }
}

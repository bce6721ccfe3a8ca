package rhyton.tensor;

/**
 * Diagonals and triangles of matrices.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface DiagonalOps permits Tensor {

  /**
   * A square matrix with this vector as its diagonal; of a matrix, its diagonal.
   *
   * @param k which diagonal: 0 for the main one, above it positive, below it negative
   * @return a matrix for a vector, a vector for a matrix
   */
  default Tensor diag(int k) {
    return Diagonals.DIAG.one(OpCall.of(this).with("k", k));
  }

  /**
   * A square matrix with all elements of this tensor, row by row, as its diagonal.
   *
   * @param k which diagonal: 0 for the main one, above it positive, below it negative
   * @return a matrix
   */
  default Tensor diagflat(int k) {
    return Diagonals.DIAGFLAT.one(OpCall.of(this).with("k", k));
  }

  /**
   * The diagonals of matrices.
   *
   * @param offset which diagonal: 0 for the main one, above it positive, below it negative; Keras's
   *     default is 0
   * @param axis1 the axis of rows; Keras's default is 0
   * @param axis2 the axis of columns; Keras's default is 1
   * @return the diagonals along the last axis, in place of both axes
   */
  default Tensor diagonal(int offset, int axis1, int axis2) {
    return Diagonals.DIAGONAL.one(
        OpCall.of(this).with("offset", offset).with("axis1", axis1).with("axis2", axis2));
  }

  /**
   * The sums of diagonals of matrices; narrow whole numbers are summed as 32-bit ones.
   *
   * @param offset which diagonal: 0 for the main one, above it positive, below it negative; Keras's
   *     default is 0
   * @param axis1 the axis of rows; Keras's default is 0
   * @param axis2 the axis of columns; Keras's default is 1
   * @return a number for each matrix
   */
  default Tensor trace(int offset, int axis1, int axis2) {
    return Diagonals.TRACE.one(
        OpCall.of(this).with("offset", offset).with("axis1", axis1).with("axis2", axis2));
  }

  /**
   * The lower triangles of matrices, the last two axes; all else is 0.
   *
   * @param k up to which diagonal: 0 for the main one, above it positive, below it negative
   * @return matrices of the same shape
   */
  default Tensor tril(int k) {
    return Diagonals.TRIL.one(OpCall.of(this).with("k", k));
  }

  /**
   * The upper triangles of matrices, the last two axes; all else is 0.
   *
   * @param k from which diagonal: 0 for the main one, above it positive, below it negative
   * @return matrices of the same shape
   */
  default Tensor triu(int k) {
    return Diagonals.TRIU.one(OpCall.of(this).with("k", k));
  }
}

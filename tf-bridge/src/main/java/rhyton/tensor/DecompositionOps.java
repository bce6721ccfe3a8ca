package rhyton.tensor;

import java.util.List;

/**
 * Inverses, decompositions and determinants of matrices, and linear equations. The last two axes
 * are rows and columns, all others are batches.
 *
 * @see <a href="https://keras.io/api/ops/linalg/">keras.ops.linalg</a>
 */
public sealed interface DecompositionOps permits Tensor {

  /**
   * The Cholesky decomposition of symmetric matrices with positive eigenvalues: {@code x = L · Lᵀ}.
   *
   * @return the lower triangles L
   */
  default Tensor cholesky() {
    return cholesky(false);
  }

  /**
   * The Cholesky decomposition of symmetric matrices with positive eigenvalues.
   *
   * @param upper whether the upper triangles, {@code Lᵀ}, are returned
   * @return triangles, of the shape of this tensor
   */
  default Tensor cholesky(boolean upper) {
    return Matrices.CHOLESKY.one(OpCall.of(this).with("upper", upper));
  }

  /**
   * The inverse of matrices of which this tensor holds the Cholesky decomposition.
   *
   * @param upper whether it holds upper triangles
   * @return the inverse matrices
   */
  default Tensor choleskyInverse(boolean upper) {
    return Matrices.CHOLESKY_INVERSE.one(OpCall.of(this).with("upper", upper));
  }

  /**
   * The determinant of square matrices.
   *
   * @return a number for each matrix
   */
  default Tensor det() {
    return Matrices.DET.one(this);
  }

  /**
   * The inverse of square matrices.
   *
   * @return matrices of the same shape
   */
  default Tensor inv() {
    return Matrices.INV.one(this);
  }

  /**
   * Eigenvalues and eigenvectors of symmetric or Hermitian matrices, of which the lower triangle is
   * read.
   *
   * @return the eigenvalues in rising order, {@code (…, n)}, and the eigenvectors as columns,
   *     {@code (…, n, n)}
   */
  default List<Tensor> eigh() {
    return Matrices.EIGH.many(OpCall.of(this));
  }

  /**
   * The LU decomposition with exchanged rows. It has no gradient.
   *
   * @return both triangles in one matrix (the ones on the diagonal of L are left out), and for each
   *     row where it came from
   */
  default List<Tensor> luFactor() {
    return Matrices.LU_FACTOR.many(OpCall.of(this));
  }

  /**
   * The QR decomposition: {@code x = Q · R}, with orthogonal columns in Q and an upper triangle R.
   *
   * @return Q {@code (…, m, k)} and R {@code (…, k, n)}, with the smaller of both sides as k
   */
  default List<Tensor> qr() {
    return qr("reduced");
  }

  /**
   * The QR decomposition: {@code x = Q · R}, with orthogonal columns in Q and an upper triangle R.
   *
   * @param mode "reduced", or "complete" for square Q, which has a gradient only if there are at
   *     least as many columns as rows
   * @return Q and R
   */
  default List<Tensor> qr(String mode) {
    return Matrices.QR.many(OpCall.of(this).with("mode", mode));
  }

  /**
   * Solves {@code this · x = b}.
   *
   * @param b the right sides: columns, or a vector if it has one axis less than this tensor
   * @return x, of the shape of b
   */
  default Tensor solve(Object b) {
    return Matrices.SOLVE.one(this, b);
  }

  /**
   * Solves {@code this · x = b}, where this tensor holds triangles.
   *
   * @param b the right sides: columns, or a vector if it has one axis less than this tensor
   * @param lower whether the lower triangles are read; Keras's default is the upper ones
   * @return x, of the shape of b
   */
  default Tensor solveTriangular(Object b, boolean lower) {
    return Matrices.SOLVE_TRIANGULAR.one(OpCall.of(this, b).with("lower", lower));
  }

  /**
   * The singular value decomposition: {@code x = U · diag(s) · Vh}. Vectors have a gradient where
   * the values differ.
   *
   * @param fullMatrices whether U and Vh are square; Keras's default is true
   * @return U, s in falling order and Vh
   */
  default List<Tensor> svd(boolean fullMatrices) {
    return Matrices.SVD.many(OpCall.of(this).with("full_matrices", fullMatrices));
  }

  /**
   * The singular values alone.
   *
   * @return the values in falling order, {@code (…, k)}
   */
  default Tensor singularValues() {
    return Matrices.SVD.one(OpCall.of(this).with("compute_uv", false));
  }

  /**
   * The solution of {@code this · x = b} with the least sum of squared errors.
   *
   * @param b the right sides: columns or one vector
   * @param rcond singular values below this share of the greatest count as 0; null for the type's
   *     precision times the longer side
   * @return x
   */
  default Tensor lstsq(Object b, Double rcond) {
    return Matrices.LSTSQ.one(OpCall.of(this, b).with("rcond", rcond));
  }

  /**
   * The pseudoinverse of matrices.
   *
   * @param rcond singular values up to this share of the greatest count as 0; null for the type's
   *     precision times ten times the longer side
   * @return matrices with rows and columns exchanged
   */
  default Tensor pinv(Double rcond) {
    return Matrices.PINV.one(OpCall.of(this).with("rcond", rcond));
  }

  /**
   * How many singular values of matrices are not 0.
   *
   * @param tol values up to it count as 0; null for the greatest times the longer side times the
   *     type's precision
   * @return whole numbers, one for each matrix
   */
  default Tensor matrixRank(Double tol) {
    return Matrices.MATRIX_RANK.one(OpCall.of(this).with("tol", tol));
  }

  /**
   * The logarithm of the determinant of symmetric matrices with positive eigenvalues.
   *
   * @return a number for each matrix
   */
  default Tensor logdet() {
    return Matrices.LOGDET.one(this);
  }

  /**
   * Sign and logarithm of the absolute value of the determinant.
   *
   * @return the sign and the logarithm, a number each for each matrix
   */
  default List<Tensor> slogdet() {
    return Matrices.SLOGDET.many(OpCall.of(this));
  }
}

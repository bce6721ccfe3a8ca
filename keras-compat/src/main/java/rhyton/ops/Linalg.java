package rhyton.ops;

import java.util.List;
import rhyton.tensor.DecompositionOps;
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
   * The Cholesky decomposition of symmetric matrices with positive eigenvalues: {@code x = L · Lᵀ};
   * see {@link DecompositionOps#cholesky()}.
   */
  public static Tensor cholesky(Tensor x) {
    return x.cholesky();
  }

  /**
   * The Cholesky decomposition of symmetric matrices with positive eigenvalues; see {@link
   * DecompositionOps#cholesky(boolean)}.
   */
  public static Tensor cholesky(Tensor x, boolean upper) {
    return x.cholesky(upper);
  }

  /**
   * The inverse of matrices of which this tensor holds the Cholesky decomposition; see {@link
   * DecompositionOps#choleskyInverse(boolean)}.
   */
  public static Tensor choleskyInverse(Tensor x, boolean upper) {
    return x.choleskyInverse(upper);
  }

  /** The determinant of square matrices; see {@link DecompositionOps#det()}. */
  public static Tensor det(Tensor x) {
    return x.det();
  }

  /**
   * Eigenvalues and eigenvectors of symmetric or Hermitian matrices, of which the lower triangle is
   * read; see {@link DecompositionOps#eigh()}.
   */
  public static List<Tensor> eigh(Tensor x) {
    return x.eigh();
  }

  /** The inverse of square matrices; see {@link DecompositionOps#inv()}. */
  public static Tensor inv(Tensor x) {
    return x.inv();
  }

  /**
   * The solution of {@code this · x = b} with the least sum of squared errors; see {@link
   * DecompositionOps#lstsq(Object, Double)}.
   */
  public static Tensor lstsq(Tensor x, Object b, Double rcond) {
    return x.lstsq(b, rcond);
  }

  /** The LU decomposition with exchanged rows; see {@link DecompositionOps#luFactor()}. */
  public static List<Tensor> luFactor(Tensor x) {
    return x.luFactor();
  }

  /**
   * How many singular values of matrices are not 0; see {@link
   * DecompositionOps#matrixRank(Double)}.
   */
  public static Tensor matrixRank(Tensor x, Double tol) {
    return x.matrixRank(tol);
  }

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

  /** The pseudoinverse of matrices; see {@link DecompositionOps#pinv(Double)}. */
  public static Tensor pinv(Tensor x, Double rcond) {
    return x.pinv(rcond);
  }

  /**
   * The QR decomposition: {@code x = Q · R}, with orthogonal columns in Q and an upper triangle R;
   * see {@link DecompositionOps#qr()}.
   */
  public static List<Tensor> qr(Tensor x) {
    return x.qr();
  }

  /**
   * The QR decomposition: {@code x = Q · R}, with orthogonal columns in Q and an upper triangle R;
   * see {@link DecompositionOps#qr(String)}.
   */
  public static List<Tensor> qr(Tensor x, String mode) {
    return x.qr(mode);
  }

  /** The singular values alone; see {@link DecompositionOps#singularValues()}. */
  public static Tensor singularValues(Tensor x) {
    return x.singularValues();
  }

  /** Solves {@code this · x = b}; see {@link DecompositionOps#solve(Object)}. */
  public static Tensor solve(Tensor x, Object b) {
    return x.solve(b);
  }

  /**
   * Solves {@code this · x = b}, where this tensor holds triangles; see {@link
   * DecompositionOps#solveTriangular(Object, boolean)}.
   */
  public static Tensor solveTriangular(Tensor x, Object b, boolean lower) {
    return x.solveTriangular(b, lower);
  }

  /**
   * The singular value decomposition: {@code x = U · diag(s) · Vh}; see {@link
   * DecompositionOps#svd(boolean)}.
   */
  public static List<Tensor> svd(Tensor x, boolean fullMatrices) {
    return x.svd(fullMatrices);
  }
}

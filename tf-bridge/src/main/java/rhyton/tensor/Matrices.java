package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link DecompositionOps}: what is computed of whole matrices. */
final class Matrices {
  private static final KerasOp.Family LINALG = new KerasOp.Family("linalg");
  private static final KerasOp.Family MATH = new KerasOp.Family("math");
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");

  static final KerasOp CHOLESKY = LINALG.op("Cholesky", Matrices::cholesky, "upper", false);
  static final KerasOp CHOLESKY_INVERSE =
      LINALG.op("CholeskyInverse", Matrices::choleskyInverse, "upper", false);
  static final KerasOp DET =
      LINALG.op("Det", c -> Kernels.unary("MatrixDeterminant", c.floating(0)));
  static final KerasOp INV = LINALG.op("Inv", c -> Kernels.unary("MatrixInverse", c.floating(0)));
  static final KerasOp EIGH = LINALG.op("Eigh", Matrices::eigh);
  static final KerasOp LU_FACTOR = LINALG.op("LuFactor", Matrices::luFactor);
  static final KerasOp QR = LINALG.op("Qr", Matrices::qr, "mode", "reduced");
  static final KerasOp SOLVE =
      LINALG.op("Solve", c -> solve(c, (a, b) -> Kernels.binary("MatrixSolve", a, b)));
  static final KerasOp SOLVE_TRIANGULAR =
      LINALG.op(
          "SolveTriangular",
          c -> solve(c, (a, b) -> triangular(a, b, c.flag("lower"))),
          "lower",
          false);
  static final KerasOp SVD =
      LINALG.op("SVD", Matrices::svd, "full_matrices", true, "compute_uv", true);
  static final KerasOp LSTSQ = LINALG.op("Lstsq", Matrices::lstsq, "rcond", null);
  static final KerasOp PINV = LINALG.op("Pinv", Matrices::pinv, "rcond", null);
  static final KerasOp MATRIX_RANK = LINALG.op("MatrixRank", Matrices::rank, "tol", null);
  static final KerasOp LOGDET = MATH.op("Logdet", Matrices::logdet);
  static final KerasOp SLOGDET =
      NUMPY.op("Slogdet", c -> Op.of("LogMatrixDeterminant").in(c.floating(0)).all());

  private Matrices() {}

  static Collection<KerasOp> all() {
    List<KerasOp> all = new ArrayList<>(LINALG.all());
    all.addAll(MATH.all());
    all.addAll(NUMPY.all());
    return all;
  }

  /** The matrix with rows and columns changed. */
  private static Tensor transposed(Tensor x) {
    return x.swapaxes(-2, -1);
  }

  private static Tensor adjoint(Tensor x) {
    return x.dtype().isComplex() ? Kernels.unary("Conj", transposed(x)) : transposed(x);
  }

  private static Tensor cholesky(OpCall c) {
    Tensor lower = Kernels.unary("Cholesky", c.floating(0));
    return c.flag("upper") ? adjoint(lower) : lower;
  }

  private static Tensor triangular(Tensor a, Tensor b, boolean lower) {
    return Op.of("MatrixTriangularSolve").in(a).in(b).attr("lower", lower).one();
  }

  private static Tensor choleskyInverse(OpCall c) {
    Tensor x = c.floating(0);
    boolean upper = c.flag("upper");
    Tensor size = Kernels.shapeOf(x).getItem(Slice.of(-1, null));
    Tensor identity = Diagonals.matrix(Kernels.fill(size, Constants.scalar(1, x.dtype())), 0);
    Tensor inverse = triangular(x, identity, !upper);
    return upper ? inverse.matmul(transposed(inverse)) : transposed(inverse).matmul(inverse);
  }

  private static List<Tensor> eigh(OpCall c) {
    List<Tensor> all = Op.of("SelfAdjointEigV2").in(c.floating(0)).attr("compute_v", true).all();
    Tensor values = all.get(0);
    return List.of(values.dtype().isComplex() ? Complexes.real(values) : values, all.get(1));
  }

  private static List<Tensor> luFactor(OpCall c) {
    List<Tensor> all = Op.of("Lu").in(c.floating(0)).all();
    return List.of(all.get(0), Kernels.unary("InvertPermutation", all.get(1)));
  }

  private static List<Tensor> qr(OpCall c) {
    Object mode = c.option("mode");
    if (!mode.equals("reduced") && !mode.equals("complete")) {
      throw new IllegalArgumentException(
          "Qr: `mode` must be \"reduced\" or \"complete\". Received: mode=" + mode);
    }
    return Op.of("Qr").in(c.floating(0)).attr("full_matrices", mode.equals("complete")).all();
  }

  /** A right side with one axis less is a column. */
  private static Tensor solve(OpCall c, java.util.function.BinaryOperator<Tensor> solver) {
    DType dtype = Promotion.withFloat(Promotion.of(c.arguments()));
    Tensor a = Tensor.convert(c.arguments().get(0), dtype);
    Tensor b = Tensor.convert(c.arguments().get(1), dtype);
    return b.rank() == a.rank() - 1
        ? solver.apply(a, b.expandDims(-1)).squeeze(-1)
        : solver.apply(a, b);
  }

  private static List<Tensor> usv(Tensor x, boolean full) {
    return Op.of("Svd").in(x).attr("compute_uv", true).attr("full_matrices", full).all();
  }

  private static Tensor singularValues(Tensor x) {
    return Op.of("Svd").in(x).attr("compute_uv", false).all().get(0);
  }

  private static Object svd(OpCall c) {
    Tensor x = c.floating(0);
    if (!c.flag("compute_uv")) {
      return singularValues(x);
    }
    List<Tensor> all = usv(x, c.flag("full_matrices"));
    return List.of(all.get(1), all.get(0), adjoint(all.get(2)));
  }

  /** The distance from 1 to the next number of a type. */
  private static double epsilon(DType dtype) {
    return dtype == DType.FLOAT64 || dtype == DType.COMPLEX128 ? Math.ulp(1.0) : Math.ulp(1.0f);
  }

  /** The longer side of matrices. */
  private static double side(String op, Tensor x) {
    long side = Math.max(x.shape().get(-1), x.shape().get(-2));
    if (x.shape().get(-1) < 0 || x.shape().get(-2) < 0) {
      throw new IllegalArgumentException(
          op + ": the sides of the matrices must be known. Received: shape=" + x.shape());
    }
    return side;
  }

  private static Tensor rank(OpCall c) {
    Tensor x = c.floating(0);
    Tensor s = singularValues(x);
    Object tol = c.option("tol");
    Tensor least =
        tol == null
            ? s.max(true, -1).multiply(side("MatrixRank", x) * epsilon(x.dtype()))
            : Tensor.convert(tol, s.dtype());
    return s.greater(least).cast(DType.INT32).sum(-1);
  }

  private static Tensor pinv(OpCall c) {
    Tensor x = c.floating(0);
    List<Tensor> all = usv(x, false);
    Tensor s = all.get(0);
    Object rcond = c.option("rcond");
    Object share = rcond == null ? 10 * side("Pinv", x) * epsilon(x.dtype()) : rcond;
    Tensor counts = s.greater(s.max(true, -1).multiply(share));
    Tensor inverse = counts.where(counts.where(s, 1).reciprocal(), 0).cast(x.dtype());
    return all.get(2).multiply(inverse.expandDims(-2)).matmul(adjoint(all.get(1)));
  }

  private static Tensor lstsq(OpCall c) {
    DType dtype = Promotion.withFloat(Promotion.of(c.arguments()));
    Tensor a = Tensor.convert(c.arguments().get(0), dtype);
    Tensor given = Tensor.convert(c.arguments().get(1), dtype);
    if (a.rank() != 2 || given.rank() > 2) {
      throw new IllegalArgumentException(
          "Lstsq: `a` must be a matrix, `b` a matrix or a vector. Received: a.shape="
              + a.shape()
              + ", b.shape="
              + given.shape());
    }
    Tensor b = given.rank() == 1 ? given.expandDims(1) : given;
    List<Tensor> all = usv(a, false);
    Tensor s = all.get(0);
    Object rcond = c.option("rcond");
    double number = rcond == null ? -1 : ((Number) rcond).doubleValue();
    double share =
        rcond == null ? epsilon(dtype) * side("Lstsq", a) : number < 0 ? epsilon(dtype) : number;
    Tensor counts = s.greaterEqual(s.getItem(0).multiply(share));
    Tensor inverse = counts.where(counts.where(s, 1).reciprocal(), 0).cast(dtype);
    Tensor turned = adjoint(all.get(1)).matmul(b);
    Tensor x = all.get(2).matmul(inverse.expandDims(1).multiply(turned));
    return given.rank() == 1 ? x.reshape(-1) : x;
  }

  /** Of matrices with positive eigenvalues: twice the sum of the logarithms of the diagonal. */
  private static Tensor logdet(OpCall c) {
    Tensor diagonal = Diagonals.part(Kernels.unary("Cholesky", c.floating(0)), 0);
    Tensor real = diagonal.dtype().isComplex() ? Complexes.real(diagonal) : diagonal;
    return real.log().sum(-1).multiply(2);
  }
}

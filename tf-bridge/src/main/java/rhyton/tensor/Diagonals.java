package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link DiagonalOps}. */
final class Diagonals {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");

  static final KerasOp DIAG = NUMPY.op("Diag", c -> diag(c.tensor(0), c.integer("k")), "k", 0);
  static final KerasOp DIAGFLAT =
      NUMPY.op("Diagflat", c -> diag(c.tensor(0).reshape(-1), c.integer("k")), "k", 0);
  static final KerasOp DIAGONAL =
      NUMPY.op("Diagonal", Diagonals::diagonal, "offset", 0, "axis1", 0, "axis2", 1);
  static final KerasOp TRACE =
      NUMPY.op("Trace", Diagonals::trace, "offset", 0, "axis1", 0, "axis2", 1);
  static final KerasOp TRIL =
      NUMPY.op("Tril", c -> triangle(c.tensor(0), c.integer("k"), true), "k", 0);
  static final KerasOp TRIU =
      NUMPY.op("Triu", c -> triangle(c.tensor(0), c.integer("k"), false), "k", 0);

  private Diagonals() {}

  static Collection<KerasOp> all() {
    return NUMPY.all();
  }

  /** Square matrices with these diagonals. */
  static Tensor matrix(Tensor diagonals, int k) {
    return Op.of("MatrixDiagV3")
        .in(diagonals)
        .in(Constants.integer(k))
        .in(Constants.integer(-1))
        .in(Constants.integer(-1))
        .in(Constants.scalar(0, diagonals.dtype()))
        .one();
  }

  /** The diagonals of matrices. */
  static Tensor part(Tensor matrices, int k) {
    return Op.of("MatrixDiagPartV3")
        .in(matrices)
        .in(Constants.integer(k))
        .in(Constants.scalar(0, matrices.dtype()))
        .one();
  }

  private static Tensor diag(Tensor x, int k) {
    if (x.rank() != 1 && x.rank() != 2) {
      throw new IllegalArgumentException(
          "Diag: the input must have 1 or 2 axes. Received: shape=" + x.shape());
    }
    return x.rank() == 1 ? matrix(x, k) : diagonal(x, k);
  }

  private static Tensor diagonal(OpCall c) {
    int[] axes = {c.integer("axis1"), c.integer("axis2")};
    return diagonal(c.tensor(0).moveaxis(axes, new int[] {-2, -1}), c.integer("offset"));
  }

  /** A diagonal outside of the matrix has no elements. */
  private static Tensor diagonal(Tensor x, int k) {
    long rows = x.shape().get(-2);
    long columns = x.shape().get(-1);
    if (rows >= 0 && columns >= 0 && (k <= -rows || k >= columns)) {
      return x.getItem(Slice.ELLIPSIS, 0, Slice.of(0, 0));
    }
    return part(x, k);
  }

  private static Tensor trace(OpCall c) {
    return diagonal(c).sum(-1);
  }

  private static Tensor triangle(Tensor x, int k, boolean lower) {
    if (lower ? k >= 0 : k <= 0) {
      return Op.of("MatrixBandPart")
          .in(x)
          .in(Constants.scalar(lower ? -1L : -k, DType.INT64))
          .in(Constants.scalar(lower ? k : -1L, DType.INT64))
          .one();
    }
    Tensor shape = Kernels.shapeOf(x);
    Tensor row = range(shape.getItem(-2)).expandDims(1);
    Tensor column = range(shape.getItem(-1)).subtract(k);
    Tensor inside = lower ? row.greaterEqual(column) : row.lessEqual(column);
    return Kernels.select(inside, x, Kernels.zerosLike(x));
  }

  private static Tensor range(Tensor to) {
    return Op.of("Range").in(Constants.integer(0)).in(to).in(Constants.integer(1)).one();
  }
}

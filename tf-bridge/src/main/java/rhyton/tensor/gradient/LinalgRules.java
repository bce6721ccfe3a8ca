package rhyton.tensor.gradient;

import java.util.List;
import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of inverses, determinants and solutions of linear equations. */
final class LinalgRules {
  private LinalgRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("MatrixInverse", LinalgRules::inverse);
    rules.put("MatrixDeterminant", LinalgRules::determinant);
    rules.put("LogMatrixDeterminant", LinalgRules::logDeterminant);
    rules.put("MatrixSolve", LinalgRules::solve);
    rules.put("MatrixTriangularSolve", LinalgRules::triangularSolve);
    rules.put("Cholesky", LinalgRules::cholesky);
    rules.put("MatrixBandPart", c -> c.give(0, () -> band(c.grad(), c.in(1), c.in(2))));
  }

  /** The product of matrices, either of which may be conjugated and transposed first. */
  static Tensor times(Tensor a, boolean adjointA, Tensor b, boolean adjointB) {
    return Op.of("BatchMatMulV2").in(a).in(b).attr("adj_x", adjointA).attr("adj_y", adjointB).one();
  }

  static Tensor times(Tensor a, Tensor b) {
    return times(a, false, b, false);
  }

  /** The matrix transposed, with conjugate elements. */
  static Tensor adjoint(Tensor a) {
    int[] order = new int[a.rank()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    order[order.length - 1] = order.length - 2;
    order[order.length - 2] = order.length - 1;
    return GradientContext.conjugate(a.transpose(order));
  }

  private static Tensor band(Tensor a, Tensor below, Tensor above) {
    return Op.of("MatrixBandPart").in(a).in(below).in(above).one();
  }

  /** A matrix whose elements outside of a band are 0; -1 for all elements of that side. */
  static Tensor band(Tensor a, long below, long above) {
    return band(
        a,
        Tensor.scalar(below, rhyton.tensor.DType.INT64),
        Tensor.scalar(above, rhyton.tensor.DType.INT64));
  }

  /** The lower triangle, with half of the diagonal. */
  static Tensor halfLower(Tensor a) {
    return band(a, -1, 0).add(a).subtract(band(a, 0, -1)).multiply(0.5);
  }

  static Tensor solve(Tensor a, Tensor b, boolean adjoint) {
    return Op.of("MatrixSolve").in(a).in(b).attr("adjoint", adjoint).one();
  }

  static Tensor triangularSolve(Tensor a, Tensor b, boolean lower, boolean adjoint) {
    return Op.of("MatrixTriangularSolve")
        .in(a)
        .in(b)
        .attr("lower", lower)
        .attr("adjoint", adjoint)
        .one();
  }

  /** For y = a⁻¹: da = -yᴴ dy yᴴ; for the inverse of the adjoint: da = -y dyᴴ y. */
  private static void inverse(GradientContext c) {
    boolean adjoint = c.attr("adjoint", false);
    Tensor y = c.out(0);
    c.give(
        0,
        () -> {
          Tensor right = times(c.grad(), adjoint, y, !adjoint);
          return times(y, !adjoint, right, false).negative();
        });
  }

  private static Tensor inverseOfAdjoint(Tensor a) {
    return Op.of("MatrixInverse").in(a).attr("adjoint", true).one();
  }

  private static Tensor asMatrix(Tensor perMatrix) {
    return perMatrix.expandDims(-1).expandDims(-1);
  }

  private static void determinant(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor factor = c.grad().multiply(GradientContext.conjugate(c.out(0)));
          return asMatrix(factor).multiply(inverseOfAdjoint(c.in(0)));
        });
  }

  /** The first output is the sign, which does not move. */
  private static void logDeterminant(GradientContext c) {
    c.give(0, () -> asMatrix(c.grad(1)).multiply(inverseOfAdjoint(c.in(0))));
  }

  private static void solve(GradientContext c) {
    boolean adjoint = c.attr("adjoint", false);
    Tensor ofRight = solve(c.in(0), c.grad(), !adjoint);
    c.give(1, () -> ofRight);
    c.give(0, () -> ofMatrix(ofRight, c.out(0), adjoint));
  }

  /** For a y = b: da = -db yᴴ. */
  private static Tensor ofMatrix(Tensor ofRight, Tensor y, boolean adjoint) {
    Tensor product = adjoint ? times(y, false, ofRight, true) : times(ofRight, false, y, true);
    return product.negative();
  }

  private static void triangularSolve(GradientContext c) {
    boolean adjoint = c.attr("adjoint", false);
    boolean lower = c.attr("lower", true);
    Tensor ofRight = triangularSolve(c.in(0), c.grad(), lower, !adjoint);
    c.give(1, () -> MatrixRules.fit(ofRight, c.in(1), c.in(0)));
    c.give(
        0,
        () -> {
          Tensor full = ofMatrix(ofRight, c.out(0), adjoint);
          Tensor triangle = lower ? band(full, -1, 0) : band(full, 0, -1);
          return MatrixRules.fit(triangle, c.in(0), c.in(1));
        });
  }

  /** For a = l lᴴ: da = l⁻ᴴ φ(lᴴ dl) l⁻¹, symmetrically; φ takes the {@link #halfLower}. */
  private static void cholesky(GradientContext c) {
    Tensor l = c.out(0);
    c.give(
        0,
        () -> {
          Tensor middle = halfLower(times(l, true, c.grad(), false));
          Tensor left = triangularSolve(l, middle, true, true);
          Tensor whole = adjoint(triangularSolve(l, adjoint(left), true, true));
          return whole.add(adjoint(whole)).multiply(0.5);
        });
  }

  static List<Tensor> svd(Tensor a) {
    return Op.of("Svd").in(a).attr("compute_uv", true).attr("full_matrices", false).all();
  }
}

package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.LinalgRules.adjoint;
import static rhyton.tensor.gradient.LinalgRules.band;
import static rhyton.tensor.gradient.LinalgRules.times;

import java.util.List;
import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/**
 * Gradients of matrices taken apart: Svd, Qr and eigenvectors. Vectors are well defined where
 * singular values or eigenvalues differ; for equal ones their part of the gradient counts as 0.
 */
final class DecompositionRules {
  private DecompositionRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("Svd", DecompositionRules::svd);
    rules.put("Qr", DecompositionRules::qr);
    rules.put("SelfAdjointEigV2", DecompositionRules::eigenvectors);
  }

  /** x_j - x_i, inverted, for all i and j; 0 where they are equal. */
  private static Tensor inverseDifferences(Tensor x) {
    Tensor difference = x.expandDims(-2).subtract(x.expandDims(-1));
    return Op.of("DivNoNan").in(difference.onesLike()).in(difference).one();
  }

  /** The first columns of matrices. */
  private static Tensor columns(Tensor a, Integer from, Integer to) {
    return a.getItem(Slice.ELLIPSIS, Slice.of(from, to));
  }

  /** Real numbers in the type of a matrix that may be complex. */
  private static Tensor like(Tensor real, Tensor matrix) {
    return real.cast(matrix.dtype());
  }

  /** For x = u diag(s) vᴴ; without gradients of u and v: dx = u diag(ds) vᴴ. */
  private static void svd(GradientContext c) {
    c.give(
        0,
        () -> {
          boolean hasVectors = c.hasGrad(1) || c.hasGrad(2);
          if (!hasVectors) {
            List<Tensor> usv =
                c.attr("compute_uv", true) && !c.attr("full_matrices", false)
                    ? c.node().outputs()
                    : LinalgRules.svd(c.in(0));
            Tensor scaled = usv.get(1).multiply(like(c.grad().expandDims(-2), usv.get(1)));
            return times(scaled, false, usv.get(2), true);
          }
          return ofVectors(c);
        });
  }

  private static Tensor ofVectors(GradientContext c) {
    Tensor s = c.out(0);
    int rows = side(c.in(0), -2);
    int columns = side(c.in(0), -1);
    int size = Math.min(rows, columns);
    Tensor u = columns(c.out(1), 0, size);
    Tensor v = columns(c.out(2), 0, size);
    Tensor du = inner(c, 1, u, size);
    Tensor dv = inner(c, 2, v, size);
    Tensor factors = like(inverseDifferences(s.square()), u);
    Tensor across = like(s.expandDims(-2), u);
    Tensor down = like(s.expandDims(-1), u);
    Tensor uu = skew(times(u, true, du, false)).multiply(factors).multiply(across);
    Tensor vv = skew(times(v, true, dv, false)).multiply(factors).multiply(down);
    Tensor middle = uu.add(vv).add(diagonal(like(c.grad(), u)));
    Tensor sum = times(times(u, middle), false, v, true);
    if (rows > size) {
      Tensor outside = du.subtract(times(u, times(u, true, du, false))).divide(across);
      sum = sum.add(times(outside, false, v, true));
    }
    if (columns > size) {
      Tensor outside = dv.subtract(times(v, times(v, true, dv, false))).divide(across);
      sum = sum.add(times(u, false, outside, true));
    }
    return sum;
  }

  private static int side(Tensor x, int axis) {
    long known = x.shape().get(axis);
    if (known < 0) {
      throw new UnsupportedOperationException(
          "No gradient of the vectors of a decomposition for matrices of unknown sides. Received:"
              + " shape="
              + x.shape());
    }
    return (int) known;
  }

  /** A gradient of vectors; one vector more than there are values turns with the others. */
  private static Tensor inner(GradientContext c, int output, Tensor vectors, int size) {
    Tensor gradient = c.grad(output);
    int extra = side(gradient, -1) - size;
    if (extra == 0) {
      return gradient;
    }
    if (extra > 1 && c.hasGrad(output)) {
      throw new UnsupportedOperationException(
          "Svd: with full matrices there is a gradient of the vectors only if rows and columns"
              + " differ by at most 1. Use fullMatrices false");
    }
    Tensor rest = columns(c.out(output), size, null);
    Tensor ofRest = columns(gradient, size, null);
    Tensor turned = times(rest, times(ofRest, true, vectors, false));
    return columns(gradient, 0, size).subtract(turned);
  }

  private static Tensor skew(Tensor a) {
    return a.subtract(adjoint(a));
  }

  private static Tensor diagonal(Tensor values) {
    return DiagonalRules.matrices(values);
  }

  /** For symmetric x = v diag(e) vᴴ, of which the kernel reads the lower triangle. */
  private static void eigenvectors(GradientContext c) {
    c.give(
        0,
        () -> {
          boolean given = c.attr("compute_v", true);
          Tensor v =
              given
                  ? c.out(1)
                  : Op.of("SelfAdjointEigV2").in(c.in(0)).attr("compute_v", true).all().get(1);
          Tensor middle = diagonal(like(c.grad(0), v));
          if (given && c.hasGrad(1)) {
            Tensor turned = times(v, true, c.grad(1), false);
            middle = middle.add(turned.multiply(like(inverseDifferences(c.out(0)), v)));
          }
          Tensor whole = times(times(v, middle), false, v, true);
          Tensor both = whole.add(adjoint(whole));
          return LinalgRules.halfLower(both);
        });
  }

  /** For x = q r; a wide matrix is square q r and more columns of r. */
  private static void qr(GradientContext c) {
    c.give(
        0,
        () -> {
          int rows = side(c.in(0), -2);
          int columns = side(c.in(0), -1);
          if (c.attr("full_matrices", false) && rows > columns) {
            throw new UnsupportedOperationException(
                "Qr: there is no gradient for the complete mode if there are more rows than"
                    + " columns. Use mode \"reduced\"");
          }
          Tensor q = c.out(0);
          Tensor r = c.out(1);
          if (rows >= columns) {
            return ofTall(q, r, c.grad(0), c.grad(1));
          }
          Tensor beyond = columns(c.in(0), rows, null);
          Tensor ofBeyond = columns(c.grad(1), rows, null);
          Tensor dq = c.grad(0).add(times(beyond, false, ofBeyond, true));
          Tensor square = ofTall(q, columns(r, 0, rows), dq, columns(c.grad(1), 0, rows));
          return ShapeOps.concatenate(List.of(square, times(q, ofBeyond)), -1);
        });
  }

  private static Tensor ofTall(Tensor q, Tensor r, Tensor dq, Tensor dr) {
    Tensor qdq = times(q, true, dq, false);
    Tensor rdr = times(r, false, dr, true);
    Tensor lower = band(skew(qdq).add(skew(rdr)), -1, 0);
    Tensor inside = times(q, dr.add(overTriangle(lower, r)));
    Tensor sum = inside.add(overTriangle(dq.subtract(times(q, qdq)), r));
    if (!r.dtype().isComplex()) {
      return sum;
    }
    Tensor m = band(rdr.subtract(adjoint(qdq)), 0, 0);
    Tensor imaginary = m.subtract(adjoint(m)).multiply(0.5);
    return sum.add(times(q, overTriangle(adjoint(imaginary), r)));
  }

  /** x r⁻ᴴ, for an upper triangle r. */
  private static Tensor overTriangle(Tensor x, Tensor r) {
    return adjoint(LinalgRules.triangularSolve(r, adjoint(x), false, false));
  }
}

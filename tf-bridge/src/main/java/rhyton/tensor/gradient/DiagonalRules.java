package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of diagonals: taken from matrices, put into them, and matrices made of them. */
final class DiagonalRules {
  private DiagonalRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("MatrixDiagV3", DiagonalRules::diagonal);
    rules.put("MatrixDiagPartV3", DiagonalRules::part);
    rules.put("MatrixSetDiagV3", DiagonalRules::set);
  }

  private static Tensor zero(Tensor like) {
    return Tensor.scalar(0, like.dtype());
  }

  private static Op aligned(GradientContext c, Op op) {
    return op.attr("align", c.attr("align", "RIGHT_LEFT"));
  }

  private static Tensor partOf(GradientContext c, Tensor matrix) {
    return aligned(c, Op.of("MatrixDiagPartV3").in(matrix).in(c.in(1)).in(zero(matrix))).one();
  }

  private static Tensor put(GradientContext c, Tensor matrix, Tensor diagonal, Tensor which) {
    return aligned(c, Op.of("MatrixSetDiagV3").in(matrix).in(diagonal).in(which)).one();
  }

  private static void diagonal(GradientContext c) {
    c.give(0, () -> partOf(c, c.grad()));
    c.give(4, () -> c.grad().sum().subtract(partOf(c, c.grad()).sum()));
  }

  private static void part(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor shape = Shapes.dynamic(c.in(0));
          Op op = Op.of("MatrixDiagV3").in(c.grad()).in(c.in(1));
          op.in(shape.getItem(-2)).in(shape.getItem(-1)).in(zero(c.grad()));
          return aligned(c, op).one();
        });
  }

  private static void set(GradientContext c) {
    c.give(0, () -> put(c, c.grad(), c.in(1).zerosLike(), c.in(2)));
    c.give(
        1,
        () ->
            aligned(c, Op.of("MatrixDiagPartV3").in(c.grad()).in(c.in(2)).in(zero(c.grad())))
                .one());
  }

  /** Matrices with these diagonals, elsewhere 0. */
  static Tensor matrices(Tensor diagonals) {
    return Op.of("MatrixDiagV3")
        .in(diagonals)
        .in(Tensor.of(0))
        .in(Tensor.of(-1))
        .in(Tensor.of(-1))
        .in(zero(diagonals))
        .one();
  }
}

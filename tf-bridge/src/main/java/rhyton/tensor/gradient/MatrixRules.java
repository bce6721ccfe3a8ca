package rhyton.tensor.gradient;

import java.util.Map;
import java.util.function.Supplier;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Gradients of products of matrices. */
final class MatrixRules {
  private MatrixRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("MatMul", c -> product(c, "MatMul", "transpose_a", "transpose_b"));
    rules.put("BatchMatMulV2", c -> product(c, "BatchMatMulV2", "adj_x", "adj_y"));
  }

  /** For y = a b: da = dy bᵀ, db = aᵀ dy; with transposed factors the same, read the other way. */
  private static void product(GradientContext c, String type, String flagA, String flagB) {
    boolean ta = c.attr(flagA, false);
    boolean tb = c.attr(flagB, false);
    // With complex numbers MatMul transposes only; BatchMatMul's flags conjugate, too.
    Tensor a = type.equals("MatMul") ? c.factor(0) : c.in(0);
    Tensor b = type.equals("MatMul") ? c.factor(1) : c.in(1);
    c.give(
        0,
        () -> {
          Tensor g = c.grad();
          Tensor raw =
              ta
                  ? times(type, flagA, flagB, b, tb, g, true)
                  : times(type, flagA, flagB, g, false, b, !tb);
          return fit(raw, a, b);
        });
    Supplier<Tensor> ofSecond =
        () -> {
          Tensor g = c.grad();
          Tensor raw =
              tb
                  ? times(type, flagA, flagB, g, true, a, ta)
                  : times(type, flagA, flagB, a, !ta, g, false);
          return fit(raw, b, a);
        };
    if (type.equals("MatMul") && !ta && c.needs(1)) {
      c.giveProduct(1, tb ? c.grad() : a, tb ? a : c.grad(), ofSecond);
    } else {
      c.give(1, ofSecond);
    }
  }

  private static Tensor times(
      String type, String flagA, String flagB, Tensor a, boolean ta, Tensor b, boolean tb) {
    return Op.of(type).in(a).in(b).attr(flagA, ta).attr(flagB, tb).one();
  }

  /** Sums over batch axes along which the factor was repeated. */
  static Tensor fit(Tensor gradient, Tensor x, Tensor other) {
    if (x.rank() == 2 && gradient.rank() == 2) {
      return gradient;
    }
    Shape batch = x.shape().slice(0, -2);
    if (batch.equals(other.shape().slice(0, -2)) && batch.isKnown()) {
      return gradient;
    }
    Tensor batchOfX = front(x);
    Tensor batchOfOther = front(other);
    Tensor axes = Op.of("BroadcastGradientArgs").in(batchOfX).in(batchOfOther).all().get(0);
    Tensor sum = Op.of("Sum").in(gradient).in(axes).one();
    return Op.of("Reshape").in(sum).in(Shapes.dynamic(x)).one();
  }

  private static Tensor front(Tensor x) {
    Shape batch = x.shape().slice(0, -2);
    return batch.isKnown()
        ? Shapes.ints(batch.toArray())
        : Shapes.dynamic(x).getItem(rhyton.tensor.Slice.of(0, x.rank() - 2));
  }
}

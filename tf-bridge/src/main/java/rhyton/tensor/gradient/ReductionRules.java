package rhyton.tensor.gradient;

import java.util.Arrays;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Gradients of reductions and running sums. */
final class ReductionRules {
  private ReductionRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("Sum", c -> c.give(0, () -> spread(c, c.grad())));
    rules.put("Mean", ReductionRules::mean);
    rules.put("Max", ReductionRules::extreme);
    rules.put("Min", ReductionRules::extreme);
    rules.put("Prod", ReductionRules::prod);
    rules.put("Cumsum", c -> c.give(0, () -> running("Cumsum", c, c.grad(), true)));
    rules.put("Cumprod", ReductionRules::cumprod);
    rules.put("CumulativeLogsumexp", ReductionRules::cumulativeLogsumexp);
  }

  /** A tensor of the reduced shape, with its axes of length 1 back. */
  private static Tensor keepDims(GradientContext c, Tensor reduced) {
    if (c.attr("keep_dims", false)) {
      return reduced;
    }
    Shape shape = c.in(0).shape();
    long[] axes = c.ints(1);
    if (axes != null && shape.hasRank()) {
      for (long axis : axes) {
        shape = shape.with((int) axis, 1);
      }
      if (Arrays.stream(shape.toArray()).filter(d -> d < 0).count() <= 1) {
        return reduced.reshape(shape.toArray());
      }
    }
    Tensor rank = Op.of("Rank").in(c.in(0)).one();
    Tensor places = Op.of("FloorMod").in(c.in(1).cast(DType.INT32).add(rank)).in(rank).one();
    Tensor kept =
        Op.of("TensorScatterUpdate")
            .in(Shapes.dynamic(c.in(0)))
            .in(places.reshape(-1, 1))
            .in(Op.of("OnesLike").in(places.reshape(-1)).one())
            .one();
    return Op.of("Reshape").in(reduced).in(kept).one();
  }

  private static Tensor spread(GradientContext c, Tensor gradient) {
    return Shapes.broadcastLike(keepDims(c, gradient), c.in(0));
  }

  private static void mean(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          Shape in = x.shape();
          Shape out = c.out(0).shape();
          if (in.isKnown() && out.isKnown()) {
            return spread(c, c.grad().divide((double) in.size() / Math.max(1, out.size())));
          }
          Tensor outputs = Op.of("Size").in(c.out(0)).one().maximum(1);
          Tensor count = Op.of("Size").in(x).one().floorDivide(outputs);
          return spread(c, c.grad().divide(count.cast(x.dtype())));
        });
  }

  /** Equal extremes share the gradient. */
  private static void extreme(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          Tensor hits = x.equal(Shapes.broadcastLike(keepDims(c, c.out(0)), x)).cast(x.dtype());
          Tensor count = Op.of("Sum").in(hits).in(c.in(1)).attr("keep_dims", true).one();
          return hits.divide(count).multiply(keepDims(c, c.grad()));
        });
  }

  /** The product of the others: product / x; where x is the only zero, the product without it. */
  private static void prod(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          Tensor zero = x.equal(0);
          Tensor ones = Op.of("OnesLike").in(x).one();
          Tensor safe = zero.where(ones, x);
          Tensor product = Op.of("Prod").in(safe).in(c.in(1)).attr("keep_dims", true).one();
          Tensor zeros =
              Op.of("Sum").in(zero.cast(x.dtype())).in(c.in(1)).attr("keep_dims", true).one();
          Tensor none = zeros.equal(0).cast(x.dtype());
          Tensor only = zeros.equal(1).cast(x.dtype());
          Tensor share = zero.where(only.multiply(ones), none.divide(safe));
          return keepDims(c, c.grad()).multiply(product).multiply(share);
        });
  }

  /** A running sum or product as the op has it, in its direction or against it. */
  private static Tensor running(String type, GradientContext c, Tensor x, boolean against) {
    return Op.of(type)
        .in(x)
        .in(c.in(1))
        .attr("exclusive", c.attr("exclusive", false))
        .attr("reverse", against != c.attr("reverse", false))
        .one();
  }

  /**
   * Sums of the products behind an element, without it: sum / x; of the first zero, the sum for
   * products with 1 in its place. Elements behind it count nowhere.
   */
  private static void cumprod(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          Tensor zero = x.equal(0).cast(x.dtype());
          Tensor before =
              Op.of("Cumsum")
                  .in(zero)
                  .in(c.in(1))
                  .attr("exclusive", true)
                  .attr("reverse", c.attr("reverse", false))
                  .one();
          Tensor first = zero.notEqual(0).logicalAnd(before.equal(0));
          Tensor without = running("Cumprod", c, first.where(x.onesLike(), x), false);
          Tensor ofZero = running("Cumsum", c, without.multiply(c.grad()), true);
          Tensor ofOthers = running("Cumsum", c, c.out(0).multiply(c.grad()), true);
          return first.where(ofZero, ofOthers.divideNoNan(x));
        });
  }

  /** exp(x) · the sum of g exp(-y) behind; positive and negative g apart, as logarithms. */
  private static void cumulativeLogsumexp(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor g = c.grad();
          return partOf(c, g).subtract(partOf(c, g.negative()));
        });
  }

  private static Tensor partOf(GradientContext c, Tensor gradient) {
    Tensor positive = gradient.greater(0);
    Tensor logs = positive.where(gradient, gradient.onesLike()).log();
    Tensor some = positive.where(logs, -1e30).subtract(c.out(0));
    return running("CumulativeLogsumexp", c, some, true).add(c.in(0)).exp();
  }
}

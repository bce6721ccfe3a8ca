package rhyton.tensor.gradient;

import java.util.Arrays;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Gradients of reductions, and of softmax, which contains one. */
final class ReductionRules {
  private ReductionRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("Sum", c -> c.give(0, () -> spread(c, c.grad())));
    rules.put("Mean", ReductionRules::mean);
    rules.put("Max", ReductionRules::extreme);
    rules.put("Min", ReductionRules::extreme);
    rules.put("Prod", ReductionRules::prod);
    rules.put("Cumsum", ReductionRules::cumsum);
    rules.put("Softmax", ReductionRules::softmax);
    rules.put("LogSoftmax", ReductionRules::logSoftmax);
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
          Tensor sum = spread(c, c.grad());
          Shape in = x.shape();
          Shape out = c.out(0).shape();
          if (in.isKnown() && out.isKnown()) {
            return sum.divide((double) in.size() / Math.max(1, out.size()));
          }
          Tensor count =
              Op.of("Size")
                  .in(x)
                  .one()
                  .cast(x.dtype())
                  .divide(Op.of("Size").in(c.out(0)).one().maximum(1).cast(x.dtype()));
          return sum.divide(count);
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

  /** Away from zeros: product / x. */
  private static void prod(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          Tensor all = keepDims(c, c.grad().multiply(c.out(0)));
          return all.divide(x);
        });
  }

  private static void cumsum(GradientContext c) {
    boolean exclusive = c.attr("exclusive", false);
    boolean reverse = c.attr("reverse", false);
    c.give(
        0,
        () ->
            Op.of("Cumsum")
                .in(c.grad())
                .in(c.in(1))
                .attr("exclusive", exclusive)
                .attr("reverse", !reverse)
                .one());
  }

  private static void softmax(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor y = c.out(0);
          Tensor inner = c.grad().multiply(y).sum(true, -1);
          return c.grad().subtract(inner).multiply(y);
        });
  }

  private static void logSoftmax(GradientContext c) {
    c.give(0, () -> c.grad().subtract(c.out(0).exp().multiply(c.grad().sum(true, -1))));
  }
}

package rhyton.tensor.gradient;

import java.util.List;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of reductions of rows with the same number. Rows with a negative number count not. */
final class SegmentRules {
  private SegmentRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    for (String type : List.of("SegmentSum", "UnsortedSegmentSum")) {
      rules.put(type, c -> c.give(0, () -> rows(c.grad(), c.in(1))));
    }
    for (String kind : List.of("Segment", "UnsortedSegment")) {
      rules.put(kind + "Max", SegmentRules::extreme);
      rules.put(kind + "Min", SegmentRules::extreme);
      rules.put(kind + "Prod", SegmentRules::prod);
    }
    rules.put("SegmentMean", SegmentRules::mean);
  }

  /** For each row that of its segment; 0 if its number is negative. */
  private static Tensor rows(Tensor perSegment, Tensor ids) {
    Tensor zero = Tensor.scalar(0, DType.INT32);
    Tensor rows = Op.of("GatherV2").in(perSegment).in(ids.maximum(0)).in(zero).one();
    Tensor counts = ids.greaterEqual(0);
    for (int i = ids.rank(); i < rows.rank(); i++) {
      counts = counts.expandDims(-1);
    }
    return counts.where(rows, rows.zerosLike());
  }

  /** Sums of rows, in as many segments as the op has. */
  private static Tensor sums(GradientContext c, Tensor data) {
    return segments(c, "UnsortedSegmentSum", data);
  }

  private static Tensor segments(GradientContext c, String type, Tensor data) {
    Tensor count = Shapes.dynamic(c.out(0)).getItem(0);
    return Op.of(type).in(data).in(c.in(1)).in(count).one();
  }

  private static void mean(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor counts = sums(c, Op.of("OnesLike").in(c.in(1)).one().cast(c.grad().dtype()));
          for (int i = 1; i < c.grad().rank(); i++) {
            counts = counts.expandDims(-1);
          }
          return rows(c.grad().divideNoNan(counts), c.in(1));
        });
  }

  /** Equal extremes share the gradient. */
  private static void extreme(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          Tensor hits = x.equal(rows(c.out(0), c.in(1))).cast(x.dtype());
          Tensor share = c.grad().divideNoNan(sums(c, hits));
          return hits.multiply(rows(share, c.in(1)));
        });
  }

  /** The product of the others: product / x; where x is the only zero, the product without it. */
  private static void prod(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          Tensor zero = x.equal(0);
          Tensor safe = zero.where(x.onesLike(), x);
          Tensor product = segments(c, "UnsortedSegmentProd", safe);
          Tensor zeros = rows(sums(c, zero.cast(x.dtype())), c.in(1));
          Tensor none = zeros.equal(0).cast(x.dtype());
          Tensor only = zeros.equal(1).cast(x.dtype());
          Tensor share = zero.where(only, none.divide(safe));
          return rows(c.grad().multiply(product), c.in(1)).multiply(share);
        });
  }
}

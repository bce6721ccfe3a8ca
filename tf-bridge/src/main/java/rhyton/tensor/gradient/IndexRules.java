package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** Gradients of what picks elements by indices, or puts them there. */
final class IndexRules {
  private IndexRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("TopKV2", IndexRules::topK);
    rules.put("GatherNd", IndexRules::gatherNd);
    rules.put("ScatterNd", c -> c.give(1, () -> gather(c.grad(), c.in(0))));
    rules.put("TensorScatterUpdate", IndexRules::scatterUpdate);
    rules.put("TensorScatterAdd", c -> scatter(c, false));
    rules.put("TensorScatterSub", c -> scatter(c, true));
    rules.put("TensorScatterMax", IndexRules::scatterExtreme);
    rules.put("TensorScatterMin", IndexRules::scatterExtreme);
  }

  private static Tensor gather(Tensor x, Tensor indices) {
    return Op.of("GatherNd").in(x).in(indices).one();
  }

  private static void gatherNd(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor shape = Shapes.dynamic(c.in(0)).cast(c.in(1).dtype());
          return Op.of("ScatterNd").in(c.in(1)).in(c.grad()).in(shape).one();
        });
  }

  private static void scatterUpdate(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor zeros = Op.of("ZerosLike").in(c.in(2)).one();
          return Op.of("TensorScatterUpdate").in(c.grad()).in(c.in(1)).in(zeros).one();
        });
    c.give(2, () -> gather(c.grad(), c.in(1)));
  }

  private static void scatter(GradientContext c, boolean subtract) {
    c.give(0, c::grad);
    c.give(
        2,
        () -> {
          Tensor picked = gather(c.grad(), c.in(1));
          return subtract ? picked.negative() : picked;
        });
  }

  /** Equal extremes share the gradient. */
  private static void scatterExtreme(GradientContext c) {
    Tensor y = c.out(0);
    Tensor first = c.in(0).equal(y).cast(y.dtype());
    Tensor updates = c.in(2).equal(gather(y, c.in(1))).cast(y.dtype());
    Tensor count = Op.of("TensorScatterAdd").in(first).in(c.in(1)).in(updates).one();
    Tensor share = c.grad().divideNoNan(count);
    c.give(0, () -> first.multiply(share));
    c.give(2, () -> updates.multiply(gather(share, c.in(1))));
  }

  /** The gradients go back to where the elements were, row by row of the last axis. */
  private static void topK(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor shape = Shapes.dynamic(c.in(0));
          Tensor size = shape.getItem(-1);
          Tensor all = Op.of("Prod").in(shape).in(Shapes.ints(0)).one();
          Tensor zero = Tensor.scalar(0, DType.INT32);
          Tensor starts = Op.of("Range").in(zero).in(all).in(size).one();
          Tensor chosen = Shapes.dynamic(c.out(1)).getItem(Slice.of(-1, null));
          Tensor rows =
              Op.of("Reshape")
                  .in(c.out(1))
                  .in(ShapeRules.join(java.util.List.of(Shapes.ints(-1), chosen), zero))
                  .one();
          Tensor places = rows.add(starts.reshape(-1, 1)).reshape(-1);
          Tensor flat =
              Op.of("UnsortedSegmentSum").in(c.grad().reshape(-1)).in(places).in(all).one();
          return Op.of("Reshape").in(flat).in(shape).one();
        });
  }
}

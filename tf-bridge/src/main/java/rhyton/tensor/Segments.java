package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link SegmentOps}. */
final class Segments {
  private static final KerasOp.Family MATH = new KerasOp.Family("math");

  static final KerasOp SUM = segment("Sum");
  static final KerasOp MAX = segment("Max");
  static final KerasOp MIN = segment("Min");
  static final KerasOp PROD = segment("Prod");

  private Segments() {}

  static Collection<KerasOp> all() {
    return MATH.all();
  }

  private static KerasOp segment(String kind) {
    return MATH.op("Segment" + kind, c -> reduce(c, kind), "num_segments", null, "sorted", false);
  }

  private static Tensor reduce(OpCall c, String kind) {
    Tensor data = c.tensor(0);
    Tensor given = c.tensor(1);
    Tensor ids = given.dtype() == DType.INT64 ? given : Kernels.cast(given, DType.INT32);
    Object count = c.option("num_segments");
    if (c.flag("sorted")) {
      if (count != null) {
        throw new IllegalArgumentException(
            "Segment"
                + kind
                + ": `num_segments` does not go together with `sorted`. Received: num_segments="
                + count);
      }
      return Kernels.binary("Segment" + kind, data, ids);
    }
    Tensor segments =
        count != null ? Tensor.convert(count, DType.INT32) : counted(ids, kind.equals("Sum"));
    return Op.of("UnsortedSegment" + kind).in(data).in(ids).in(segments).one();
  }

  /** As many as there are different numbers, or one more than the greatest: as Keras has it. */
  private static Tensor counted(Tensor ids, boolean distinct) {
    return distinct
        ? Kernels.shapeOf(Op.of("Unique").in(ids).all().get(0)).getItem(0)
        : Kernels.cast(ids.max().add(1), DType.INT32);
  }
}

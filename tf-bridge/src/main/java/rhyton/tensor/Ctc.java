package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link SequenceOps}. */
final class Ctc {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp LOSS = NN.op("CTCLoss", Ctc::loss, "mask_index", 0);
  static final KerasOp DECODE =
      NN.op(
          "CTCDecode",
          Ctc::decode,
          "strategy",
          "greedy",
          "beam_width",
          100,
          "top_paths",
          1,
          "merge_repeated",
          true,
          "mask_index",
          0);

  private Ctc() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static Tensor loss(OpCall c) {
    Tensor target = Kernels.cast(c.tensor(0), DType.INT32);
    Tensor output = c.tensor(1);
    DType dtype = Promotion.join(output.dtype(), DType.FLOAT32);
    int mask = c.integer("mask_index");
    Tensor logits = Kernels.cast(output, DType.FLOAT32);
    // The kernel has the mask at the end.
    logits = ShapeOps.concatenate(List.of(without(logits, mask), column(logits, mask)), -1);
    target = target.greater(mask).where(target.subtract(1), target);
    Tensor lengths = Kernels.cast(c.tensor(2), DType.INT32).expandDims(1);
    Tensor zero = Constants.integer(0);
    Tensor one = Constants.integer(1);
    Tensor places = Op.of("Range").in(zero).in(Kernels.shapeOf(target).getItem(1)).in(one).one();
    Tensor indices = Op.of("Where").in(places.less(lengths)).one();
    Tensor values = Op.of("GatherNd").in(target).in(indices).one();
    Tensor loss =
        Op.of("CTCLoss")
            .in(Kernels.transpose(logits, 1, 0, 2))
            .in(indices)
            .in(values)
            .in(Kernels.cast(c.tensor(3), DType.INT32))
            .all()
            .get(0);
    return Kernels.cast(loss, dtype);
  }

  private static Tensor column(Tensor x, int index) {
    return x.getItem(Slice.ELLIPSIS, Slice.of(index, index + 1));
  }

  private static Tensor without(Tensor x, int index) {
    return ShapeOps.concatenate(
        List.of(
            x.getItem(Slice.ELLIPSIS, Slice.of(0, index)),
            x.getItem(Slice.ELLIPSIS, Slice.of(index + 1, null))),
        -1);
  }

  private static List<Tensor> decode(OpCall c) {
    Tensor given = c.tensor(0);
    Tensor x = Kernels.cast(given, Promotion.join(given.dtype(), DType.FLOAT32));
    Tensor lengths = Kernels.cast(c.tensor(1), DType.INT32);
    Tensor sides = Kernels.shapeOf(x).getItem(Slice.of(0, 2)).cast(DType.INT64);
    Tensor steps = Kernels.transpose(x, 1, 0, 2);
    Object strategy = c.option("strategy");
    if (strategy.equals("greedy")) {
      List<Tensor> all =
          Op.of("CTCGreedyDecoder")
              .in(steps)
              .in(lengths)
              .attr("merge_repeated", c.flag("merge_repeated"))
              .attr("blank_index", c.integer("mask_index"))
              .all();
      Tensor dense = dense(all.get(0), all.get(1), sides);
      return List.of(dense.expandDims(0), all.get(3));
    }
    if (!strategy.equals("beam_search")) {
      throw new IllegalArgumentException(
          "CTCDecode: `strategy` must be \"greedy\" or \"beam_search\". Received: strategy="
              + strategy);
    }
    return beamSearch(c, steps, lengths, sides);
  }

  /** The kernel has the mask at the end. */
  private static List<Tensor> beamSearch(OpCall c, Tensor steps, Tensor lengths, Tensor sides) {
    int mask = c.integer("mask_index");
    int front = mask < 0 ? (int) steps.shape().get(-1) + mask : mask;
    int paths = c.integer("top_paths");
    List<Tensor> all =
        Op.of("CTCBeamSearchDecoder")
            .in(ShapeOps.concatenate(List.of(without(steps, front), column(steps, front)), -1))
            .in(lengths)
            .attr("beam_width", c.integer("beam_width"))
            .attr("top_paths", paths)
            .attr("merge_repeated", false)
            .all();
    List<Tensor> decoded = new ArrayList<>();
    for (int i = 0; i < paths; i++) {
      decoded.add(dense(all.get(i), all.get(paths + i), sides));
    }
    Tensor classes = ShapeOps.stack(decoded, 0);
    Tensor moved = classes.greaterEqual(front).where(classes.add(1), classes);
    return List.of(moved, all.get(3 * paths));
  }

  private static Tensor dense(Tensor indices, Tensor values, Tensor sides) {
    return Op.of("SparseToDense")
        .in(indices)
        .in(sides)
        .in(values)
        .in(Constants.scalar(-1, DType.INT64))
        .one()
        .cast(DType.INT32);
  }
}

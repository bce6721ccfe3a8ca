package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** Gradients of changes of shape: they only move numbers. */
final class ShapeRules {
  private static final List<String> MASKS =
      List.of("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask");

  private ShapeRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    for (String type : List.of("Reshape", "ExpandDims", "Squeeze")) {
      rules.put(type, c -> c.give(0, () -> Shapes.reshapeLike(c.grad(), c.in(0))));
    }
    rules.put("Transpose", ShapeRules::transpose);
    rules.put("ConcatV2", ShapeRules::concat);
    rules.put("Pack", ShapeRules::pack);
    rules.put("Unpack", ShapeRules::unpack);
    rules.put("Split", ShapeRules::split);
    rules.put("SplitV", ShapeRules::splitV);
    rules.put("Slice", ShapeRules::slice);
    rules.put("StridedSlice", ShapeRules::stridedSlice);
    rules.put("StridedSliceGrad", ShapeRules::stridedSliceGrad);
    rules.put("Pad", ShapeRules::pad);
    rules.put("PadV2", ShapeRules::pad);
    rules.put("MirrorPad", ShapeRules::mirrorPad);
    rules.put("Tile", ShapeRules::tile);
    rules.put("BroadcastTo", c -> c.give(0, () -> Shapes.sumTo(c.grad(), c.in(0), c.out(0))));
    rules.put("ReverseV2", c -> c.give(0, () -> Op.of("ReverseV2").in(c.grad()).in(c.in(1)).one()));
    rules.put("GatherV2", ShapeRules::gather);
    rules.put("UnsortedSegmentSum", ShapeRules::unsortedSegmentSum);
  }

  private static void transpose(GradientContext c) {
    c.give(
        0,
        () -> {
          long[] order = c.ints(1);
          Tensor back =
              order == null
                  ? Op.of("InvertPermutation").in(c.in(1)).one()
                  : Shapes.ints(inverse(order));
          return Op.of("Transpose").in(c.grad()).in(back).one();
        });
  }

  private static long[] inverse(long[] order) {
    long[] inverse = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[(int) order[i]] = i;
    }
    return inverse;
  }

  private static void concat(GradientContext c) {
    int parts = c.inputs() - 1;
    Tensor axis = c.in(parts);
    List<Tensor> shapes = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      shapes.add(Shapes.dynamic(c.in(i)));
    }
    long[] at = c.ints(parts);
    Tensor front =
        at != null && at[0] >= 0
            ? axis
            : Op.of("FloorMod").in(axis).in(Tensor.scalar(c.in(0).rank(), DType.INT32)).one();
    List<Tensor> offsets = Op.of("ConcatOffset").in(front).in(shapes).attr("N", parts).all();
    for (int i = 0; i < parts; i++) {
      int part = i;
      c.give(i, () -> Op.of("Slice").in(c.grad()).in(offsets.get(part)).in(shapes.get(part)).one());
    }
  }

  private static void pack(GradientContext c) {
    List<Tensor> parts =
        Op.of("Unpack").in(c.grad()).attr("num", c.inputs()).attr("axis", c.attr("axis", 0)).all();
    for (int i = 0; i < c.inputs(); i++) {
      int part = i;
      c.give(i, () -> parts.get(part));
    }
  }

  private static List<Tensor> outputGradients(GradientContext c) {
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < c.node().outputs().size(); i++) {
      parts.add(c.grad(i));
    }
    return parts;
  }

  private static void unpack(GradientContext c) {
    c.give(
        0,
        () -> {
          List<Tensor> parts = outputGradients(c);
          return Op.of("Pack")
              .in(parts)
              .attr("N", parts.size())
              .attr("axis", c.attr("axis", 0))
              .one();
        });
  }

  static Tensor join(List<Tensor> parts, Tensor axis) {
    return Op.of("ConcatV2").in(parts).in(axis).attr("N", parts.size()).one();
  }

  private static void split(GradientContext c) {
    c.give(1, () -> join(outputGradients(c), c.in(0)));
  }

  private static void splitV(GradientContext c) {
    c.give(0, () -> join(outputGradients(c), c.in(2)));
  }

  /** What lies before and behind the slice is filled with zeros. */
  private static void slice(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor before = c.in(1).cast(DType.INT32);
          Tensor behind =
              Shapes.dynamic(c.in(0)).subtract(Shapes.dynamic(c.out(0))).subtract(before);
          Tensor both =
              Op.of("Pack").in(List.of(before, behind)).attr("N", 2).attr("axis", 1).one();
          return Op.of("Pad").in(c.grad()).in(both).one();
        });
  }

  private static Op masks(GradientContext c, Op op) {
    for (String mask : MASKS) {
      op.attr(mask, c.attr(mask, 0L));
    }
    return op;
  }

  private static void stridedSlice(GradientContext c) {
    c.give(
        0,
        () ->
            masks(
                    c,
                    Op.of("StridedSliceGrad")
                        .in(Shapes.dynamic(c.in(0)))
                        .in(c.in(1))
                        .in(c.in(2))
                        .in(c.in(3))
                        .in(c.grad()))
                .one());
  }

  private static void stridedSliceGrad(GradientContext c) {
    c.give(
        4,
        () ->
            masks(c, Op.of("StridedSlice").in(c.grad()).in(c.in(1)).in(c.in(2)).in(c.in(3))).one());
  }

  private static void pad(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor before =
              Op.of("Reshape")
                  .in(c.in(1).getItem(Slice.ALL, Slice.of(0, 1)))
                  .in(Shapes.ints(-1))
                  .one();
          return Op.of("Slice")
              .in(c.grad())
              .in(before.cast(DType.INT32))
              .in(Shapes.dynamic(c.in(0)))
              .one();
        });
    if (c.node().type().equals("PadV2")) {
      c.give(
          2,
          () -> {
            Tensor inside = Op.of("Pad").in(ones(c)).in(c.in(1)).one();
            return c.grad().multiply(inside.negative().add(1)).sum();
          });
    }
  }

  private static Tensor ones(GradientContext c) {
    return Op.of("OnesLike").in(c.in(0)).one();
  }

  private static void mirrorPad(GradientContext c) {
    c.give(
        0,
        () ->
            Op.of("MirrorPadGrad")
                .in(c.grad())
                .in(c.in(1))
                .attr("mode", c.attr("mode", "REFLECT"))
                .one());
  }

  /** The repeats become axes of their own, which are summed. */
  private static void tile(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor shape = Shapes.dynamic(c.in(0));
          Tensor pairs =
              Op.of("Pack")
                  .in(List.of(c.in(1).cast(DType.INT32), shape))
                  .attr("N", 2)
                  .attr("axis", 1)
                  .one();
          Tensor split = Op.of("Reshape").in(c.grad()).in(pairs.reshape(-1)).one();
          int[] axes = new int[c.in(0).rank()];
          for (int i = 0; i < axes.length; i++) {
            axes[i] = 2 * i;
          }
          return Op.of("Reshape").in(axes.length == 0 ? split : split.sum(axes)).in(shape).one();
        });
  }

  /** Along the first axis the gradient stays rows and indices. */
  private static void gather(GradientContext c) {
    long[] given = c.ints(2);
    if (given == null) {
      throw new UnsupportedOperationException("GatherV2: no gradient for an axis that varies");
    }
    int axis = c.in(0).shape().axis((int) given[0]);
    int batches = ((Number) c.attr("batch_dims", (Object) 0)).intValue();
    if (batches != 0) {
      c.give(0, () -> gatherInBatches(c, axis, batches < 0 ? batches + c.in(1).rank() : batches));
    } else if (axis == 0) {
      c.giveRows(0, () -> rows(c.grad(), c.in(0), c.in(1)));
    } else {
      c.give(0, () -> gatherAlong(c, axis));
    }
  }

  private static Gradient rows(Tensor gradient, Tensor table, Tensor indices) {
    if (indices.rank() == 1) {
      return Gradient.sparse(gradient, indices, table);
    }
    Shape row = table.shape().from(1);
    Tensor shape =
        row.isKnown()
            ? Shapes.ints(row.prepend(-1).toArray())
            : join(
                List.of(Shapes.ints(-1), Shapes.dynamic(table).getItem(Slice.of(1, null))),
                Tensor.scalar(0, DType.INT32));
    Tensor values = Op.of("Reshape").in(gradient).in(shape).one();
    return Gradient.sparse(values, indices.reshape(-1), table);
  }

  /** The axes of the indices come to the front, where rows of a table are summed. */
  private static Tensor gatherAlong(GradientContext c, int axis) {
    Tensor x = c.in(0);
    int indexRank = c.in(1).rank();
    int[] toFront = new int[c.grad().rank()];
    for (int i = 0; i < toFront.length; i++) {
      toFront[i] = i < indexRank ? axis + i : i < indexRank + axis ? i - indexRank : i;
    }
    int[] back = new int[x.rank()];
    for (int i = 0; i < back.length; i++) {
      back[i] = i == axis ? 0 : i < axis ? i + 1 : i;
    }
    Tensor size = Shapes.dynamic(x).getItem(axis);
    return Op.of("UnsortedSegmentSum")
        .in(c.grad().transpose(toFront))
        .in(c.in(1))
        .in(size)
        .one()
        .transpose(back);
  }

  /** All batches as one long table: the indices of each are moved to its part. */
  private static Tensor gatherInBatches(GradientContext c, int axis, int batches) {
    Tensor x = c.in(0);
    if (axis != batches) {
      throw new UnsupportedOperationException(
          "GatherV2: no gradient for batch_dims other than the axis");
    }
    Tensor shape = Shapes.dynamic(x);
    Tensor size = shape.getItem(axis);
    Tensor count = Op.of("Prod").in(shape.getItem(Slice.of(0, axis))).in(Shapes.ints(0)).one();
    Tensor zero = Tensor.scalar(0, DType.INT32);
    Tensor starts =
        Op.of("Range").in(zero).in(count.multiply(size)).in(size).one().cast(c.in(1).dtype());
    Tensor flat =
        Op.of("Reshape")
            .in(c.in(1))
            .in(join(List.of(count.reshape(1), Shapes.ints(-1)), zero))
            .one();
    Tensor places = flat.add(starts.reshape(-1, 1)).reshape(-1);
    Tensor row = shape.getItem(Slice.of(axis + 1, null));
    Tensor values =
        Op.of("Reshape").in(c.grad()).in(join(List.of(Shapes.ints(-1), row), zero)).one();
    Tensor sums = Op.of("UnsortedSegmentSum").in(values).in(places).in(count.multiply(size)).one();
    return Op.of("Reshape").in(sums).in(shape).one();
  }

  private static void unsortedSegmentSum(GradientContext c) {
    Tensor zero = Tensor.scalar(0, DType.INT32);
    c.give(0, () -> Op.of("GatherV2").in(c.grad()).in(c.in(1)).in(zero).one());
  }
}

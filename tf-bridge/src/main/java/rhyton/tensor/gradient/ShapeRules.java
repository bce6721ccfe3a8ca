package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
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
    rules.put("MirrorPad", c -> mirror(c, "MirrorPadGrad"));
    rules.put("MirrorPadGrad", c -> mirror(c, "MirrorPad"));
    rules.put("Tile", ShapeRules::tile);
    rules.put("Fill", c -> c.give(1, () -> c.grad().sum()));
    rules.put("BroadcastTo", c -> c.give(0, () -> Shapes.sumTo(c.grad(), c.in(0), c.out(0))));
    rules.put("ReverseV2", c -> c.give(0, () -> Op.of("ReverseV2").in(c.grad()).in(c.in(1)).one()));
    rules.put("Roll", ShapeRules::roll);
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

  private static void mirror(GradientContext c, String inverse) {
    c.give(
        0,
        () ->
            Op.of(inverse).in(c.grad()).in(c.in(1)).attr("mode", c.attr("mode", "REFLECT")).one());
  }

  private static void roll(GradientContext c) {
    c.give(0, () -> Op.of("Roll").in(c.grad()).in(c.in(1).negative()).in(c.in(2)).one());
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
}

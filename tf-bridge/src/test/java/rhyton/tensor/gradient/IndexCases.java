package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.GradientCase.In;

/** Segments, lookups, scattering and running products. */
final class IndexCases {
  private IndexCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    segments(all);
    lookups(all);
    scattering(all);
    running(all);
    slices(all);
    return all;
  }

  private static GradientCase one(String name, UnaryOperator<Tensor> f, In x) {
    return of(name, in -> f.apply(in.get(0)), x);
  }

  private static Tensor op(String type, Tensor... inputs) {
    Op op = Op.of(type);
    for (Tensor input : inputs) {
      op.in(input);
    }
    return op.one();
  }

  private static void segments(List<GradientCase> all) {
    int[] sorted = {0, 0, 1, 3, 3};
    for (String kind : List.of("Sum", "Mean", "Max", "Min", "Prod")) {
      all.add(
          one(
                  "Segment" + kind,
                  x -> op("Segment" + kind, x, Tensor.of(sorted)).reshape(4, 2).square(),
                  In.apart(5, 2))
              .twice());
    }
    for (String kind : List.of("Sum", "Max", "Min", "Prod")) {
      String type = "UnsortedSegment" + kind;
      int[] ids = {2, 0, -1, 2, 0};
      all.add(
          one(type, x -> finite(op(type, x, Tensor.of(ids), Tensor.of(3))).square(), In.apart(5, 2))
              .twice());
      int[][] table = {{2, 0, 2}, {1, 2, 0}};
      all.add(
          one(
              type + ", table",
              x -> op(type, x, Tensor.of(table), Tensor.of(3)),
              In.apart(2, 3, 2)));
      all.add(
          one(
              type + ", line",
              x -> op(type, x, Tensor.of(new int[] {1, 0, 1}), Tensor.of(2)),
              In.apart(3)));
    }
    In zeros = In.values(Shape.of(5), 2, 0, 3, 0, 0);
    all.add(
        one(
            "UnsortedSegmentProd, zeros",
            x -> op("UnsortedSegmentProd", x, Tensor.of(new int[] {0, 0, 0, 1, 1}), Tensor.of(2)),
            zeros));
    all.add(
        one(
            "SegmentProd, zeros",
            x -> op("SegmentProd", x, Tensor.of(new int[] {0, 0, 0, 1, 1})).reshape(2),
            zeros));
  }

  /** Segments without rows have extremes that are not of this world. */
  private static Tensor finite(Tensor y) {
    return y.absolute().less(1e6).where(y, 0.5);
  }

  private static void lookups(List<GradientCase> all) {
    In x = In.of(2, 3, 4, 2);
    int[][] indices = {{1, 0, 1}, {0, 1, 1}};
    for (int axis = 0; axis < 4; axis++) {
      all.add(gather(x, Tensor.of(indices), axis, 0));
    }
    for (int axis = 1; axis < 4; axis++) {
      all.add(gather(x, Tensor.of(indices), axis, 1).twice());
    }
    int[][][] deep = {{{1}, {0}, {1}}, {{0}, {0}, {1}}};
    all.add(gather(x, Tensor.of(deep), 2, 2));
    all.add(gather(x, Tensor.of(deep), 3, 2));
    all.add(gather(x, Tensor.of(deep), -1, -1));
    all.add(gather(x, Tensor.of(1), 2, 0));
    all.add(gather(In.fixed(5, 2), Tensor.of(new long[] {4, 4, 0}), 0, 0).twice());
  }

  private static GradientCase gather(In x, Tensor indices, int axis, int batches) {
    return one(
        "GatherV2, axis " + axis + ", batches " + batches + ", indices " + indices.shape(),
        t ->
            Op.of("GatherV2")
                .in(t)
                .in(indices)
                .in(Tensor.of(axis))
                .attr("batch_dims", batches)
                .one()
                .square(),
        x);
  }

  private static void scattering(List<GradientCase> all) {
    for (String type : List.of("TensorScatterMax", "TensorScatterMin")) {
      all.add(
          of(
              type,
              in -> op(type, in.get(0), Tensor.of(new int[][] {{3}, {1}, {3}}), in.get(1)),
              In.apart(4, 2),
              In.of(3, 2)));
    }
    all.add(
        one(
                "GatherNd, rows",
                x -> op("GatherNd", x, Tensor.of(new int[][] {{1}, {0}, {1}})).square(),
                In.of(2, 3))
            .twice());
    all.add(
        one("Roll", x -> op("Roll", x, Op.vector(1, -2), Op.vector(0, 1)).square(), In.of(3, 4))
            .twice());
  }

  private static void running(List<GradientCase> all) {
    In x = In.of(2, 4);
    In zeros = In.values(Shape.of(2, 4), 2, 0, 3, 0.5, 1, 0, 0, 3);
    for (boolean exclusive : new boolean[] {false, true}) {
      for (boolean reverse : new boolean[] {false, true}) {
        String how = (exclusive ? ", exclusive" : "") + (reverse ? ", reverse" : "");
        all.add(run("Cumsum", how, exclusive, reverse, x).twice());
        all.add(run("Cumprod", how, exclusive, reverse, x).twice());
        all.add(run("Cumprod", how + ", zeros", exclusive, reverse, zeros));
        if (!exclusive) {
          all.add(run("CumulativeLogsumexp", how, false, reverse, x));
        }
      }
    }
  }

  private static GradientCase run(
      String type, String how, boolean exclusive, boolean reverse, In x) {
    return one(
        type + how,
        t ->
            Op.of(type)
                .in(t)
                .in(Tensor.of(1))
                .attr("exclusive", exclusive)
                .attr("reverse", reverse)
                .one(),
        x);
  }

  private static void slices(List<GradientCase> all) {
    In x = In.of(3, 4, 5);
    Slice back = new Slice(-1, null, -2);
    all.add(slice("all masks", x, Slice.of(null, 2), Slice.ELLIPSIS, null, back));
    all.add(slice("index behind dots", x, Slice.ELLIPSIS, null, 2));
    all.add(slice("indices", x, 1, -2, Slice.of(1, 4)));
    all.add(slice("steps", x, new Slice(2, 0, -1), new Slice(0, 4, 3), Slice.of(1, -1)));
    all.add(slice("new axes", x, null, Slice.ALL, null, -1));
  }

  private static GradientCase slice(String name, In x, Object... key) {
    return one("StridedSlice, " + name, t -> t.getItem(key).square(), x).twice();
  }
}

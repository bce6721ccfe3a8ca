package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.GradientCase.In;

/** What moves elements, picks them and puts them somewhere. */
final class ShapeCases {
  private ShapeCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    moving(all);
    joining(all);
    picking(all);
    scattering(all);
    return all;
  }

  private static GradientCase one(String name, UnaryOperator<Tensor> f, In x) {
    return of(name, in -> f.apply(in.get(0)), x);
  }

  private static void moving(List<GradientCase> all) {
    all.add(one("reshape", x -> x.reshape(-1, 2), In.of(2, 4)).twice());
    all.add(one("transpose", x -> x.transpose(2, 0, 1), In.of(2, 3, 4)));
    all.add(one("transpose, all", x -> x.transpose(), In.of(2, 3)));
    all.add(one("expand dims", x -> x.expandDims(1), In.of(2, 3)));
    all.add(one("squeeze", x -> x.squeeze(1), In.of(2, 1, 3)));
    all.add(one("flip", x -> x.flip(1), In.of(2, 3)));
    all.add(one("tile", x -> x.tile(2, 3), In.of(2, 3)));
    all.add(one("tile, more axes", x -> x.tile(2, 1, 3), In.of(2, 3)));
    all.add(one("repeat", x -> x.repeat(2, 1), In.of(2, 3)));
    all.add(one("repeat, each", x -> x.repeat(new int[] {2, 0, 1}, 1), In.of(2, 3)));
    all.add(one("broadcast", x -> x.broadcastTo(4, 2, 3), In.of(2, 1)));
    all.add(one("pad", x -> x.pad(new int[][] {{1, 0}, {0, 2}}), In.of(2, 3)).twice());
    all.add(
        of(
            "pad, value",
            in -> in.get(0).pad(new int[][] {{1, 0}, {0, 2}}, "constant", in.get(1)),
            In.of(2, 3),
            In.fixed()));
    all.add(
        one(
            "Pad",
            x -> Op.of("Pad").in(x).in(Tensor.of(new int[][] {{1, 0}, {0, 2}})).one(),
            In.of(2, 3)));
    for (String mode : List.of("reflect", "symmetric")) {
      all.add(
          one(
                  "pad, " + mode,
                  x -> x.pad(new int[][] {{1, 0}, {2, 1}}, mode, null).square(),
                  In.of(2, 3))
              .twice());
    }
  }

  private static void joining(List<GradientCase> all) {
    all.add(
        of(
                "concatenate",
                in -> ShapeOps.concatenate(List.of(in.get(0), in.get(1), in.get(0)), -1),
                In.of(2, 3),
                In.of(2, 2))
            .twice());
    all.add(
        of(
            "stack",
            in -> ShapeOps.stack(List.of(in.get(0), in.get(1)), 1),
            In.of(2, 3),
            In.of(2, 3)));
    all.add(one("split", x -> x.split(2, 1).get(1).multiply(x.split(2, 1).get(0)), In.of(2, 4)));
    all.add(one("split, one part", x -> x.split(2, 1).get(1), In.of(2, 4)));
    all.add(one("split at", x -> x.split(new long[] {1, 3}, 1).get(1), In.of(2, 4)));
    all.add(one("unstack", x -> x.unstack(1).get(1).multiply(x.unstack(1).get(0)), In.of(2, 3)));
  }

  private static void picking(List<GradientCase> all) {
    all.add(
        one("get item", x -> x.getItem(Slice.ALL, new Slice(3, 0, -2)).square(), In.of(2, 4))
            .twice());
    all.add(one("get item, index", x -> x.getItem(Slice.ELLIPSIS, -1), In.of(2, 3, 4)));
    all.add(one("get item, new axis", x -> x.getItem(0, null, Slice.of(1, null)), In.of(2, 3)));
    all.add(
        one(
            "Slice",
            x -> Op.of("Slice").in(x).in(Op.vector(0, 1)).in(Op.vector(-1, 2)).one(),
            In.of(2, 4)));
    all.add(one("take", x -> x.take(new int[] {2, 0, 2}, 0), In.fixed(3, 2)).twice());
    all.add(one("take, table", x -> x.take(new int[][] {{2, 0}, {1, 2}}, 0), In.fixed(3, 2)));
    all.add(one("take, along", x -> x.take(new int[][] {{2, 0}, {1, 2}}, 1), In.of(2, 3, 2)));
    all.add(
        one(
            "gather in batches",
            x ->
                Op.of("GatherV2")
                    .in(x)
                    .in(Tensor.of(new int[][] {{2, 0, 2}, {1, 1, 0}}))
                    .in(Tensor.of(1))
                    .attr("batch_dims", 1)
                    .one(),
            In.of(2, 3, 2)));
    all.add(
        one(
            "GatherNd",
            x -> Op.of("GatherNd").in(x).in(Tensor.of(new int[][] {{1, 0}, {0, 2}, {1, 0}})).one(),
            In.of(2, 3)));
    all.add(one("top k", x -> x.topK(2, true).get(0), In.apart(2, 5)).twice());
    all.add(one("top k, line", x -> x.topK(3, true).get(0), In.apart(5)));
    all.add(one("top k, rank 3", x -> x.topK(2, false).get(0), In.apart(2, 2, 4)));
  }

  private static void scattering(List<GradientCase> all) {
    all.add(
        one(
            "UnsortedSegmentSum",
            x ->
                Op.of("UnsortedSegmentSum")
                    .in(x)
                    .in(Tensor.of(new int[] {1, 0, 1}))
                    .in(Tensor.of(3))
                    .one(),
            In.of(3, 2)));
    all.add(
        one(
            "ScatterNd",
            x ->
                Op.of("ScatterNd")
                    .in(Tensor.of(new int[][] {{3}, {1}, {3}}))
                    .in(x)
                    .in(Tensor.of(new int[] {5, 2}))
                    .one(),
            In.of(3, 2)));
    for (String type : List.of("TensorScatterAdd", "TensorScatterSub", "TensorScatterUpdate")) {
      all.add(
          of(
              type,
              in ->
                  Op.of(type)
                      .in(in.get(0))
                      .in(Tensor.of(new int[][] {{3}, {1}}))
                      .in(in.get(1))
                      .one(),
              In.of(4, 2),
              In.of(2, 2)));
    }
  }
}

package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.GradientCase.In;

/** Crossentropies, normalizations, images, and a few whole layers. */
final class NnCases {
  private NnCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    crossentropies(all);
    normalizations(all);
    images(all);
    layers(all);
    return all;
  }

  private static void crossentropies(List<GradientCase> all) {
    In logits = In.of(2, 3);
    In classes = In.values(Shape.of(2, 3), 0.2, 0.5, 0.3, 0.1, 0.1, 0.8);
    In other = In.values(Shape.of(2, 3), 0.3, 0.3, 0.4, 0.6, 0.3, 0.1);
    all.add(
        of("binary, logits", in -> in.get(1).binaryCrossentropy(in.get(0), true), logits, classes)
            .twice());
    all.add(
        of("binary", in -> in.get(1).binaryCrossentropy(in.get(0), false), other, classes).twice());
    all.add(
        of(
                "categorical, logits",
                in -> classes(classes).categoricalCrossentropy(in.get(0), true, -1),
                logits)
            .twice());
    all.add(
        of(
                "categorical, by the target",
                in -> in.get(1).softmax().categoricalCrossentropy(in.get(0), true, -1),
                logits,
                In.of(2, 3))
            .twice());
    all.add(
        of(
            "categorical, first axis",
            in -> in.get(0).softmax(0).categoricalCrossentropy(in.get(0), true, 0),
            In.of(3, 2)));
    all.add(
        of(
                "categorical",
                in -> in.get(1).categoricalCrossentropy(in.get(0), false, -1),
                other,
                classes)
            .twice());
    all.add(
        of(
                "sparse, logits",
                in -> Tensor.of(new int[] {2, 0}).sparseCategoricalCrossentropy(in.get(0), true),
                logits)
            .twice());
    all.add(
        of(
            "sparse, rank 3",
            in ->
                Tensor.of(new int[][] {{2, 0}, {1, 1}})
                    .sparseCategoricalCrossentropy(in.get(0), true),
            In.of(2, 2, 3)));
    all.add(ctc());
    all.add(
        of(
            "sparse",
            in -> Tensor.of(new int[] {2, 0}).sparseCategoricalCrossentropy(in.get(0), false),
            other));
  }

  private static GradientCase ctc() {
    return of(
            "ctc",
            in ->
                Tensor.of(new int[][] {{1, 2, 1}, {3, 0, 0}})
                    .ctcLoss(in.get(0), new int[] {3, 1}, new int[] {5, 4}, 2),
            In.of(2, 5, 4))
        .inFloat32();
  }

  private static Tensor classes(In values) {
    return values.tensor(rhyton.tensor.DType.FLOAT64, values.values());
  }

  private static void normalizations(List<GradientCase> all) {
    In x = In.of(3, 2, 4);
    all.add(of("moments, mean", in -> in.get(0).moments(false, 0, 1).get(0), x));
    all.add(of("moments, variance", in -> in.get(0).moments(true, 0, 1).get(1), x).twice());
    all.add(
        of(
                "batch normalization",
                in -> {
                  List<Tensor> m = in.get(0).moments(false, 0, 1);
                  return in.get(0)
                      .batchNormalization(m.get(0), m.get(1), -1, in.get(1), in.get(2), 1e-3);
                },
                x,
                In.fixed(4),
                In.positive(4))
            .twice());
    all.add(
        of(
            "batch normalization, inner axis",
            in -> in.get(0).batchNormalization(in.get(1), in.get(2), 1, null, null, 1e-3),
            x,
            In.fixed(2),
            In.positive(2)));
    all.add(
        of(
                "layer normalization",
                in -> in.get(0).layerNormalization(in.get(1), in.get(2), 1e-3, -1),
                x,
                In.fixed(4),
                In.fixed(4))
            .twice());
    all.add(
        of(
            "layer normalization, two axes",
            in -> in.get(0).layerNormalization(in.get(1), null, 1e-3, 1, 2),
            x,
            In.fixed(2, 4)));
    all.add(of("rms", in -> in.get(0).rmsNormalization(in.get(1), 1e-3), x, In.fixed(4)).twice());
    all.add(fused("fused", true, In.of(2, 2, 3, 2), In.fixed(2), In.fixed(2)).twice());
    all.add(
        fused(
                "fused, given moments",
                false,
                In.of(2, 2, 3, 2),
                In.fixed(2),
                In.fixed(2),
                In.fixed(2),
                In.positive(2))
            .twice());
    all.add(of("normalize", in -> in.get(0).normalize(2, null, -1), x).twice());
    all.add(of("normalize, 3", in -> in.get(0).normalize(3, null, -1), x));
  }

  /** The kernel has float32 only. */
  private static GradientCase fused(String name, boolean training, In... inputs) {
    return of(
            "batch normalization, " + name,
            in -> {
              Op op = Op.of("FusedBatchNormV3").attr("epsilon", 0.1f).attr("is_training", training);
              in.forEach(op::in);
              for (int i = in.size(); i < 5; i++) {
                op.in(Tensor.of(new float[0]));
              }
              return op.all().get(0).square();
            },
            inputs)
        .inFloat32();
  }

  private static void images(List<GradientCase> all) {
    In x = In.of(2, 3, 4, 2);
    all.add(of("nearest", in -> in.get(0).resize(5, 3, "nearest", null).square(), x).twice());
    all.add(
        of(
            "nearest first",
            in -> in.get(0).resize(5, 3, "nearest", "channels_first"),
            In.of(2, 2, 3, 4)));
    all.add(
        of("bilinear", in -> in.get(0).resize(5, 3, "bilinear", null).square(), x)
            .inFloat32()
            .twice());
    all.add(
        of("bicubic", in -> in.get(0).resize(5, 3, "bicubic", null).square(), x)
            .inFloat32()
            .twice());
    all.add(
        of("lanczos", in -> in.get(0).resize(5, 3, "lanczos3", null).square(), x)
            .inFloat32()
            .twice());
    for (String type : List.of("SpaceToDepth", "DepthToSpace")) {
      all.add(
          of(type, in -> Op.of(type).in(in.get(0)).attr("block_size", 2).one(), In.of(2, 2, 4, 4))
              .twice());
    }
  }

  private static void layers(List<GradientCase> all) {
    all.add(
        of(
                "dense",
                in ->
                    in.get(0)
                        .matmul(in.get(1))
                        .addBias(in.get(2), null)
                        .tanh()
                        .matmul(in.get(3))
                        .sigmoid(),
                In.of(2, 3),
                In.fixed(3, 4),
                In.fixed(4),
                In.fixed(4, 2))
            .twice());
  }
}

package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.GradientCase.In;

/** Special functions, colors and transforms of images, and kernels of recurrent cells. */
final class KernelCases {
  private KernelCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    special(all);
    colors(all);
    images(all);
    cells(all);
    return all;
  }

  private static GradientCase one(String name, UnaryOperator<Tensor> f, In x) {
    return of(name, in -> f.apply(in.get(0)), x);
  }

  private static GradientCase two(String name, BinaryOperator<Tensor> f, In x, In y) {
    return of(name, in -> f.apply(in.get(0), in.get(1)), x, y);
  }

  private static Tensor op(String type, Tensor... inputs) {
    Op op = Op.of(type);
    for (Tensor input : inputs) {
      op.in(input);
    }
    return op.one();
  }

  private static void special(List<GradientCase> all) {
    for (String type : List.of("BesselI0", "BesselI1", "BesselI1e", "BesselI0e")) {
      all.add(one(type, x -> op(type, x), In.apart(2, 3)).twice());
    }
    In zero = In.values(Shape.of(1), 0);
    all.add(one("BesselI1, 0", x -> op("BesselI1", x), zero));
    In positive = In.positive(2, 3);
    Tensor orders = Tensor.of(new double[] {1, 2, 3});
    all.add(one("Polygamma", x -> op("Polygamma", orders, x), positive).twice());
    all.add(one("Zeta", x -> op("Zeta", orders.add(1), x), positive).twice());
    all.add(one("Lgamma", x -> op("Lgamma", x), positive).twice());
    for (String type : List.of("Igamma", "Igammac")) {
      all.add(two(type, (a, x) -> op(type, a, x), positive, In.positive(3)));
      all.add(one(type + ", twice", x -> op(type, Tensor.of(1.5), x), positive).twice());
    }
    all.add(
        one(
                "Betainc",
                x -> op("Betainc", orders, orders.add(0.5), x),
                In.values(Shape.of(3), 0.2, 0.5, 0.7))
            .twice());
    In near = In.values(Shape.of(3), 5.3, -2.2, 7.1);
    for (String type : List.of("TruncateMod", "Mod")) {
      all.add(two(type, (a, b) -> op(type, a, b), near, In.values(Shape.of(3), 2, 1.7, -3)));
    }
  }

  /** Colors of which no two channels are near each other. */
  private static In rgb() {
    double[] values = {
      0.9, 0.5, 0.2, 0.3, 0.8, 0.1, 0.2, 0.4, 0.95, 0.7, 0.1, 0.35, 0.15, 0.6, 0.45, 0.6, 0.2, 0.85
    };
    return In.values(Shape.of(2, 3, 1, 3), values);
  }

  private static void colors(List<GradientCase> all) {
    all.add(one("RGBToHSV", x -> op("RGBToHSV", x), rgb()).twice());
    all.add(one("HSVToRGB", x -> op("HSVToRGB", x), rgb()).twice());
    In small = In.values(Shape.SCALAR, 0.02);
    all.add(two("AdjustHue", (x, d) -> op("AdjustHue", x, d), rgb(), small).inFloat32());
    In scale = In.values(Shape.SCALAR, 0.8);
    all.add(
        two("AdjustSaturation", (x, s) -> op("AdjustSaturation", x, s), rgb(), scale).inFloat32());
    all.add(
        two("AdjustContrastv2", (x, f) -> op("AdjustContrastv2", x, f), rgb(), scale).inFloat32());
  }

  private static void images(List<GradientCase> all) {
    float[][] moves = {{1, 0, 1, 0, 1, -1, 0, 0}, {-1, 0, 3, 0, 1, 0, 0, 0}};
    for (String interpolation : List.of("NEAREST", "BILINEAR")) {
      all.add(
          one(
                  "ImageProjectiveTransformV3, " + interpolation,
                  x ->
                      Op.of("ImageProjectiveTransformV3")
                          .in(x)
                          .in(Tensor.of(moves))
                          .in(Op.vector(3, 4))
                          .in(Tensor.of(0.5f))
                          .attr("interpolation", interpolation)
                          .attr("fill_mode", "CONSTANT")
                          .one(),
                  In.of(2, 3, 4, 2))
              .inFloat32()
              .twice());
    }
    for (String padding : List.of("SAME", "VALID")) {
      all.add(
          one(
                  "ExtractImagePatches, " + padding,
                  x ->
                      Op.of("ExtractImagePatches")
                          .in(x)
                          .attr("ksizes", new long[] {1, 2, 3, 1})
                          .attr("strides", new long[] {1, 2, 1, 1})
                          .attr("rates", new long[] {1, 1, 1, 1})
                          .attr("padding", padding)
                          .one(),
                  In.of(2, 4, 5, 2))
              .twice());
    }
  }

  private static Tensor lstm(List<Tensor> in, boolean peephole, long steps) {
    Op op = Op.of("BlockLSTMV2").in(Tensor.of(steps));
    in.forEach(op::in);
    List<Tensor> all = op.attr("use_peephole", peephole).all();
    return all.get(6).square().add(all.get(1));
  }

  private static void cells(List<GradientCase> all) {
    In[] inputs = {
      In.fixed(3, 2, 2),
      In.fixed(2, 3),
      In.fixed(2, 3),
      In.fixed(5, 12),
      In.fixed(3),
      In.fixed(3),
      In.fixed(3),
      In.fixed(12)
    };
    all.add(of("BlockLSTMV2", in -> lstm(in, false, 3), inputs).inFloat32().twice());
    all.add(of("BlockLSTMV2, peephole", in -> lstm(in, true, 3), inputs).inFloat32().twice());
    all.add(of("BlockLSTMV2, fewer steps", in -> lstm(in, false, 2), inputs).inFloat32().twice());
    In[] gru = {In.of(2, 2), In.of(2, 3), In.fixed(5, 6), In.fixed(5, 3), In.fixed(6), In.fixed(3)};
    all.add(
        of(
                "GRUBlockCell",
                in -> {
                  Op op = Op.of("GRUBlockCell");
                  in.forEach(op::in);
                  return op.all().get(3);
                },
                gru)
            .inFloat32()
            .twice());
    all.add(
        of(
                "GRUBlockCell, gates",
                in -> {
                  Op op = Op.of("GRUBlockCell");
                  in.forEach(op::in);
                  List<Tensor> out = op.all();
                  return out.get(0).add(out.get(1).square()).multiply(out.get(2)).add(out.get(3));
                },
                gru)
            .inFloat32());
  }
}

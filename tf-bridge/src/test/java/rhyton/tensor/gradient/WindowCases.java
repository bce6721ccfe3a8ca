package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;
import rhyton.tensor.gradient.GradientCase.In;

/** Convolutions and poolings. */
final class WindowCases {
  private WindowCases() {}

  private static WindowOptions same() {
    return new WindowOptions().padding("same");
  }

  private static WindowOptions first() {
    return new WindowOptions().dataFormat("channels_first");
  }

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    convolutions(all);
    special(all);
    transposed(all);
    poolings(all);
    return all;
  }

  private static GradientCase conv(String name, WindowOptions options, In x, In kernel) {
    return of("conv " + name, in -> in.get(0).conv(in.get(1), options), x, kernel);
  }

  private static void convolutions(List<GradientCase> all) {
    WindowOptions plain = new WindowOptions();
    all.add(conv("1D", plain, In.of(2, 5, 2), In.fixed(3, 2, 3)).twice());
    all.add(conv("1D same strides 2", same().strides(2), In.of(2, 5, 2), In.fixed(3, 2, 3)));
    all.add(conv("1D dilated", same().dilationRate(2), In.of(2, 6, 2), In.fixed(3, 2, 3)).twice());
    all.add(conv("1D first", first(), In.of(2, 2, 5), In.fixed(3, 2, 3)));
    all.add(conv("2D", plain, In.of(2, 4, 5, 2), In.fixed(2, 3, 2, 3)).twice());
    all.add(conv("2D same", same().strides(2, 1), In.of(2, 5, 4, 2), In.fixed(3, 3, 2, 2)).twice());
    all.add(conv("2D first", first().strides(2), In.of(2, 2, 5, 4), In.fixed(3, 2, 2, 2)));
    all.add(conv("2D dilated", plain.dilationRate(2, 1), In.of(2, 5, 4, 2), In.fixed(2, 2, 2, 2)));
    all.add(conv("2D groups", plain, In.of(2, 4, 4, 4), In.fixed(2, 2, 2, 6)));
    all.add(conv("2D group each", same(), In.of(2, 3, 4, 3), In.fixed(2, 2, 1, 6)).twice());
    all.add(conv("3D", plain, In.of(1, 3, 3, 3, 2), In.fixed(2, 2, 2, 2, 2)).twice());
    all.add(conv("3D same", same().strides(2), In.of(1, 3, 4, 3, 1), In.fixed(3, 2, 2, 1, 2)));
    all.add(conv("1x1 1D", same().strides(2), In.of(2, 5, 2), In.fixed(1, 2, 3)).twice());
    all.add(conv("1x1 2D", plain.strides(2), In.of(2, 4, 5, 3), In.fixed(1, 1, 3, 4)).twice());
    all.add(conv("1x1 2D same", same().strides(2, 3), In.of(2, 4, 5, 3), In.fixed(1, 1, 3, 4)));
    all.add(conv("1x1 3D", plain.strides(2), In.of(1, 3, 4, 3, 2), In.fixed(1, 1, 1, 2, 3)));
  }

  private static void special(List<GradientCase> all) {
    WindowOptions plain = new WindowOptions();
    all.add(depthwise("1D", plain, In.of(2, 5, 3), In.fixed(2, 3, 2)));
    all.add(depthwise("2D", same().strides(2), In.of(2, 5, 4, 2), In.fixed(3, 2, 2, 2)).twice());
    all.add(depthwise("1x1", same().strides(2), In.of(2, 5, 4, 2), In.fixed(1, 1, 2, 2)).twice());
    all.add(depthwise("uneven", same().strides(2, 1), In.of(2, 5, 4, 2), In.fixed(3, 2, 2, 2)));
    all.add(
        depthwise(
            "dilated", same().strides(2).dilationRate(2), In.of(2, 5, 6, 2), In.fixed(2, 2, 2, 1)));
    all.add(
        of(
            "separable",
            in -> in.get(0).separableConv(in.get(1), in.get(2), same()),
            In.of(2, 4, 4, 2),
            In.fixed(3, 3, 2, 2),
            In.fixed(1, 1, 4, 3)));
    all.add(
        of("bias", in -> in.get(0).addBias(in.get(1), null), In.of(2, 3, 4), In.fixed(4)).twice());
    all.add(
        of(
            "bias first",
            in -> in.get(0).addBias(in.get(1), "channels_first"),
            In.of(2, 3, 4),
            In.fixed(3)));
  }

  private static GradientCase depthwise(String name, WindowOptions options, In x, In kernel) {
    return of("depthwise " + name, in -> in.get(0).depthwiseConv(in.get(1), options), x, kernel);
  }

  private static void transposed(List<GradientCase> all) {
    WindowOptions plain = new WindowOptions();
    all.add(transposed("1D", plain.strides(2), In.of(2, 4, 3), In.fixed(3, 2, 3)));
    all.add(transposed("2D", same().strides(2), In.of(2, 3, 4, 3), In.fixed(3, 2, 2, 3)).twice());
    all.add(transposed("2D first", first().strides(2), In.of(2, 3, 3, 4), In.fixed(3, 2, 2, 3)));
    all.add(transposed("1x1", plain.strides(2), In.of(2, 3, 4, 3), In.fixed(1, 1, 2, 3)).twice());
    all.add(transposed("dilated", plain.dilationRate(2), In.of(2, 3, 4, 2), In.fixed(2, 3, 2, 2)));
    all.add(transposed("3D", plain.strides(2), In.of(1, 2, 3, 2, 2), In.fixed(2, 2, 2, 2, 2)));
    all.add(
        transposed(
            "output padding",
            same().strides(3).outputPadding(1),
            In.of(2, 4, 3),
            In.fixed(3, 2, 3)));
  }

  private static GradientCase transposed(String name, WindowOptions options, In x, In kernel) {
    return of("transposed " + name, in -> in.get(0).convTranspose(in.get(1), options), x, kernel);
  }

  private static void poolings(List<GradientCase> all) {
    WindowOptions overlapping = same().strides(2);
    long[] two = {2};
    long[] three = {3};
    all.add(of("max 1D", in -> in.get(0).maxPool(2), In.apart(2, 5, 2)));
    all.add(
        of("max 2D", in -> in.get(0).maxPool(three, overlapping).square(), In.apart(1, 5, 6, 2))
            .twice());
    all.add(of("max 2D first", in -> in.get(0).maxPool(two, first()), In.apart(1, 2, 5, 6)));
    all.add(
        of("max 3D", in -> in.get(0).maxPool(two, overlapping).square(), In.apart(1, 3, 4, 3, 2))
            .inFloat32()
            .twice());
    all.add(of("average 1D", in -> in.get(0).averagePool(2), In.of(2, 5, 2)));
    all.add(
        of(
                "average 2D",
                in -> in.get(0).averagePool(three, overlapping).square(),
                In.of(1, 5, 6, 2))
            .twice());
    all.add(
        of(
                "average 3D",
                in -> in.get(0).averagePool(two, overlapping).square(),
                In.of(1, 3, 4, 3, 2))
            .inFloat32()
            .twice());
    all.add(of("slopes of max 2D", in -> cubicSlope(in.get(0)), In.apart(1, 3, 4, 2)).twice());
    all.add(
        of("slopes of max 3D", in -> cubicSlope(in.get(0)), In.apart(1, 3, 2, 2, 2))
            .inFloat32()
            .twice());
    all.add(of("adaptive max", in -> in.get(0).adaptiveMaxPool(two, null), In.apart(2, 5, 4, 2)));
    all.add(
        of(
            "adaptive average",
            in -> in.get(0).adaptiveAveragePool(three, null),
            In.of(2, 5, 4, 2)));
  }

  /** The gradient of cubes of maxima, whose own second gradient is of third order. */
  private static Tensor cubicSlope(Tensor x) {
    Tensor y = x.maxPool(2);
    return Gradients.of(y.multiply(y.square()).sum(), List.of(x)).get(0).toDense();
  }
}

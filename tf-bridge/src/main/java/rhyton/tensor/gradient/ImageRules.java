package rhyton.tensor.gradient;

import java.util.List;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** Gradients of the resizing of images: linear, so that those of gradients resize again. */
final class ImageRules {
  private static final List<String> ATTRIBUTES =
      List.of("align_corners", "half_pixel_centers", "kernel_type", "antialias");

  private ImageRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    for (String type : List.of("ResizeBilinear", "ResizeBicubic")) {
      rules.put(
          type, c -> c.give(0, () -> like(c, Op.of(type + "Grad").in(c.grad()).in(c.in(0))).one()));
      rules.put(
          type + "Grad",
          c -> c.give(0, () -> like(c, Op.of(type).in(c.grad()).in(sides(c.in(0)))).one()));
    }
    rules.put(
        "ResizeNearestNeighbor",
        c ->
            c.give(
                0,
                () ->
                    like(c, Op.of("ResizeNearestNeighborGrad").in(c.grad()).in(sides(c.in(0))))
                        .one()));
    rules.put(
        "ResizeNearestNeighborGrad",
        c ->
            c.give(
                0,
                () ->
                    like(c, Op.of("ResizeNearestNeighbor").in(c.grad()).in(sides(c.in(0)))).one()));
    rules.put("ScaleAndTranslate", ImageRules::scaleAndTranslate);
    rules.put("ScaleAndTranslateGrad", ImageRules::scaleAndTranslateGrad);
  }

  private static Op like(GradientContext c, Op op) {
    for (String name : ATTRIBUTES) {
      Object value = c.node().attribute(name);
      if (value != null) {
        op.attr(name, value);
      }
    }
    return op;
  }

  /** Height and width of images. */
  private static Tensor sides(Tensor images) {
    return Shapes.dynamic(images).getItem(Slice.of(1, 3)).cast(DType.INT32);
  }

  private static void scaleAndTranslate(GradientContext c) {
    c.give(
        0,
        () ->
            like(c, Op.of("ScaleAndTranslateGrad").in(c.grad()).in(c.in(0)).in(c.in(2)).in(c.in(3)))
                .one());
  }

  private static void scaleAndTranslateGrad(GradientContext c) {
    c.give(
        0,
        () ->
            like(
                    c,
                    Op.of("ScaleAndTranslate")
                        .in(c.grad())
                        .in(sides(c.in(0)))
                        .in(c.in(2))
                        .in(c.in(3)))
                .one());
  }
}

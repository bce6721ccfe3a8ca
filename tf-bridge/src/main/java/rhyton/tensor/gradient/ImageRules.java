package rhyton.tensor.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** Gradients of the resizing of images: linear, so that those of gradients resize again. */
final class ImageRules {
  private static final List<String> ATTRIBUTES =
      List.of(
          "align_corners",
          "half_pixel_centers",
          "kernel_type",
          "antialias",
          "interpolation",
          "fill_mode");

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
    rules.put("ImageProjectiveTransformV3", ImageRules::projectiveTransform);
    rules.put("ExtractImagePatches", ImageRules::patches);
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

  /** As in TensorFlow the gradient is the image of gradients, transformed back. */
  private static void projectiveTransform(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor transforms = c.in(1);
          Tensor one = transforms.getItem(Slice.ELLIPSIS, Slice.of(0, 1)).onesLike();
          Tensor rows = ShapeOps.concatenate(List.of(transforms, one), -1).reshape(-1, 3, 3);
          Tensor back = Op.of("MatrixInverse").in(rows).one().reshape(-1, 9);
          Tensor flat = back.divide(back.getItem(Slice.ELLIPSIS, Slice.of(8, null)));
          return like(
                  c,
                  Op.of("ImageProjectiveTransformV3")
                      .in(c.grad())
                      .in(flat.getItem(Slice.ELLIPSIS, Slice.of(0, 8)))
                      .in(sides(c.in(0)))
                      .in(Tensor.scalar(0, DType.FLOAT32)))
              .one();
        });
  }

  /** The op is a convolution with a kernel that picks each element of the window. */
  private static void patches(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor x = c.in(0);
          long[] sizes = c.attr("ksizes", new long[0]);
          long depth = x.shape().get(3);
          long all = sizes[1] * sizes[2] * depth;
          double[] ones = new double[(int) all];
          Arrays.fill(ones, 1);
          Tensor eye = DiagonalRules.matrices(Tensor.of(ones).cast(x.dtype()));
          return Op.of("Conv2DBackpropInput")
              .in(Shapes.dynamic(x))
              .in(eye.reshape(sizes[1], sizes[2], depth, all))
              .in(c.grad())
              .attr("strides", c.attr("strides", new long[0]))
              .attr("dilations", c.attr("rates", new long[0]))
              .attr("padding", c.attr("padding", "VALID"))
              .one();
        });
  }
}

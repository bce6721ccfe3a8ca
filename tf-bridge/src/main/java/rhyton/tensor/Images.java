package rhyton.tensor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link ImageOps}. */
final class Images {
  private static final KerasOp.Family IMAGE = new KerasOp.Family("image");

  static final KerasOp RESIZE =
      IMAGE.op(
          "Resize",
          Images::resize,
          "size",
          null,
          "interpolation",
          "bilinear",
          "antialias",
          false,
          "crop_to_aspect_ratio",
          false,
          "pad_to_aspect_ratio",
          false,
          "fill_mode",
          "constant",
          "fill_value",
          0.0,
          "data_format",
          null);

  private Images() {}

  static Collection<KerasOp> all() {
    return IMAGE.all();
  }

  private static Tensor resize(OpCall c) {
    Tensor x = c.tensor(0);
    if (x.rank() != 3 && x.rank() != 4) {
      throw new IllegalArgumentException(
          "Resize: images must have 3 or 4 axes. Received: shape=" + x.shape());
    }
    if (!c.option("fill_mode").equals("constant")) {
      throw new IllegalArgumentException(
          "Resize: `fill_mode` must be \"constant\". Received: fill_mode=" + c.option("fill_mode"));
    }
    Tensor batch = x.rank() == 3 ? Spatial.expand(x, 0) : x;
    Tensor y = Spatial.channelsLast(c, batch, last -> resizeLast(c, last));
    Tensor same = Kernels.cast(rounded(y, x.dtype()), x.dtype());
    return x.rank() == 3 ? same.squeeze(0) : same;
  }

  /** Whole numbers are rounded and kept in the range of their type. */
  private static Tensor rounded(Tensor y, DType dtype) {
    if (y.dtype() == dtype || !dtype.isInteger()) {
      return y;
    }
    double bits = Math.pow(2, 8 * dtype.size() - (dtype.isUnsigned() ? 0 : 1));
    return y.round().clip(dtype.isUnsigned() ? 0 : -bits, bits - 1);
  }

  private static Tensor resizeLast(OpCall c, Tensor x) {
    List<?> given = c.option("size") instanceof List<?> list ? list : List.of();
    if (given.stream().anyMatch(Tensor.class::isInstance)) {
      if (c.flag("crop_to_aspect_ratio") || c.flag("pad_to_aspect_ratio")) {
        throw new UnsupportedOperationException(
            "Resize: `crop_to_aspect_ratio` and `pad_to_aspect_ratio` need a `size` of numbers");
      }
      return resizeTo(c, x, Shaping.vector(given));
    }
    long[] size = Axes.longs(c.option("size"));
    if (size.length != 2 || Arrays.stream(size).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "Resize: `size` must be height and width. Received: size=" + Arrays.toString(size));
    }
    Tensor fitted = fitted(c, x, size);
    if (fitted.shape().get(1) == size[0] && fitted.shape().get(2) == size[1]) {
      return fitted;
    }
    return resizeTo(c, fitted, Constants.ints(size));
  }

  private static Tensor resizeTo(OpCall c, Tensor fitted, Tensor size) {
    boolean antialias = c.flag("antialias");
    String interpolation = String.valueOf(c.option("interpolation"));
    return switch (interpolation) {
      case "nearest" -> direct("ResizeNearestNeighbor", fitted, size);
      case "bilinear" ->
          antialias
              ? scaled(fitted, size, "triangle", true)
              : direct("ResizeBilinear", fitted, size);
      case "bicubic" ->
          antialias
              ? scaled(fitted, size, "keyscubic", true)
              : direct("ResizeBicubic", fitted, size);
      case "lanczos3", "lanczos5" -> scaled(fitted, size, interpolation, antialias);
      default ->
          throw new IllegalArgumentException(
              "Resize: `interpolation` must be one of \"nearest\", \"bilinear\", \"bicubic\","
                  + " \"lanczos3\", \"lanczos5\". Received: interpolation="
                  + interpolation);
    };
  }

  private static Tensor direct(String type, Tensor x, Tensor size) {
    return Op.of(type).in(x).in(size).attr("half_pixel_centers", true).one();
  }

  private static Tensor scaled(Tensor x, Tensor size, String kernel, boolean antialias) {
    Tensor from = SpaceToBatch.spatialSizes(x, 2).cast(DType.FLOAT32);
    return Op.of("ScaleAndTranslate")
        .in(x)
        .in(size)
        .in(size.cast(DType.FLOAT32).divide(from))
        .in(Kernels.zerosLike(from))
        .attr("kernel_type", kernel)
        .attr("antialias", antialias)
        .one();
  }

  /** The image cropped or padded to the proportions of the size, if that is asked for. */
  private static Tensor fitted(OpCall c, Tensor x, long[] size) {
    boolean crop = c.flag("crop_to_aspect_ratio");
    boolean pad = c.flag("pad_to_aspect_ratio");
    if (!crop && !pad) {
      return x;
    }
    if (crop && pad) {
      throw new IllegalArgumentException(
          "Resize: `crop_to_aspect_ratio` and `pad_to_aspect_ratio` exclude each other");
    }
    long height = x.shape().get(1);
    long width = x.shape().get(2);
    if (height < 0 || width < 0) {
      throw new UnsupportedOperationException(
          "Resize: `"
              + (crop ? "crop" : "pad")
              + "_to_aspect_ratio` needs images of known height and width. Received: shape="
              + x.shape());
    }
    long fittingHeight = (long) ((float) (width * size[0]) / size[1]);
    long fittingWidth = (long) ((float) (height * size[1]) / size[0]);
    if (crop) {
      int newHeight = (int) Math.max(1, Math.min(height, fittingHeight));
      int newWidth = (int) Math.max(1, Math.min(width, fittingWidth));
      int top = (int) ((height - newHeight) / 2);
      int left = (int) ((width - newWidth) / 2);
      return x.getItem(Slice.ALL, Slice.of(top, top + newHeight), Slice.of(left, left + newWidth));
    }
    int vertical = (int) ((Math.max(height, fittingHeight) - height) / 2);
    int horizontal = (int) ((Math.max(width, fittingWidth) - width) / 2);
    int[][] around = {{0, 0}, {vertical, vertical}, {horizontal, horizontal}, {0, 0}};
    return x.pad(around, "constant", c.option("fill_value"));
  }
}

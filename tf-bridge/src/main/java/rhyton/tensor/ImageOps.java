package rhyton.tensor;

/**
 * Functions of images: {@code (batch, height, width, channels)}, or one image without batch; with
 * the channels first if the data format says so.
 *
 * @see <a href="https://keras.io/api/ops/image/">keras.ops.image</a>
 */
public sealed interface ImageOps permits Tensor {

  /**
   * Resizes images, each side by its own factor.
   *
   * @param height the new height
   * @param width the new width
   * @param interpolation "nearest", "bilinear" (Keras's default), "bicubic", "lanczos3" or
   *     "lanczos5"
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return the images, of the same type
   */
  default Tensor resize(int height, int width, String interpolation, String dataFormat) {
    return Images.RESIZE.one(
        OpCall.of(this)
            .with("size", java.util.List.of(height, width))
            .with("interpolation", interpolation)
            .with("data_format", dataFormat));
  }

  /**
   * Resizes images to a size that may be known only when it runs.
   *
   * @param size the new height and width: numbers, or tensors of shape ()
   * @param interpolation "nearest", "bilinear" (Keras's default), "bicubic", "lanczos3" or
   *     "lanczos5"
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return the images, of the same type
   */
  default Tensor resize(java.util.List<?> size, String interpolation, String dataFormat) {
    return Images.RESIZE.one(
        OpCall.of(this)
            .with("size", size)
            .with("interpolation", interpolation)
            .with("data_format", dataFormat));
  }

  /**
   * Moves, turns and shears images: pixel {@code (x, y)} of the result is that at {@code (a0 x + a1
   * y + a2, b0 x + b1 y + b2) / (c0 x + c1 y + 1)} of the image.
   *
   * @param transform {@code (a0, a1, a2, b0, b1, b2, c0, c1)}, for all images or for each
   * @param interpolation "nearest" or "bilinear" (Keras's default)
   * @param fillMode what is beyond the edges: "constant" (Keras's default), "nearest", "wrap" or
   *     "reflect"
   * @param fillValue the constant
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return images of the same shape
   */
  default Tensor affineTransform(
      Object transform,
      String interpolation,
      String fillMode,
      double fillValue,
      String dataFormat) {
    return Warps.AFFINE_TRANSFORM.one(
        OpCall.of(this, transform)
            .with("interpolation", interpolation)
            .with("fill_mode", fillMode)
            .with("fill_value", fillValue)
            .with("data_format", dataFormat));
  }

  /**
   * Cuts images or volumes into patches, which become channels.
   *
   * @param size height and width of a patch, for volumes depth, height and width
   * @param options strides, {@code dilation_rate}, padding and data format; without strides patches
   *     do not overlap
   * @return the patches, {@code (batch, rows, columns, height · width · channels)}
   */
  default Tensor extractPatches(long[] size, WindowOptions options) {
    return Warps.EXTRACT_PATCHES.one(options.of(this).with("size", WindowOptions.sizes(size)));
  }

  /**
   * Grey images from colored ones: weighted means of red, green and blue.
   *
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return images with one channel
   */
  default Tensor rgbToGrayscale(String dataFormat) {
    return Warps.RGB_TO_GRAYSCALE.one(OpCall.of(this).with("data_format", dataFormat));
  }

  /**
   * Hue, saturation and value from red, green and blue between 0 and 1.
   *
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return images of the same shape, with numbers between 0 and 1
   */
  default Tensor rgbToHsv(String dataFormat) {
    return Warps.RGB_TO_HSV.one(OpCall.of(this).with("data_format", dataFormat));
  }

  /**
   * Red, green and blue from hue, saturation and value between 0 and 1.
   *
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return images of the same shape, with numbers between 0 and 1
   */
  default Tensor hsvToRgb(String dataFormat) {
    return Warps.HSV_TO_RGB.one(OpCall.of(this).with("data_format", dataFormat));
  }

  /**
   * Changes the perspective of images: what was at four points comes to four others.
   *
   * @param startPoints four points (x, y) in the images, for all or for each
   * @param endPoints where they go
   * @param interpolation "nearest" or "bilinear" (Keras's default)
   * @param fillValue what is beyond the edges
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return images of the same shape
   */
  default Tensor perspectiveTransform(
      Object startPoints,
      Object endPoints,
      String interpolation,
      double fillValue,
      String dataFormat) {
    return Warps.PERSPECTIVE_TRANSFORM.one(
        OpCall.of(this, startPoints, endPoints)
            .with("interpolation", interpolation)
            .with("fill_value", fillValue)
            .with("data_format", dataFormat));
  }

  /**
   * Looks up elements at coordinates, between which it may interpolate.
   *
   * @param coordinates a row of coordinates for each axis of this tensor
   * @param order 0 for the nearest element, 1 for linear interpolation
   * @param fillMode what is beyond the edges: "constant" (Keras's default), "nearest", "wrap",
   *     "mirror" or "reflect"
   * @param fillValue the constant
   * @return the elements, of the shape of a row
   */
  default Tensor mapCoordinates(Object coordinates, int order, String fillMode, double fillValue) {
    return Coordinates.MAP_COORDINATES.one(
        OpCall.of(this, coordinates)
            .with("order", order)
            .with("fill_mode", fillMode)
            .with("fill_value", fillValue));
  }

  /**
   * Scales and moves images along some axes: what was at x comes to {@code x · scale +
   * translation}.
   *
   * @param outputShape the shape of the result
   * @param scale a factor for each of the axes
   * @param translation a distance for each of the axes
   * @param spatialDims the axes
   * @param method "linear", "cubic", "lanczos3" or "lanczos5"
   * @param antialias whether elements are averaged where images become smaller; Keras's default is
   *     true
   * @return images of that shape
   */
  default Tensor scaleAndTranslate(
      long[] outputShape,
      Object scale,
      Object translation,
      int[] spatialDims,
      String method,
      boolean antialias) {
    return Sampling.SCALE_AND_TRANSLATE.one(
        OpCall.of(this, outputShape, scale, translation)
            .with("spatial_dims", spatialDims)
            .with("method", method)
            .with("antialias", antialias));
  }
}

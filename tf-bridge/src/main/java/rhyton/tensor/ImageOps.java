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
}

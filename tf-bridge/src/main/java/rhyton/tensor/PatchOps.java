package rhyton.tensor;

/**
 * Blocks of images: cut out, put back, moved between depth and space.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface PatchOps permits Tensor {

  /**
   * Spreads channels over space: blocks of {@code blockSize²} channels become squares.
   *
   * @param blockSize the side of the squares
   * @param dataFormat "channels_last" or "channels_first"
   * @return images that are larger by that factor, with fewer channels
   */
  default Tensor depthToSpace(int blockSize, String dataFormat) {
    return Patches.DEPTH_TO_SPACE.one(
        OpCall.of(this).with("block_size", blockSize).with("data_format", dataFormat));
  }

  /**
   * Packs space into channels: squares become blocks of {@code blockSize²} channels.
   *
   * @param blockSize the side of the squares
   * @param dataFormat "channels_last" or "channels_first"
   * @return images that are smaller by that factor, with more channels
   */
  default Tensor spaceToDepth(int blockSize, String dataFormat) {
    return Patches.SPACE_TO_DEPTH.one(
        OpCall.of(this).with("block_size", blockSize).with("data_format", dataFormat));
  }

  /**
   * Cuts out windows: each becomes a column.
   *
   * @param kernelSize height and width of the window, or one number for both
   * @param dilation how far apart its elements are
   * @param padding how many zeros are put around the images
   * @param stride how far the window moves
   * @return {@code (batch, channels · height · width of the window, windows)}, for images {@code
   *     (batch, channels, height, width)}
   */
  default Tensor unfold(long[] kernelSize, int dilation, int padding, int stride) {
    return Patches.UNFOLD.one(
        OpCall.of(this)
            .with("kernel_size", WindowOptions.sizes(kernelSize))
            .with("dilation", dilation)
            .with("padding", padding)
            .with("stride", stride));
  }

  /**
   * Puts the columns of {@link #unfold} back where they were cut out; what overlaps is added.
   *
   * @param outputSize height and width of the images, or one number for both
   * @param kernelSize height and width of the window, or one number for both
   * @param dilation how far apart its elements are
   * @param padding how many zeros were put around the images
   * @param stride how far the window moved
   * @return images {@code (batch, channels, height, width)}
   */
  default Tensor fold(long[] outputSize, long[] kernelSize, int dilation, int padding, int stride) {
    return Patches.FOLD.one(
        OpCall.of(this)
            .with("output_size", WindowOptions.sizes(outputSize))
            .with("kernel_size", WindowOptions.sizes(kernelSize))
            .with("dilation", dilation)
            .with("padding", padding)
            .with("stride", stride));
  }
}

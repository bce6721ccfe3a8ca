package rhyton.tensor;

/**
 * Poolings: a window moves over sequences, images or volumes and leaves one number for each place.
 *
 * <p>Inputs are {@code (batch, …, channels)} with one to three axes between, or {@code (batch,
 * channels, …)} if the data format says so.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface PoolOps permits Tensor {

  /**
   * {@link #maxPool(long[], WindowOptions)} side by side, with padding "valid".
   *
   * @param poolSize the size of the window: one number for all axes, or one for each
   * @return the result, with the same channels
   */
  default Tensor maxPool(long... poolSize) {
    return maxPool(poolSize, new WindowOptions());
  }

  /**
   * The greatest element in each window.
   *
   * @param poolSize the size of the window: one number for all axes, or one for each
   * @param options strides (default: the size of the window), padding, data format
   * @return the result, with the same channels
   */
  default Tensor maxPool(long[] poolSize, WindowOptions options) {
    return Poolings.MAX_POOL.one(options.of(this).with("pool_size", WindowOptions.sizes(poolSize)));
  }

  /**
   * {@link #averagePool(long[], WindowOptions)} side by side, with padding "valid".
   *
   * @param poolSize the size of the window: one number for all axes, or one for each
   * @return the result, with the same channels
   */
  default Tensor averagePool(long... poolSize) {
    return averagePool(poolSize, new WindowOptions());
  }

  /**
   * The mean of the elements in each window; what lies outside of the input does not count.
   *
   * @param poolSize the size of the window: one number for all axes, or one for each
   * @param options strides (default: the size of the window), padding, data format
   * @return the result, with the same channels
   */
  default Tensor averagePool(long[] poolSize, WindowOptions options) {
    return Poolings.AVERAGE_POOL.one(
        options.of(this).with("pool_size", WindowOptions.sizes(poolSize)));
  }

  /**
   * The greatest elements of windows that are laid out so that the result has a given size.
   *
   * @param outputSize the size of the result: one number for all axes, or one for each
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return the result, with the same channels
   */
  default Tensor adaptiveMaxPool(long[] outputSize, String dataFormat) {
    return Poolings.ADAPTIVE_MAX_POOL.one(
        OpCall.of(this)
            .with("output_size", WindowOptions.sizes(outputSize))
            .with("data_format", dataFormat));
  }

  /**
   * The means of windows that are laid out so that the result has a given size.
   *
   * @param outputSize the size of the result: one number for all axes, or one for each
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return the result, with the same channels
   */
  default Tensor adaptiveAveragePool(long[] outputSize, String dataFormat) {
    return Poolings.ADAPTIVE_AVERAGE_POOL.one(
        OpCall.of(this)
            .with("output_size", WindowOptions.sizes(outputSize))
            .with("data_format", dataFormat));
  }
}

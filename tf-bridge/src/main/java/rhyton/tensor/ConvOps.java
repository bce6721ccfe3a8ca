package rhyton.tensor;

/**
 * Convolutions of sequences, images and volumes.
 *
 * <p>Inputs are {@code (batch, …, channels)} with one to three axes between, or {@code (batch,
 * channels, …)} if the data format says so.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface ConvOps permits Tensor {

  /**
   * {@link #conv(Object, WindowOptions)} with strides 1 and padding "valid".
   *
   * @param kernel the filters: {@code (sizes…, input channels, filters)}
   * @return the result, with as many channels as filters
   */
  default Tensor conv(Object kernel) {
    return conv(kernel, new WindowOptions());
  }

  /**
   * Convolution. If the kernel has fewer channels than the input, the channels are cut into groups,
   * each of which has its own part of the filters.
   *
   * @param kernel the filters: {@code (sizes…, input channels / groups, filters)}
   * @param options strides, padding, data format, dilation rate
   * @return the result, with as many channels as filters
   * @throws IllegalArgumentException if shapes and options do not fit, or the output is empty
   */
  default Tensor conv(Object kernel, WindowOptions options) {
    return Convolutions.CONV.one(options.of(this, kernel));
  }

  /**
   * Convolution of each channel with filters of its own, for sequences and images.
   *
   * @param kernel the filters: {@code (sizes…, channels, filters of each)}
   * @param options strides, padding, data format, dilation rate
   * @return the result, with channels times filters channels
   * @throws IllegalArgumentException if shapes and options do not fit
   */
  default Tensor depthwiseConv(Object kernel, WindowOptions options) {
    return Convolutions.DEPTHWISE_CONV.one(options.of(this, kernel));
  }

  /**
   * {@link #depthwiseConv} followed by a convolution with a kernel of size 1, which mixes the
   * channels.
   *
   * @param depthwiseKernel the filters of each channel: {@code (sizes…, channels, filters of each)}
   * @param pointwiseKernel how they are mixed: {@code (1…, channels times filters, outputs)}
   * @param options strides, padding, data format, dilation rate
   * @return the result
   * @throws IllegalArgumentException if shapes and options do not fit
   */
  default Tensor separableConv(
      Object depthwiseKernel, Object pointwiseKernel, WindowOptions options) {
    return Convolutions.SEPARABLE_CONV.one(options.of(this, depthwiseKernel, pointwiseKernel));
  }

  /**
   * Transposed convolution: what {@link #conv} does, backwards, so strides make the result larger.
   *
   * @param kernel the filters: {@code (sizes…, filters, input channels)}
   * @param options strides, padding, output padding, data format, dilation rate
   * @return the result, with as many channels as filters
   * @throws IllegalArgumentException if shapes and options do not fit
   */
  default Tensor convTranspose(Object kernel, WindowOptions options) {
    return TransposedConvolutions.CONV_TRANSPOSE.one(options.of(this, kernel));
  }

  /**
   * Adds a number to each channel. It computes what {@code add} does, in the form in which
   * TensorFlow joins it with the product or convolution before it and the activation behind it.
   *
   * @param bias the numbers: {@code (channels)}
   * @param dataFormat "channels_last" or "channels_first"; null for {@link
   *     OpDefaults#imageDataFormat()}
   * @return the result, of the same shape
   */
  default Tensor addBias(Tensor bias, String dataFormat) {
    return Convolutions.addBias((Tensor) this, bias, dataFormat);
  }
}

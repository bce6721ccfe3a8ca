package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Transposed convolution of sequences: what a convolution does to the gradient of its input.
 * Strides make the output larger; generators and decoders grow sequences with it.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, channels)}, output {@code (batch, new steps,
 * filters)}; with channels first {@code (batch, channels, steps)}. With the padding {@code same} a
 * size becomes size · stride, with {@code valid} size · stride + max(kernelSize − stride, 0).
 * Weights {@code kernel} (kernelSize…, filters, channels) and {@code bias} (filters).
 *
 * <pre>{@code
 * Tensor y = new Conv1DTranspose(32, 4).strides(2).padding("same").apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/convolution_layers/convolution1d_transpose/">Conv1DTranspose</a>
 */
public final class Conv1DTranspose extends ConvTranspose<Conv1DTranspose> {
  /** Keras's class. */
  public static final KerasType<Conv1DTranspose> TYPE =
      convType("Conv1DTranspose", Conv1DTranspose::new).alias("Convolution1DTranspose");

  /**
   * A transposed convolution with all options at Keras's defaults.
   *
   * @param filters the number of channels of the output
   * @param kernelSize how many steps a filter sees
   */
  public Conv1DTranspose(int filters, long... kernelSize) {
    this(ArgValues.NONE.with(FILTERS, filters).with(KERNEL_SIZE, kernelSize));
  }

  private Conv1DTranspose(ArgValues args) {
    super(1, args);
  }

  @Override
  public KerasType<Conv1DTranspose> type() {
    return TYPE;
  }
}

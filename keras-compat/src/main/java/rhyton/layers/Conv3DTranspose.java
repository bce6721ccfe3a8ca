package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Transposed convolution of volumes: what a convolution does to the gradient of its input. Strides
 * make the output larger; generators and decoders grow volumes with it.
 *
 * <p><b>Shapes</b> input {@code (batch, depth, rows, columns, channels)}, output {@code (batch, new
 * depth, new rows, new columns, filters)}; with channels first {@code (batch, channels, depth,
 * rows, columns)}. With the padding {@code same} a size becomes size · stride, with {@code valid}
 * size · stride + max(kernelSize − stride, 0). Weights {@code kernel} (kernelSize…, filters,
 * channels) and {@code bias} (filters).
 *
 * <pre>{@code
 * Tensor y = new Conv3DTranspose(32, 4).strides(2).padding("same").apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/convolution_layers/convolution3d_transpose/">Conv3DTranspose</a>
 */
public final class Conv3DTranspose extends ConvTranspose<Conv3DTranspose> {
  /** Keras's class. */
  public static final KerasType<Conv3DTranspose> TYPE =
      convType("Conv3DTranspose", Conv3DTranspose::new).alias("Convolution3DTranspose");

  /**
   * A transposed convolution with all options at Keras's defaults.
   *
   * @param filters the number of channels of the output
   * @param kernelSize the size of the window: one number for all axes, or three
   */
  public Conv3DTranspose(int filters, long... kernelSize) {
    this(ArgValues.NONE.with(FILTERS, filters).with(KERNEL_SIZE, kernelSize));
  }

  private Conv3DTranspose(ArgValues args) {
    super(3, args);
  }

  @Override
  public KerasType<Conv3DTranspose> type() {
    return TYPE;
  }
}

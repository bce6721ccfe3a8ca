package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Transposed convolution of images: what a convolution does to the gradient of its input. Strides
 * make the output larger; generators and decoders grow images with it.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, output {@code (batch, new rows,
 * new columns, filters)}; with channels first {@code (batch, channels, rows, columns)}. With the
 * padding {@code same} a size becomes size · stride, with {@code valid} size · stride +
 * max(kernelSize − stride, 0). Weights {@code kernel} (kernelSize…, filters, channels) and {@code
 * bias} (filters).
 *
 * <pre>{@code
 * Tensor y = new Conv2DTranspose(32, 4).strides(2).padding("same").apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/convolution_layers/convolution2d_transpose/">Conv2DTranspose</a>
 */
public final class Conv2DTranspose extends ConvTranspose<Conv2DTranspose> {
  /** Keras's class. */
  public static final KerasType<Conv2DTranspose> TYPE =
      convType("Conv2DTranspose", Conv2DTranspose::new).alias("Convolution2DTranspose");

  /**
   * A transposed convolution with all options at Keras's defaults.
   *
   * @param filters the number of channels of the output
   * @param kernelSize the size of the window: one number for all axes, or two
   */
  public Conv2DTranspose(int filters, long... kernelSize) {
    this(ArgValues.NONE.with(FILTERS, filters).with(KERNEL_SIZE, kernelSize));
  }

  private Conv2DTranspose(ArgValues args) {
    super(2, args);
  }

  @Override
  public KerasType<Conv2DTranspose> type() {
    return TYPE;
  }
}

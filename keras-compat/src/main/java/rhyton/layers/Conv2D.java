package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Convolution over images: each filter looks at a window of the size {@code kernelSize}.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, output {@code (batch, new rows,
 * new columns, filters)}; with channels first {@code (batch, channels, rows, columns)}. Weights
 * {@code kernel} (kernelSize…, channels / groups, filters) and {@code bias} (filters).
 *
 * <pre>{@code
 * Tensor y = new Conv2D(32, 3).strides(2).padding("same").activation("relu").apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/convolution_layers/convolution2d/">Conv2D</a>
 */
public final class Conv2D extends Conv<Conv2D> {
  /** Keras's class. */
  public static final KerasType<Conv2D> TYPE =
      convType("Conv2D", Conv2D::new, PADDING).alias("Convolution2D");

  /**
   * A convolution with all options at Keras's defaults.
   *
   * @param filters the number of channels of the output
   * @param kernelSize the size of the window: one number for both axes, or two
   */
  public Conv2D(int filters, long... kernelSize) {
    this(ArgValues.NONE.with(FILTERS, filters).with(KERNEL_SIZE, kernelSize));
  }

  private Conv2D(ArgValues args) {
    super(2, args);
  }

  @Override
  public KerasType<Conv2D> type() {
    return TYPE;
  }
}

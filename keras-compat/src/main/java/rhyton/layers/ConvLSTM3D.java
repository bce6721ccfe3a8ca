package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Convolutional LSTM for sequences of volumes: the formulas of {@link LSTMCell} with convolutions
 * in place of the products, those of the state with the padding {@code same}.
 *
 * <p>For movements and weather, where near places and past steps matter.
 *
 * <p>Shi et al., 2015, "Convolutional LSTM network".
 *
 * <p><b>Shapes</b> input {@code (batch, steps, depth, rows, columns, channels)}, output {@code
 * (batch, new depth, rows, columns, filters)}, with {@code returnSequences} {@code (batch, steps,
 * new depth, rows, columns, filters)}; weights {@code kernel} (kernelSize, channels, 4 · filters),
 * {@code recurrent_kernel} (kernelSize, filters, 4 · filters) and {@code bias} (4 · filters).
 *
 * <pre>{@code
 * Tensor next = new ConvLSTM3D(8, 3).padding("same").apply(images);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/conv_lstm3d/">ConvLSTM3D</a>
 */
public final class ConvLSTM3D extends ConvLSTM<ConvLSTM3D> {
  /** Keras's class. */
  public static final KerasType<ConvLSTM3D> TYPE = convLstm("ConvLSTM3D", ConvLSTM3D::new);

  /**
   * A layer with all options at Keras's defaults.
   *
   * @param filters the number of channels of the output
   * @param kernelSize the size of the window, one number for all axes or one for each
   */
  public ConvLSTM3D(int filters, long... kernelSize) {
    this(ArgValues.NONE.with(FILTERS, filters).with(KERNEL_SIZE, kernelSize));
  }

  private ConvLSTM3D(ArgValues args) {
    super(3, args);
  }

  @Override
  public KerasType<ConvLSTM3D> type() {
    return TYPE;
  }
}

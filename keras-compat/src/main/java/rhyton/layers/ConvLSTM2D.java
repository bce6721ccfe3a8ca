package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Convolutional LSTM for sequences of images: the formulas of {@link LSTMCell} with convolutions in
 * place of the products, those of the state with the padding {@code same}.
 *
 * <p>For movements and weather, where near places and past steps matter.
 *
 * <p>Shi et al., 2015, "Convolutional LSTM network".
 *
 * <p><b>Shapes</b> input {@code (batch, steps, rows, columns, channels)}, output {@code (batch, new
 * rows, columns, filters)}, with {@code returnSequences} {@code (batch, steps, new rows, columns,
 * filters)}; weights {@code kernel} (kernelSize, channels, 4 · filters), {@code recurrent_kernel}
 * (kernelSize, filters, 4 · filters) and {@code bias} (4 · filters).
 *
 * <pre>{@code
 * Tensor next = new ConvLSTM2D(8, 3).padding("same").apply(images);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/conv_lstm2d/">ConvLSTM2D</a>
 */
public final class ConvLSTM2D extends ConvLSTM<ConvLSTM2D> {
  /** Keras's class. */
  public static final KerasType<ConvLSTM2D> TYPE = convLstm("ConvLSTM2D", ConvLSTM2D::new);

  /**
   * A layer with all options at Keras's defaults.
   *
   * @param filters the number of channels of the output
   * @param kernelSize the size of the window, one number for all axes or one for each
   */
  public ConvLSTM2D(int filters, long... kernelSize) {
    this(ArgValues.NONE.with(FILTERS, filters).with(KERNEL_SIZE, kernelSize));
  }

  private ConvLSTM2D(ArgValues args) {
    super(2, args);
  }

  @Override
  public KerasType<ConvLSTM2D> type() {
    return TYPE;
  }
}

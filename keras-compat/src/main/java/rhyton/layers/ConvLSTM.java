package rhyton.layers;

import java.util.Arrays;
import java.util.function.Function;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Base of the recurrent layers that go through sequences of images: an {@link LSTM} whose products
 * are convolutions, so that its state is an image, too.
 *
 * @param <S> the layer's own class
 */
public abstract sealed class ConvLSTM<S extends ConvLSTM<S>> extends Recurrent<S>
    implements ConvLstmOptions<S> permits ConvLSTM1D, ConvLSTM2D, ConvLSTM3D {
  private final int axes;

  ConvLSTM(int axes, ArgValues args) {
    super(
        args.perAxis(axes, KERNEL_SIZE, STRIDES, DILATION_RATE),
        all -> new ConvLSTMCell(forCell(all, CONV_LSTM_ARGS, "conv_lstm_cell")));
    this.axes = axes;
    if (largest(arg(STRIDES)) > 1 && largest(arg(DILATION_RATE)) > 1) {
      throw new IllegalArgumentException(
          type().name()
              + ": `strides > 1` cannot be combined with `dilation_rate > 1`. Received: strides="
              + Arrays.toString(arg(STRIDES))
              + " and dilation_rate="
              + Arrays.toString(arg(DILATION_RATE)));
    }
  }

  private static long largest(long[] sizes) {
    return Arrays.stream(sizes).max().orElseThrow();
  }

  static <C extends ConvLSTM<C>> KerasType<C> convLstm(String name, Function<ArgValues, C> create) {
    return KerasType.layer(name, create, CONV_LSTM_ARGS, ACTIVITY_REGULARIZER, SEQUENCE_ARGS);
  }

  @Override
  protected final InputSpec inputSpec() {
    return InputSpec.ndim(axes + 3);
  }
}

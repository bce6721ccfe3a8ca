package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.layers.options.HasSeed;

/**
 * Recurrent layer whose output is its state: {@code h(t) = activation(x(t) · kernel + h(t - 1) ·
 * recurrentKernel + bias)}.
 *
 * <p>It forgets within a few steps; {@link LSTM} and {@link GRU} remember longer.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, features)}, output {@code (batch, units)}, with
 * {@code returnSequences} {@code (batch, steps, units)}; weights as in {@link SimpleRNNCell}.
 *
 * <p><b>Porting note</b>: Keras ignores {@code activity_regularizer} and does not save {@code
 * seed}; here both are honoured.
 *
 * <pre>{@code
 * Tensor last = new SimpleRNN(16).dropout(0.2).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/simple_rnn/">SimpleRNN</a>
 */
public final class SimpleRNN extends Recurrent<SimpleRNN>
    implements SimpleRnnOptions<SimpleRNN>, HasSeed<SimpleRNN> {
  /** Keras's class. */
  public static final KerasType<SimpleRNN> TYPE =
      KerasType.layer(
          "SimpleRNN",
          SimpleRNN::new,
          SIMPLE_RNN_ARGS,
          ACTIVITY_REGULARIZER,
          SEQUENCE_ARGS,
          SEED.unlisted());

  /**
   * A layer with its weights at Keras's defaults.
   *
   * @param units the size of the output
   */
  public SimpleRNN(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  private SimpleRNN(ArgValues args) {
    super(
        args,
        all ->
            new SimpleRNNCell(
                forCell(all, SIMPLE_RNN_ARGS, "simple_rnn_cell").with(SEED, all.get(SEED))));
  }

  @Override
  public KerasType<SimpleRNN> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(3).axis(-1);
  }
}

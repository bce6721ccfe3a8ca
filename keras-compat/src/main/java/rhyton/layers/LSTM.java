package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.layers.options.HasCudnn;

/**
 * Long short-term memory: a recurrent layer whose gates decide what it keeps, takes in and shows.
 * The formulas are those of {@link LSTMCell}.
 *
 * <p>The usual choice for sequences in which what matters lies many steps back. With the default
 * activations one native kernel computes all steps.
 *
 * <p>Hochreiter and Schmidhuber, 1997, "Long short-term memory".
 *
 * <p><b>Shapes</b> input {@code (batch, steps, features)}, output {@code (batch, units)}, with
 * {@code returnSequences} {@code (batch, steps, units)}; states h and c {@code (batch, units)};
 * weights as in {@link LSTMCell}.
 *
 * <pre>{@code
 * Tensor all = new LSTM(32).returnSequences(true).recurrentDropout(0.2).apply(x);
 * Tensor last = new LSTM(16).apply(all);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/lstm/">LSTM</a>
 */
public final class LSTM extends Recurrent<LSTM> implements LstmOptions<LSTM>, HasCudnn<LSTM> {
  /** Keras's class. */
  public static final KerasType<LSTM> TYPE =
      KerasType.layer("LSTM", LSTM::new, LSTM_ARGS, ACTIVITY_REGULARIZER, SEQUENCE_ARGS, USE_CUDNN);

  /**
   * A layer with its weights at Keras's defaults.
   *
   * @param units the size of the output
   */
  public LSTM(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  private LSTM(ArgValues args) {
    super(args, all -> new LSTMCell(forCell(all, LSTM_ARGS, "lstm_cell")));
  }

  @Override
  public KerasType<LSTM> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(3).axis(-1);
  }
}

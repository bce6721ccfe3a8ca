package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.TypeRegistry;

/**
 * Goes through sequences with a cell: {@code output(t), states(t) = cell(input(t), states(t - 1))}.
 *
 * <p>Use it for cells that are stacked, or of your own; {@link LSTM}, {@link GRU} and {@link
 * SimpleRNN} are the same with the cells of their names. Steps that are masked leave the state as
 * it is.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, …)}, output {@code (batch, …)} as the cell gives it,
 * with {@code returnSequences} {@code (batch, steps, …)}.
 *
 * <pre>{@code
 * Tensor all = new RNN(new LSTMCell(32), new GRUCell(16)).returnSequences(true).apply(x);
 * }</pre>
 *
 * @see RNNCell
 * @see <a href="https://keras.io/api/layers/recurrent_layers/rnn/">RNN</a>
 */
public final class RNN extends Recurrent<RNN> {
  /** The cell. */
  public static final Arg<Layer> CELL =
      Arg.required("cell", Codec.object(Family.LAYER, Layer.class, TypeRegistry::standard))
          .check("a layer that implements RNNCell", RNNCell.class::isInstance);

  /** Keras's class. */
  public static final KerasType<RNN> TYPE = KerasType.layer("RNN", RNN::new, CELL, SEQUENCE_ARGS);

  /**
   * A layer that goes through time with a cell, or with cells on top of each other.
   *
   * @param cells one or more layers that implement {@link RNNCell}, that of the input first
   */
  public RNN(Layer... cells) {
    this(ArgValues.NONE.with(CELL, cells.length == 1 ? cells[0] : new StackedRNNCells(cells)));
  }

  private RNN(ArgValues args) {
    super(args, all -> all.get(CELL));
  }

  @Override
  public KerasType<RNN> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.minNdim(3);
  }
}

package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.layers.options.HasCudnn;

/**
 * Gated recurrent units: a recurrent layer with two gates and one state. The formulas are those of
 * {@link GRUCell}.
 *
 * <p>It has fewer weights than an {@link LSTM} and often remembers as well.
 *
 * <p>Cho et al., 2014, "Learning phrase representations using RNN encoder-decoder for statistical
 * machine translation".
 *
 * <p><b>Shapes</b> input {@code (batch, steps, features)}, output {@code (batch, units)}, with
 * {@code returnSequences} {@code (batch, steps, units)}; weights as in {@link GRUCell}.
 *
 * <pre>{@code
 * Tensor last = new GRU(32).dropout(0.1).recurrentDropout(0.5).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/gru/">GRU</a>
 */
public final class GRU extends Recurrent<GRU> implements GruOptions<GRU>, HasCudnn<GRU> {
  /** Keras's class. */
  public static final KerasType<GRU> TYPE =
      KerasType.layer("GRU", GRU::new, GRU_ARGS, ACTIVITY_REGULARIZER, SEQUENCE_ARGS, USE_CUDNN);

  /**
   * A layer with its weights at Keras's defaults.
   *
   * @param units the size of the output
   */
  public GRU(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  private GRU(ArgValues args) {
    super(args, all -> new GRUCell(forCell(all, GRU_ARGS, "gru_cell")));
  }

  @Override
  public KerasType<GRU> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(3).axis(-1);
  }
}

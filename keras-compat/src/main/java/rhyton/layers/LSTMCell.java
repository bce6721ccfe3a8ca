package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.initializers.Initializer;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * One step of a long short-term memory. With σ the recurrent activation and i, f, g, o the sums of
 * four gates: {@code c = σ(f) · c + σ(i) · activation(g)}, {@code h = σ(o) · activation(c)}.
 *
 * <p>Used with {@link RNN}, alone or stacked with other cells; {@link LSTM} has it inside.
 *
 * <p>Hochreiter and Schmidhuber, 1997, "Long short-term memory".
 *
 * <p><b>Shapes</b> input {@code (batch, features)}, states h and c and output {@code (batch,
 * units)}; weights {@code kernel} (features, 4 · units), {@code recurrent_kernel} (units, 4 ·
 * units) and {@code bias} (4 · units), in the order i, f, g, o.
 *
 * <pre>{@code
 * Tensor last = new RNN(new LSTMCell(32), new LSTMCell(16)).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/lstm_cell/">LSTMCell</a>
 */
public final class LSTMCell extends GatedCell<LSTMCell> implements LstmOptions<LSTMCell> {
  /** Keras's class. */
  public static final KerasType<LSTMCell> TYPE =
      KerasType.layer("LSTMCell", LSTMCell::new, LSTM_ARGS);

  private static final int GATES = 4;

  /**
   * A cell with its weights at Keras's defaults.
   *
   * @param units the size of the states
   */
  public LSTMCell(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  LSTMCell(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<LSTMCell> type() {
    return TYPE;
  }

  @Override
  public List<Shape> stateShapes() {
    return List.of(Shape.of(arg(UNITS)), Shape.of(arg(UNITS)));
  }

  @Override
  protected void build(Shape input) {
    long sums = GATES * (long) arg(UNITS);
    Initializer plain = arg(BIAS.initializer());
    addWeights(
        Shape.of(input.get(-1), sums),
        Shape.of(arg(UNITS), sums),
        Shape.of(sums),
        arg(UNIT_FORGET_BIAS) ? withForgetBias(plain) : plain);
  }

  @Override
  CellRun begin(Tensor x, Tensor state, CallContext ctx) {
    int masks = arg(RECURRENT_DROPOUT) == 0 ? 1 : GATES;
    List<Tensor> ofInput = inputMasks(x, masks, ctx);
    List<Tensor> ofState = stateMasks(state, masks, ctx);
    Tensor kernel = kernel(ctx);
    Tensor recurrentKernel = recurrentKernel(ctx);
    return new LstmRun(
        new GateProduct(ofInput, kernel),
        new GateProduct(ofState, recurrentKernel),
        bias(ctx),
        arg(ACTIVATION),
        arg(RECURRENT_ACTIVATION),
        -1,
        FusedLstm.fits(this, x.dtype())
            ? new FusedLstm(ofInput, kernel, recurrentKernel, bias(ctx))
            : null);
  }
}

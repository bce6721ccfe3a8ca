package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * One step of gated recurrent units. With σ the recurrent activation and z, r, g the sums of three
 * gates: {@code h = σ(z) · h + (1 - σ(z)) · activation(g)}, where the part of the state in g is
 * multiplied by σ(r).
 *
 * <p>Used with {@link RNN}, alone or stacked with other cells; {@link GRU} has it inside.
 *
 * <p>Cho et al., 2014, "Learning phrase representations using RNN encoder-decoder for statistical
 * machine translation".
 *
 * <p><b>Shapes</b> input {@code (batch, features)}, state and output {@code (batch, units)};
 * weights {@code kernel} (features, 3 · units), {@code recurrent_kernel} (units, 3 · units) and
 * {@code bias} (2, 3 · units), for input and state; without {@code resetAfter} (3 · units).
 *
 * <pre>{@code
 * Tensor last = new RNN(new GRUCell(32).resetAfter(false)).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/gru_cell/">GRUCell</a>
 */
public final class GRUCell extends GatedCell<GRUCell> implements GruOptions<GRUCell> {
  /** Keras's class. */
  public static final KerasType<GRUCell> TYPE = KerasType.layer("GRUCell", GRUCell::new, GRU_ARGS);

  private static final int GATES = 3;

  /**
   * A cell with its weights at Keras's defaults.
   *
   * @param units the size of the state
   */
  public GRUCell(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  GRUCell(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<GRUCell> type() {
    return TYPE;
  }

  @Override
  public List<Shape> stateShapes() {
    return List.of(Shape.of(arg(UNITS)));
  }

  @Override
  protected void build(Shape input) {
    long sums = GATES * (long) arg(UNITS);
    addWeights(
        Shape.of(input.get(-1), sums),
        Shape.of(arg(UNITS), sums),
        arg(RESET_AFTER) ? Shape.of(2, sums) : Shape.of(sums),
        arg(BIAS.initializer()));
  }

  @Override
  CellRun begin(Tensor x, Tensor state, CallContext ctx) {
    int masks = arg(RECURRENT_DROPOUT) == 0 ? 1 : GATES;
    List<GateProduct> ofInput = GruRun.products(this, inputMasks(x, masks, ctx), kernel(ctx));
    List<Tensor> ofState = stateMasks(state, masks, ctx);
    return arg(RESET_AFTER)
        ? GruRun.resetAfter(
            this, ofInput, new GateProduct(ofState, recurrentKernel(ctx)), bias(ctx))
        : GruRun.resetBefore(this, ofInput, ofState, recurrentKernel(ctx), bias(ctx));
  }
}

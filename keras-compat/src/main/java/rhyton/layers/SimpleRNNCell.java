package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * One step of a recurrent layer whose output is its state: {@code h = activation(x · kernel + h ·
 * recurrentKernel + bias)}.
 *
 * <p>Used with {@link RNN}, alone or stacked with other cells; {@link SimpleRNN} has it inside.
 *
 * <p><b>Shapes</b> input {@code (batch, features)}, state and output {@code (batch, units)};
 * weights {@code kernel} (features, units), {@code recurrent_kernel} (units, units) and {@code
 * bias} (units).
 *
 * <pre>{@code
 * Tensor last = new RNN(new SimpleRNNCell(16)).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/simple_rnn_cell/">SimpleRNNCell</a>
 */
public final class SimpleRNNCell extends GatedCell<SimpleRNNCell>
    implements SimpleRnnOptions<SimpleRNNCell> {
  /** Keras's class. */
  public static final KerasType<SimpleRNNCell> TYPE =
      KerasType.layer("SimpleRNNCell", SimpleRNNCell::new, SIMPLE_RNN_ARGS, SEED);

  /**
   * A cell with its weights at Keras's defaults.
   *
   * @param units the size of the state
   */
  public SimpleRNNCell(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  SimpleRNNCell(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<SimpleRNNCell> type() {
    return TYPE;
  }

  @Override
  boolean drawsOwnSeedFirst() {
    return true;
  }

  @Override
  boolean dropsAll() {
    return true;
  }

  @Override
  public List<Shape> stateShapes() {
    return List.of(Shape.of(arg(UNITS)));
  }

  @Override
  protected void build(Shape input) {
    Shape units = Shape.of(arg(UNITS));
    Shape ofState = units.append(arg(UNITS));
    addWeights(Shape.of(input.get(-1), arg(UNITS)), ofState, units, arg(BIAS.initializer()));
  }

  @Override
  CellRun begin(Tensor x, Tensor state, CallContext ctx) {
    GateProduct ofInput = new GateProduct(inputMasks(x, 1, ctx), kernel(ctx));
    GateProduct ofState = new GateProduct(stateMasks(state, 1, ctx), recurrentKernel(ctx));
    Tensor bias = bias(ctx);
    return new CellRun() {
      @Override
      public List<Tensor> project(Tensor steps) {
        Tensor sum = ofInput.of(steps);
        return List.of(bias == null ? sum : sum.add(bias));
      }

      @Override
      public CellOutput step(List<Tensor> projected, List<Tensor> states) {
        Tensor h = arg(ACTIVATION).apply(projected.get(0).add(ofState.of(states.get(0))));
        return CellOutput.of(h, h);
      }
    };
  }
}

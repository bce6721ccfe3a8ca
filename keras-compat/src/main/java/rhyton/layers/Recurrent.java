package rhyton.layers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import rhyton.config.ArgList;
import rhyton.config.ArgValues;
import rhyton.config.ConfigStyle;
import rhyton.config.LayerArgs;
import rhyton.config.Tickets;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.options.HasCudnn;
import rhyton.layers.options.HasSequences;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;

/**
 * Base of the recurrent layers: each goes through sequences with a cell.
 *
 * @param <S> the layer's own class
 */
public abstract sealed class Recurrent<S extends Recurrent<S>> extends ArgLayer<S>
    implements SequenceLayer, HasSequences<S> permits RNN, SimpleRNN, LSTM, GRU, ConvLSTM {
  private final Layer cell;
  private boolean zeroOutput;
  private List<Weight> states;

  /** A layer whose cell is one of its options, or made from them and a name. */
  Recurrent(ArgValues args, Function<ArgValues, ? extends Layer> cell) {
    super(args);
    this.cell = cell.apply(args());
    this.zeroOutput = arg(ZERO_OUTPUT_FOR_MASK);
    if (!children().containsKey("cell")) {
      Tickets.adopt(this, track("cell", this.cell));
    }
  }

  /** The values for the cell that a layer makes itself. */
  static ArgValues forCell(ArgValues args, ArgList list, String name) {
    return args.only(list)
        .with(LayerArgs.NAME, name)
        .with(LayerArgs.TRAINABLE, args.get(LayerArgs.TRAINABLE))
        .with(LayerArgs.DTYPE, args.get(LayerArgs.DTYPE));
  }

  /** Returns the cell that computes the steps. */
  public final Layer cell() {
    return cell;
  }

  private RNNCell steps() {
    return (RNNCell) cell;
  }

  @Override
  protected void settle() {
    if (cell instanceof ArgLayer<?> declared && declared.drawsOwnSeedFirst()) {
      Tickets.settleNow(cell);
    }
    super.settle();
    Tickets.settleNow(cell);
  }

  /** A layer around this one wants zeros at masked steps. */
  final void zeroOutput(boolean zeroes) {
    zeroOutput = zeroes;
  }

  @Override
  public ObjectNode config(ConfigStyle style) {
    return super.config(style).put(ZERO_OUTPUT_FOR_MASK.name(), zeroOutput);
  }

  @Override
  protected final boolean supportsMasking() {
    return true;
  }

  @Override
  protected final boolean usesMask() {
    return true;
  }

  @Override
  protected final Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    return arg(RETURN_SEQUENCES) && !masks.isEmpty() ? masks.get(0) : null;
  }

  @Override
  protected final void build(Shape input) {
    buildInside(cell, Shape.of(input.get(0)).append(input.from(2).toArray()));
    if (arg(STATEFUL)) {
      if (input.get(0) < 0) {
        throw new IllegalArgumentException(
            ("Layer `%s`: with stateful=true the size of the batch must be known. Give it to the"
                    + " input, as in new InputLayer().batchShape(32, 10, 8). Received: input shape"
                    + " %s")
                .formatted(name(), input));
      }
      states = new ArrayList<>();
      for (Shape shape : steps().stateShapes()) {
        Shape ofBatch = Shape.of(input.get(0)).append(shape.toArray());
        Tensor zeros = rhyton.tensor.CreationOps.zeros(ofBatch, variableDtype());
        states.add(new Weight(path() + "/rnn_state", zeros));
      }
      onClose(() -> states.forEach(Weight::close));
    }
  }

  /** Returns the state that is kept from batch to batch, or null. */
  public final List<Weight> states() {
    return states == null ? null : List.copyOf(states);
  }

  @Override
  public final void resetStates() {
    if (!arg(STATEFUL)) {
      throw new IllegalStateException("Layer `" + name() + "` is not stateful");
    }
    if (states != null) {
      Trace.outside(
          () -> {
            try (TensorScope scope = TensorScope.open()) {
              states.forEach(state -> state.assign(state.read().zerosLike()));
            }
            return null;
          });
    }
  }

  @Override
  protected final List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    Tensor x = arguments.inputs().get(0);
    check(x);
    List<Tensor> given = SequenceLayer.states(arguments, "initial_state");
    List<Tensor> initial = given != null ? checked(given) : firstStates(x);
    CellRun run = CellRun.of(cell, x.getItem(rhyton.tensor.Slice.ALL, 0), initial, ctx);
    TimeLoop loop =
        new TimeLoop(
            run,
            steps().outputShape(),
            arg(RETURN_SEQUENCES),
            arg(GO_BACKWARDS),
            arg(UNROLL),
            zeroOutput,
            mayFuse());
    CellOutput made = loop.through(x, initial, given == null && states == null, ctx.mask());
    if (states != null) {
      for (int i = 0; i < states.size(); i++) {
        states.get(i).assign(made.states().get(i).cast(states.get(i).dtype()));
      }
    }
    List<Tensor> results = new ArrayList<>(List.of(made.output()));
    results.addAll(arg(RETURN_STATE) ? made.states() : List.of());
    return results.stream().map(one -> one.cast(computeDtype())).toList();
  }

  private boolean mayFuse() {
    Boolean given =
        type().args().find(HasCudnn.USE_CUDNN.name()) == null ? null : arg(HasCudnn.USE_CUDNN);
    if (Boolean.TRUE.equals(given)) {
      throw new IllegalArgumentException(
          ("Layer `"
                  + name()
                  + "`: use_cudnn=true was given, but there is no cuDNN kernel for this")
              + " layer here. With use_cudnn=\"auto\" another one is used");
    }
    return given == null;
  }

  private void check(Tensor x) {
    if (arg(UNROLL) && x.shape().get(1) < 0) {
      throw new IllegalArgumentException(
          ("Layer `" + name() + "`: the number of steps must be known to unroll them.")
              + (" Received: input shape " + x.shape()));
    }
    long expected = states == null ? -1 : states.get(0).shape().get(0);
    long batch = x.shape().get(0);
    if (expected >= 0 && batch >= 0 && batch != expected) {
      throw new IllegalArgumentException(
          ("Layer `" + name() + "` is stateful: all batches must have the same size.")
              + (" Expected: " + expected + ". Received: " + batch));
    }
  }

  private List<Tensor> checked(List<Tensor> given) {
    List<Shape> shapes = steps().stateShapes();
    if (given.size() != shapes.size()) {
      throw new IllegalArgumentException(
          ("Layer `" + name() + "`: `initial_state` must have " + shapes.size() + " tensors.")
              + (" Received: " + given.size()));
    }
    return given.stream().map(one -> one.cast(cell.computeDtype())).toList();
  }

  private List<Tensor> firstStates(Tensor x) {
    if (states != null) {
      return states.stream().map(state -> state.read().cast(cell.computeDtype())).toList();
    }
    return steps().stateShapes().stream()
        .map(shape -> BatchZeros.like(x, shape, cell.computeDtype()))
        .toList();
  }
}

package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import rhyton.config.ArgValues;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.initializers.Initializer;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasBias;
import rhyton.layers.options.HasKernel;
import rhyton.layers.options.HasRecurrentDropout;
import rhyton.layers.options.HasRecurrentKernel;
import rhyton.layers.options.HasSeed;
import rhyton.random.KerasRandom;
import rhyton.random.SeedGenerator;
import rhyton.tensor.Shape;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/** Base of Keras's own cells: sums of input and state, weighted for some gates. */
abstract sealed class GatedCell<S extends GatedCell<S>> extends ArgLayer<S>
    implements RNNCell,
        HasActivation<S>,
        HasKernel<S>,
        HasRecurrentKernel<S>,
        HasBias<S>,
        HasRecurrentDropout<S>,
        HasSeed<S>
    permits SimpleRNNCell, LSTMCell, GRUCell, ConvLSTMCell {
  private final SeedGenerator seeds;
  private Weight kernel;
  private Weight recurrentKernel;
  private Weight bias;

  GatedCell(ArgValues args) {
    super(args);
    seeds = ownSeeds(arg(SEED));
  }

  /**
   * Begins a call of the layer.
   *
   * @param x the input of one step, of which only the shape matters
   * @param state the first state, of which only the shape matters
   * @param ctx the context of the call
   */
  abstract CellRun begin(Tensor x, Tensor state, CallContext ctx);

  @Override
  public final CellOutput step(Tensor x, List<Tensor> states, CallContext ctx) {
    CellRun run = begin(x, states.get(0), ctx);
    return run.step(run.project(x), states);
  }

  /** A step of the cell by itself: input and states give output and states. */
  @Override
  protected final List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    List<Tensor> states = SequenceLayer.states(arguments, "states");
    if (states == null) {
      throw new IllegalArgumentException(
          type().name() + ": a cell is called with its states. Use RNN to go through sequences");
    }
    CellOutput made = step(arguments.inputs().get(0), states, ctx);
    List<Tensor> all = new ArrayList<>(List.of(made.output()));
    all.addAll(made.states());
    return all;
  }

  final void addWeights(Shape ofInput, Shape ofState, Shape ofBias, Initializer biasInitializer) {
    kernel = addWeight(KERNEL, ofInput);
    recurrentKernel = addWeight(RECURRENT_KERNEL, ofState);
    bias = arg(USE_BIAS) ? addWeight(BIAS, ofBias, biasInitializer) : null;
  }

  /** The bias of an LSTM: of its four gates, the second one is that of the forget gate. */
  static Initializer withForgetBias(Initializer initializer) {
    return (shape, dtype) -> {
      long units = shape.get(0) / 4;
      Tensor first = initializer.apply(Shape.of(units), dtype);
      Tensor rest = initializer.apply(Shape.of(2 * units), dtype);
      return ShapeOps.concatenate(List.of(first, first.onesLike(), rest), 0);
    };
  }

  final Tensor kernel(CallContext ctx) {
    return ctx.read(kernel);
  }

  final Tensor recurrentKernel(CallContext ctx) {
    return ctx.read(recurrentKernel);
  }

  /** The bias, or null. */
  final Tensor bias(CallContext ctx) {
    return bias == null ? null : ctx.read(bias);
  }

  /** Masks for the gates, the same in all steps; none if nothing is dropped. */
  final List<Tensor> inputMasks(Tensor x, int gates, CallContext ctx) {
    return masks(arg(DROPOUT), x, gates, ctx);
  }

  /** Masks for the gates, to be asked for after those of the input. */
  final List<Tensor> stateMasks(Tensor state, int gates, CallContext ctx) {
    return masks(arg(RECURRENT_DROPOUT), state, gates, ctx);
  }

  /** The seeds move on with each call, in training or not; dropping all needs none. */
  private List<Tensor> masks(double rate, Tensor x, int count, CallContext ctx) {
    List<Tensor> masks = new ArrayList<>();
    boolean drops = ctx.training() && (rate < 1 || dropsAll());
    for (int i = 0; rate > 0 && i < count; i++) {
      if (drops) {
        masks.add(KerasRandom.dropout(x.onesLike(), rate, null, seeds));
      } else if (rate < 1) {
        seeds.next();
      }
    }
    return masks;
  }

  /** Whether a rate of 1 drops all; Keras's gated cells take it for no dropout. */
  boolean dropsAll() {
    return false;
  }
}

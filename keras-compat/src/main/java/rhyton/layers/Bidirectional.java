package rhyton.layers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.ConfigStyle;
import rhyton.config.KerasType;
import rhyton.config.Tickets;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Goes through sequences in both directions, with a copy of a recurrent layer for each, and merges
 * what they return.
 *
 * <p>For sequences that are there as a whole, such as sentences: each step sees what comes before
 * it and what comes after. With {@code returnSequences} outputs of masked steps are 0.
 *
 * <p>Schuster and Paliwal, 1997, "Bidirectional recurrent neural networks".
 *
 * <p><b>Shapes</b> as of the layer; with {@code concat} the last axis is twice as long.
 *
 * <pre>{@code
 * Tensor y = new Bidirectional(new LSTM(32)).mergeMode("sum").apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/bidirectional/">Bidirectional</a>
 */
public final class Bidirectional extends ArgLayer<Bidirectional>
    implements SequenceLayer, BidirectionalOptions<Bidirectional> {
  /** Keras's class. */
  public static final KerasType<Bidirectional> TYPE =
      KerasType.layer(
          "Bidirectional", Bidirectional::new, LAYER, MERGE_MODE, WEIGHTS, BACKWARD_LAYER);

  private final Directions directions;

  /**
   * Both directions.
   *
   * @param layer a recurrent layer, of which copies are made
   */
  public Bidirectional(Recurrent<?> layer) {
    this(ArgValues.NONE.with(LAYER, layer));
  }

  private Bidirectional(ArgValues args) {
    super(Directions.checked(args));
    directions = Directions.of(this, (Recurrent<?>) arg(LAYER), (Recurrent<?>) arg(BACKWARD_LAYER));
    track("forward_layer", directions.forward());
    track("backward_layer", directions.backward());
  }

  @Override
  public KerasType<Bidirectional> type() {
    return TYPE;
  }

  @Override
  boolean uses(Arg<?> arg) {
    return false;
  }

  @Override
  protected void settle() {
    super.settle();
    Tickets.settleNow(directions.forward());
    Tickets.settleNow(directions.backward());
  }

  @Override
  public ObjectNode config(ConfigStyle style) {
    return directions.addTo(super.config(style), style);
  }

  @Override
  public void resetStates() {
    directions.forward().resetStates();
    directions.backward().resetStates();
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected boolean usesMask() {
    return true;
  }

  @Override
  protected Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    return directions.forward().computeMask(inputs, masks);
  }

  @Override
  void setMasks(List<Tensor> outputs, Tensor mask) {
    outputs.subList(0, arg(MERGE_MODE) == null ? 2 : 1).forEach(one -> one.setMask(mask));
  }

  @Override
  protected void build(Shape input) {
    buildInside(directions.forward(), input);
    buildInside(directions.backward(), input);
    if (arg(WEIGHTS) != null) {
      setWeights(arg(WEIGHTS));
    }
  }

  @Override
  protected List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    List<Tensor> states = SequenceLayer.states(arguments, "initial_state");
    return directions.through(arguments.inputs().get(0), ctx.mask(), states, arg(MERGE_MODE));
  }
}

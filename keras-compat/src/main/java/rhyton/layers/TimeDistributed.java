package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.TypeRegistry;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.control.Loops;

/**
 * Calls a layer, or a model, on each time step of sequences.
 *
 * <p>So that layers for images see movies, or a classifier each word of a sentence.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, …)}, output {@code (batch, steps, …)}, where the
 * layer makes {@code (batch, …)} of {@code (batch, …)}.
 *
 * <pre>{@code
 * Tensor perFrame = new TimeDistributed(new Conv2D(16, 3)).apply(images);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/time_distributed/">TimeDistributed</a>
 */
public final class TimeDistributed extends ArgLayer<TimeDistributed> {
  /** The layer. */
  public static final Arg<Layer> LAYER =
      Arg.required("layer", Codec.object(Family.LAYER, Layer.class, TypeRegistry::standard));

  /** Keras's class. */
  public static final KerasType<TimeDistributed> TYPE =
      KerasType.layer("TimeDistributed", TimeDistributed::new, LAYER);

  /**
   * A layer for each time step.
   *
   * @param layer the layer, which has the same weights in all steps
   */
  public TimeDistributed(Layer layer) {
    this(ArgValues.NONE.with(LAYER, layer));
  }

  private TimeDistributed(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<TimeDistributed> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.minNdim(3);
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
  protected void build(Shape input) {
    buildInside(arg(LAYER), Shape.of(input.get(0)).append(input.from(2).toArray()));
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    if (treatsSamplesAlike(arg(LAYER))) {
      return MergedSteps.apply(x, one -> step(List.of(one), ctx));
    }
    List<Tensor> sequences = new ArrayList<>(List.of(x));
    if (ctx.mask() != null && arg(LAYER).usesMask()) {
      sequences.add(ctx.mask());
    }
    if (x.shape().get(1) >= 0) {
      List<List<Tensor>> steps = sequences.stream().map(one -> one.unstack(1)).toList();
      List<Tensor> outputs = new ArrayList<>();
      for (int i = 0; i < steps.get(0).size(); i++) {
        int at = i;
        outputs.add(step(steps.stream().map(one -> one.get(at)).toList(), ctx));
      }
      return ShapeOps.stack(outputs, 1);
    }
    List<Tensor> turned = sequences.stream().map(TimeLoop::timeFirst).toList();
    return TimeLoop.timeFirst(Loops.map(one -> List.of(step(one, ctx)), turned).get(0));
  }

  /** Layers for which it makes no difference whether steps are computed one by one. */
  private static boolean treatsSamplesAlike(Layer layer) {
    return layer instanceof Dense || layer instanceof Conv || layer instanceof Pooling;
  }

  /** Calls the layer on one step, and on its mask if there is one. */
  private Tensor step(List<Tensor> step, CallContext ctx) {
    DType dtype = arg(LAYER).computeDtype();
    List<Tensor> masks = step.subList(1, step.size());
    CallContext inner = ctx.inner(masks, dtype.isFloating() ? dtype : null, null);
    CallArguments arguments = CallArguments.of(step.subList(0, 1));
    return inner.during(() -> arg(LAYER).compute(arguments, inner)).get(0);
  }
}

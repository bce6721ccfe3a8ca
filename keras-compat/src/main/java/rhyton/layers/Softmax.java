package rhyton.layers;

import java.util.Arrays;
import rhyton.activations.Activations;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.HasAxes;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Turns numbers into probabilities: {@code exp(x - max(x)) / sum(exp(x - max(x)))} along an axis.
 *
 * <p>A mask leaves elements out: they get the probability 0. Losses use the numbers before the
 * softmax where they can, so it does not cost precision.
 *
 * <p><b>Shapes</b> any; the output's is the input's. The mask must be broadcastable to it.
 *
 * <pre>{@code
 * Tensor p = new Softmax().apply(scores);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/activation_layers/softmax/">Softmax</a>
 */
public final class Softmax extends ArgLayer<Softmax> implements HasAxes<Softmax> {
  /** Keras's class. */
  public static final KerasType<Softmax> TYPE =
      KerasType.layer("Softmax", Softmax::new, HasAxes.AXES);

  /** A softmax along the last axis. */
  public Softmax() {
    this(ArgValues.NONE);
  }

  private Softmax(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Softmax> type() {
    return TYPE;
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
  protected Tensor call(Tensor x, CallContext ctx) {
    if (ctx.mask() == null) {
      return softmax(x);
    }
    checkMask(ctx.mask().shape(), x.shape());
    Tensor mask = ctx.mask().dtype() == DType.BOOL ? ctx.mask() : ctx.mask().greater(0.5);
    double never = x.dtype() == DType.FLOAT16 ? -3e4 : -1e9;
    return mask.where(softmax(mask.where(x, never)), 0.0);
  }

  private Tensor softmax(Tensor x) {
    int[] axes = Arrays.stream(arg(AXES)).mapToInt(Math::toIntExact).toArray();
    return axes.length == 1 ? Activations.softmax(x, axes) : x.softmax(axes);
  }

  private static void checkMask(Shape mask, Shape input) {
    boolean fits = mask.rank() <= input.rank();
    for (int axis = -1; fits && axis >= -mask.rank(); axis--) {
      long size = mask.get(axis);
      fits = size < 0 || size == 1 || input.get(axis) < 0 || size == input.get(axis);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "Softmax: the `mask` must be broadcastable to the inputs. Received: inputs.shape="
              + (input + ", mask.shape=" + mask));
    }
  }
}

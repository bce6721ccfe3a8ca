package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * The mean of all steps of a sequence, for each channel.
 *
 * <p>Steps that the mask leaves out do not count.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, channels)}, with channels first {@code (batch,
 * channels, steps)}; output {@code (batch, channels)}, unless the axes are kept.
 *
 * <pre>{@code
 * Tensor y = new GlobalAveragePooling1D().apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/pooling_layers/global_average_pooling1d/">GlobalAveragePooling1D</a>
 */
public final class GlobalAveragePooling1D extends GlobalPooling<GlobalAveragePooling1D> {
  /** Keras's class. */
  public static final KerasType<GlobalAveragePooling1D> TYPE =
      globalType("GlobalAveragePooling1D", GlobalAveragePooling1D::new).alias("GlobalAvgPool1D");

  /** A layer that drops the axis. */
  public GlobalAveragePooling1D() {
    this(ArgValues.NONE);
  }

  private GlobalAveragePooling1D(ArgValues args) {
    super(1, args);
  }

  @Override
  public KerasType<GlobalAveragePooling1D> type() {
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
  protected Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    return null;
  }

  @Override
  Tensor pool(Tensor x, int[] axes, boolean keepdims, CallContext ctx) {
    if (ctx.mask() == null) {
      return x.mean(keepdims, axes);
    }
    Tensor mask = ctx.mask().expandDims(axes[0] == 1 ? 2 : 1).cast(DType.BOOL);
    Tensor sum = mask.where(x, Tensor.scalar(0, x.dtype())).sum(keepdims, axes);
    return sum.divide(mask.cast(x.dtype()).sum(keepdims, axes));
  }
}

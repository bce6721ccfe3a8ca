package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * The largest number of all steps of a sequence, for each channel.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, channels)}, with channels first {@code (batch,
 * channels, steps)}; output {@code (batch, channels)}, unless the axes are kept.
 *
 * <pre>{@code
 * Tensor y = new GlobalMaxPooling1D().apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/pooling_layers/global_max_pooling1d/">GlobalMaxPooling1D</a>
 */
public final class GlobalMaxPooling1D extends GlobalPooling<GlobalMaxPooling1D> {
  /** Keras's class. */
  public static final KerasType<GlobalMaxPooling1D> TYPE =
      globalType("GlobalMaxPooling1D", GlobalMaxPooling1D::new).alias("GlobalMaxPool1D");

  /** A layer that drops the axis. */
  public GlobalMaxPooling1D() {
    this(ArgValues.NONE);
  }

  private GlobalMaxPooling1D(ArgValues args) {
    super(1, args);
  }

  @Override
  public KerasType<GlobalMaxPooling1D> type() {
    return TYPE;
  }

  @Override
  Tensor pool(Tensor x, int[] axes, boolean keepdims, CallContext ctx) {
    return x.max(keepdims, axes);
  }
}

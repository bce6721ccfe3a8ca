package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * The largest number of all places of an image, for each channel.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, with channels first {@code
 * (batch, channels, rows, columns)}; output {@code (batch, channels)}, unless the axes are kept.
 *
 * <pre>{@code
 * Tensor y = new GlobalMaxPooling2D().apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/pooling_layers/global_max_pooling2d/">GlobalMaxPooling2D</a>
 */
public final class GlobalMaxPooling2D extends GlobalPooling<GlobalMaxPooling2D> {
  /** Keras's class. */
  public static final KerasType<GlobalMaxPooling2D> TYPE =
      globalType("GlobalMaxPooling2D", GlobalMaxPooling2D::new).alias("GlobalMaxPool2D");

  /** A layer that drops the axes. */
  public GlobalMaxPooling2D() {
    this(ArgValues.NONE);
  }

  private GlobalMaxPooling2D(ArgValues args) {
    super(2, args);
  }

  @Override
  public KerasType<GlobalMaxPooling2D> type() {
    return TYPE;
  }

  @Override
  Tensor pool(Tensor x, int[] axes, boolean keepdims, CallContext ctx) {
    return x.max(keepdims, axes);
  }
}

package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * The mean of all places of an image, for each channel.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, with channels first {@code
 * (batch, channels, rows, columns)}; output {@code (batch, channels)}, unless the axes are kept.
 *
 * <pre>{@code
 * Tensor y = new GlobalAveragePooling2D().apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/pooling_layers/global_average_pooling2d/">GlobalAveragePooling2D</a>
 */
public final class GlobalAveragePooling2D extends GlobalPooling<GlobalAveragePooling2D> {
  /** Keras's class. */
  public static final KerasType<GlobalAveragePooling2D> TYPE =
      globalType("GlobalAveragePooling2D", GlobalAveragePooling2D::new).alias("GlobalAvgPool2D");

  /** A layer that drops the axes. */
  public GlobalAveragePooling2D() {
    this(ArgValues.NONE);
  }

  private GlobalAveragePooling2D(ArgValues args) {
    super(2, args);
  }

  @Override
  public KerasType<GlobalAveragePooling2D> type() {
    return TYPE;
  }

  @Override
  Tensor pool(Tensor x, int[] axes, boolean keepdims, CallContext ctx) {
    return x.mean(keepdims, axes);
  }
}

package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.layers.options.DataFormat;
import rhyton.layers.options.HasDataFormat;

/**
 * Drops whole channels of images, at all places at once, while a model is trained; see {@link
 * Dropout}.
 *
 * <p>Neighbours in the input of an early convolution are alike, so dropping single ones would only
 * slow the training down.
 *
 * <p>Tompson et al., 2014, "Efficient object localization using convolutional networks".
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, with channels first {@code
 * (batch, channels, rows, columns)}; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new SpatialDropout2D(0.2).apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/regularization_layers/spatial_dropout2d/">SpatialDropout2D</a>
 */
public final class SpatialDropout2D extends SpatialDropout<SpatialDropout2D>
    implements HasDataFormat<SpatialDropout2D> {
  /** Keras's class. */
  public static final KerasType<SpatialDropout2D> TYPE =
      KerasType.layer("SpatialDropout2D", SpatialDropout2D::new, RATE, SEED, DATA_FORMAT);

  /**
   * A layer that drops a share of the channels.
   *
   * @param rate the share, from 0 to 1
   */
  public SpatialDropout2D(double rate) {
    this(ArgValues.NONE.with(RATE, rate));
  }

  private SpatialDropout2D(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<SpatialDropout2D> type() {
    return TYPE;
  }

  @Override
  long[] noiseShape() {
    return arg(DATA_FORMAT) == DataFormat.CHANNELS_LAST
        ? new long[] {-1, 1, 1, -1}
        : new long[] {-1, -1, 1, 1};
  }
}

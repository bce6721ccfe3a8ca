package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.layers.options.DataFormat;
import rhyton.layers.options.HasDataFormat;

/**
 * Drops whole channels of volumes, at all places at once, while a model is trained; see {@link
 * Dropout}.
 *
 * <p>Neighbours in the input of an early convolution are alike, so dropping single ones would only
 * slow the training down.
 *
 * <p>Tompson et al., 2014, "Efficient object localization using convolutional networks".
 *
 * <p><b>Shapes</b> input {@code (batch, d1, d2, d3, channels)}, with channels first {@code (batch,
 * channels, d1, d2, d3)}; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new SpatialDropout3D(0.2).apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/regularization_layers/spatial_dropout3d/">SpatialDropout3D</a>
 */
public final class SpatialDropout3D extends SpatialDropout<SpatialDropout3D>
    implements HasDataFormat<SpatialDropout3D> {
  /** Keras's class. */
  public static final KerasType<SpatialDropout3D> TYPE =
      KerasType.layer("SpatialDropout3D", SpatialDropout3D::new, RATE, SEED, DATA_FORMAT);

  /**
   * A layer that drops a share of the channels.
   *
   * @param rate the share, from 0 to 1
   */
  public SpatialDropout3D(double rate) {
    this(ArgValues.NONE.with(RATE, rate));
  }

  private SpatialDropout3D(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<SpatialDropout3D> type() {
    return TYPE;
  }

  @Override
  long[] noiseShape() {
    return arg(DATA_FORMAT) == DataFormat.CHANNELS_LAST
        ? new long[] {-1, 1, 1, 1, -1}
        : new long[] {-1, -1, 1, 1, 1};
  }
}

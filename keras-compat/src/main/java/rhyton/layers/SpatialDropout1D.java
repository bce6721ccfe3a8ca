package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;

/**
 * Drops whole features of sequences, at all steps at once, while a model is trained; see {@link
 * Dropout}.
 *
 * <p>Neighbours in the input of an early convolution are alike, so dropping single ones would only
 * slow the training down.
 *
 * <p>Tompson et al., 2014, "Efficient object localization using convolutional networks".
 *
 * <p><b>Shapes</b> input {@code (batch, steps, features)}; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new SpatialDropout1D(0.2).apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/regularization_layers/spatial_dropout1d/">SpatialDropout1D</a>
 */
public final class SpatialDropout1D extends SpatialDropout<SpatialDropout1D> {
  /** Keras's class. */
  public static final KerasType<SpatialDropout1D> TYPE =
      KerasType.layer("SpatialDropout1D", SpatialDropout1D::new, RATE, SEED);

  /**
   * A layer that drops a share of the channels.
   *
   * @param rate the share, from 0 to 1
   */
  public SpatialDropout1D(double rate) {
    this(ArgValues.NONE.with(RATE, rate));
  }

  private SpatialDropout1D(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<SpatialDropout1D> type() {
    return TYPE;
  }

  @Override
  long[] noiseShape() {
    return new long[] {-1, 1, -1};
  }
}

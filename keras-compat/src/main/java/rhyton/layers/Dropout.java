package rhyton.layers;

import java.util.Arrays;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.KerasType;

/**
 * Sets inputs to 0 at random while a model is trained, and multiplies the others by {@code 1 / (1 -
 * rate)}, so that their sum stays the same on average. Otherwise the input passes unchanged.
 *
 * <p>A network that cannot rely on any single unit overfits less. With a seed the layer drops the
 * same units as Keras does with that seed.
 *
 * <p>Srivastava et al., 2014, "Dropout: a simple way to prevent neural networks from overfitting".
 *
 * <p><b>Shapes</b> any; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new Dropout(0.5).seed(42).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/regularization_layers/dropout/">Dropout</a>
 */
public final class Dropout extends DropoutLayer<Dropout> {
  /** The shape of the decisions; -1, which is null in configs, for the size of the input. */
  public static final Arg<long[]> NOISE_SHAPE =
      Arg.optional("noise_shape", Codec.SHAPE)
          .check(
              "a list of positive sizes, -1 for the input's",
              dims -> Arrays.stream(dims).allMatch(dim -> dim > 0 || dim == -1));

  /** Keras's class. */
  public static final KerasType<Dropout> TYPE =
      KerasType.layer("Dropout", Dropout::new, RATE, SEED, NOISE_SHAPE);

  /**
   * A layer that drops a share of its inputs.
   *
   * @param rate the share, from 0 to 1
   */
  public Dropout(double rate) {
    this(ArgValues.NONE.with(RATE, rate));
  }

  private Dropout(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Dropout> type() {
    return TYPE;
  }

  /**
   * Which inputs are dropped together: along an axis of size 1 all or none. By default each is
   * dropped or kept by itself.
   *
   * @param noiseShape a shape that broadcasts to the input's, -1 for a dimension of the input:
   *     {@code noiseShape(-1, 1, 3)} drops features in all time steps at once
   * @return a copy with this option
   */
  @CheckReturnValue
  public Dropout noiseShape(long... noiseShape) {
    return with(NOISE_SHAPE, noiseShape);
  }

  @Override
  long[] noiseShape() {
    return arg(NOISE_SHAPE);
  }
}

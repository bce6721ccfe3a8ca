package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/**
 * The largest number of each window of a sequence, for each channel.
 *
 * <p>It makes sequences shorter; what was found matters more than where.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, channels)}, output {@code (batch, new steps,
 * channels)}; with channels first {@code (batch, channels, steps)}.
 *
 * <pre>{@code
 * Tensor half = new MaxPooling1D(2).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/pooling_layers/max_pooling1d/">MaxPooling1D</a>
 */
public final class MaxPooling1D extends Pooling<MaxPooling1D> {
  /** Keras's class. */
  public static final KerasType<MaxPooling1D> TYPE =
      poolingType("MaxPooling1D", MaxPooling1D::new, POOL_SIZE).alias("MaxPool1D");

  /** Windows of size 2 that do not overlap. */
  public MaxPooling1D() {
    this(ArgValues.NONE);
  }

  /**
   * Windows that do not overlap.
   *
   * @param poolSize how many steps a window has
   */
  public MaxPooling1D(long... poolSize) {
    this(ArgValues.NONE.with(POOL_SIZE, poolSize));
  }

  private MaxPooling1D(ArgValues args) {
    super(1, args);
  }

  @Override
  public KerasType<MaxPooling1D> type() {
    return TYPE;
  }

  @Override
  Tensor pool(Tensor x, long[] size, WindowOptions window) {
    return x.maxPool(size, window);
  }
}

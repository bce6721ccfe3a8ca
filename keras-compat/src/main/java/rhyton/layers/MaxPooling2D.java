package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/**
 * The largest number of each window of an image, for each channel.
 *
 * <p>It makes images smaller; what was found matters more than where.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, output {@code (batch, new rows,
 * new columns, channels)}; with channels first {@code (batch, channels, rows, columns)}.
 *
 * <pre>{@code
 * Tensor half = new MaxPooling2D(2).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/pooling_layers/max_pooling2d/">MaxPooling2D</a>
 */
public final class MaxPooling2D extends Pooling<MaxPooling2D> {
  /** Keras's class. */
  public static final KerasType<MaxPooling2D> TYPE =
      poolingType("MaxPooling2D", MaxPooling2D::new, POOL_SIZE).alias("MaxPool2D");

  /** Windows of size 2 that do not overlap. */
  public MaxPooling2D() {
    this(ArgValues.NONE);
  }

  /**
   * Windows that do not overlap.
   *
   * @param poolSize the size of the window: one number for both axes, or two
   */
  public MaxPooling2D(long... poolSize) {
    this(ArgValues.NONE.with(POOL_SIZE, poolSize));
  }

  private MaxPooling2D(ArgValues args) {
    super(2, args);
  }

  @Override
  public KerasType<MaxPooling2D> type() {
    return TYPE;
  }

  @Override
  Tensor pool(Tensor x, long[] size, WindowOptions window) {
    return x.maxPool(size, window);
  }
}

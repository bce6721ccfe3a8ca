package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/**
 * The mean of each window of an image, for each channel.
 *
 * <p>It makes images smaller; every place counts the same. Zeros at the edges do not count.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, output {@code (batch, new rows,
 * new columns, channels)}; with channels first {@code (batch, channels, rows, columns)}.
 *
 * <pre>{@code
 * Tensor half = new AveragePooling2D(2).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/pooling_layers/average_pooling2d/">AveragePooling2D</a>
 */
public final class AveragePooling2D extends Pooling<AveragePooling2D> {
  /** Keras's class. */
  public static final KerasType<AveragePooling2D> TYPE =
      poolingType("AveragePooling2D", AveragePooling2D::new, POOL_SIZE.required())
          .alias("AvgPool2D");

  /**
   * Windows that do not overlap.
   *
   * @param poolSize the size of the window: one number for both axes, or two
   */
  public AveragePooling2D(long... poolSize) {
    this(ArgValues.NONE.with(POOL_SIZE, poolSize));
  }

  private AveragePooling2D(ArgValues args) {
    super(2, args);
  }

  @Override
  public KerasType<AveragePooling2D> type() {
    return TYPE;
  }

  @Override
  Tensor pool(Tensor x, long[] size, WindowOptions window) {
    return x.averagePool(size, window);
  }
}

package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/**
 * The mean of each window of a sequence, for each channel.
 *
 * <p>It makes sequences shorter; every place counts the same. Zeros at the edges do not count.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, channels)}, output {@code (batch, new steps,
 * channels)}; with channels first {@code (batch, channels, steps)}.
 *
 * <pre>{@code
 * Tensor half = new AveragePooling1D(2).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/pooling_layers/average_pooling1d/">AveragePooling1D</a>
 */
public final class AveragePooling1D extends Pooling<AveragePooling1D> {
  /** Keras's class. */
  public static final KerasType<AveragePooling1D> TYPE =
      poolingType("AveragePooling1D", AveragePooling1D::new, POOL_SIZE.required())
          .alias("AvgPool1D");

  /**
   * Windows that do not overlap.
   *
   * @param poolSize how many steps a window has
   */
  public AveragePooling1D(long... poolSize) {
    this(ArgValues.NONE.with(POOL_SIZE, poolSize));
  }

  private AveragePooling1D(ArgValues args) {
    super(1, args);
  }

  @Override
  public KerasType<AveragePooling1D> type() {
    return TYPE;
  }

  @Override
  Tensor pool(Tensor x, long[] size, WindowOptions window) {
    return x.averagePool(size, window);
  }
}

package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.Padding;
import rhyton.tensor.Tensor;

/**
 * Convolution along sequences: each filter looks at {@code kernelSize} steps at a time.
 *
 * <p>With the padding {@code causal} no output depends on later steps, as in models of time.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, channels)}, output {@code (batch, new steps,
 * filters)}; with channels first {@code (batch, channels, steps)}. Weights {@code kernel}
 * (kernelSize, channels / groups, filters) and {@code bias} (filters).
 *
 * <pre>{@code
 * Tensor y = new Conv1D(32, 3).padding("causal").dilationRate(2).activation("relu").apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/convolution_layers/convolution1d/">Conv1D</a>
 */
public final class Conv1D extends Conv<Conv1D> {
  /** Keras's class. */
  public static final KerasType<Conv1D> TYPE =
      convType("Conv1D", Conv1D::new, CAUSAL_PADDING).alias("Convolution1D");

  /**
   * A convolution with all options at Keras's defaults.
   *
   * @param filters the number of channels of the output
   * @param kernelSize how many steps a filter sees
   */
  public Conv1D(int filters, long... kernelSize) {
    this(ArgValues.NONE.with(FILTERS, filters).with(KERNEL_SIZE, kernelSize));
  }

  private Conv1D(ArgValues args) {
    super(1, args);
  }

  @Override
  public KerasType<Conv1D> type() {
    return TYPE;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    if (arg(PADDING) == Padding.CAUSAL) {
      int[][] before = new int[x.rank()][2];
      before[arg(DATA_FORMAT).firstSpatialAxis()][0] =
          Math.toIntExact(arg(DILATION_RATE)[0] * (arg(KERNEL_SIZE)[0] - 1));
      return super.call(x.pad(before), ctx);
    }
    return super.call(x, ctx);
  }
}

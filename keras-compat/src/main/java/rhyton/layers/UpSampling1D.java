package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Repeats each step of a sequence.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, features)}, output {@code (batch, size * steps,
 * features)}.
 *
 * <pre>{@code
 * Tensor twice = new UpSampling1D(2).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/up_sampling1d/">UpSampling1D</a>
 */
public final class UpSampling1D extends ArgLayer<UpSampling1D> {
  /** How often a step is repeated. */
  public static final Arg<Integer> SIZE = Arg.positiveInt("size", 2);

  /** Keras's class. */
  public static final KerasType<UpSampling1D> TYPE =
      KerasType.layer("UpSampling1D", UpSampling1D::new, SIZE);

  /** Each step twice. */
  public UpSampling1D() {
    this(ArgValues.NONE);
  }

  /**
   * Each step several times.
   *
   * @param size how often
   */
  public UpSampling1D(int size) {
    this(ArgValues.NONE.with(SIZE, size));
  }

  private UpSampling1D(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<UpSampling1D> type() {
    return TYPE;
  }

  /**
   * How often a step is repeated; by default twice.
   *
   * @param size the factor
   * @return a copy with this option
   */
  @CheckReturnValue
  public UpSampling1D size(int size) {
    return with(SIZE, size);
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(3);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return x.repeat(arg(SIZE), 1);
  }
}

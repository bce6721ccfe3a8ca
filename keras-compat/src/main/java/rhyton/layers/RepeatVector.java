package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Makes a sequence of a vector, which is the same at each step.
 *
 * <p>It hands the vector that an encoder made to a recurrent decoder.
 *
 * <p><b>Shapes</b> input {@code (batch, features)}, output {@code (batch, n, features)}.
 *
 * <pre>{@code
 * Tensor steps = new RepeatVector(3).apply(Input.of(32));   // (None, 3, 32)
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/repeat_vector/">RepeatVector</a>
 */
public final class RepeatVector extends ArgLayer<RepeatVector> {
  /** The number of steps. */
  public static final Arg<Integer> N = Arg.positiveInt("n");

  /** Keras's class. */
  public static final KerasType<RepeatVector> TYPE =
      KerasType.layer("RepeatVector", RepeatVector::new, N);

  /**
   * A layer for a number of steps.
   *
   * @param n how often the vector is repeated
   */
  public RepeatVector(int n) {
    this(ArgValues.NONE.with(N, n));
  }

  private RepeatVector(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<RepeatVector> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(2);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return x.expandDims(1).repeat(arg(N), 1);
  }
}

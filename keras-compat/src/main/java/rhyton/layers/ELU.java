package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Exponential linear unit: {@code x} where it is positive, else {@code alpha * (exp(x) - 1)}.
 *
 * <p><b>Shapes</b> any; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new ELU(0.5).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/activation_layers/elu/">ELU</a>
 */
public final class ELU extends ArgLayer<ELU> {
  /** What very negative inputs approach, negated. */
  public static final Arg<Double> ALPHA = Arg.number("alpha", 1.0).since("3.12");

  /** Keras's class. */
  public static final KerasType<ELU> TYPE = KerasType.layer("ELU", ELU::new, ALPHA);

  /** A unit with alpha 1. */
  public ELU() {
    this(ArgValues.NONE);
  }

  /**
   * A unit.
   *
   * @param alpha what very negative inputs approach, negated
   */
  public ELU(double alpha) {
    this(ArgValues.NONE.with(ALPHA, alpha));
  }

  private ELU(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<ELU> type() {
    return TYPE;
  }

  /**
   * What very negative inputs approach, negated; by default 1.
   *
   * @param alpha the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public ELU alpha(double alpha) {
    return with(ALPHA, alpha);
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return x.elu(arg(ALPHA));
  }
}

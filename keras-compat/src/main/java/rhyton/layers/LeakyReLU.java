package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Leaky rectified linear unit: {@code x} where it is positive, else {@code negativeSlope * x}.
 *
 * <p>The gradient does not vanish where the unit is not active, so units cannot die.
 *
 * <p><b>Shapes</b> any; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new LeakyReLU(0.1).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/activation_layers/leaky_relu/">LeakyReLU</a>
 */
public final class LeakyReLU extends ArgLayer<LeakyReLU> {
  /** The slope of the negative part. */
  public static final Arg<Double> NEGATIVE_SLOPE =
      Arg.number("negative_slope", 0.3).check(Check.NOT_NEGATIVE);

  /** Keras's class. */
  public static final KerasType<LeakyReLU> TYPE =
      KerasType.layer("LeakyReLU", LeakyReLU::new, NEGATIVE_SLOPE);

  /** A unit with slope 0.3. */
  public LeakyReLU() {
    this(ArgValues.NONE);
  }

  /**
   * A unit.
   *
   * @param negativeSlope how steep the output is where the input is negative
   */
  public LeakyReLU(double negativeSlope) {
    this(ArgValues.NONE.with(NEGATIVE_SLOPE, negativeSlope));
  }

  private LeakyReLU(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<LeakyReLU> type() {
    return TYPE;
  }

  /**
   * How steep the output is where the input is negative; by default 0.3.
   *
   * @param negativeSlope a number that is not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public LeakyReLU negativeSlope(double negativeSlope) {
    return with(NEGATIVE_SLOPE, negativeSlope);
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return x.leakyRelu(arg(NEGATIVE_SLOPE));
  }
}

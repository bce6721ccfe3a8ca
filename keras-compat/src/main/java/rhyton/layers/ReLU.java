package rhyton.layers;

import rhyton.activations.Activations;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Rectified linear unit: {@code maxValue} for {@code x >= maxValue}, {@code x} for {@code threshold
 * <= x < maxValue}, else {@code negativeSlope * (x - threshold)}.
 *
 * <p>The same as {@code activation("relu")} at the end of another layer, with options.
 *
 * <p><b>Shapes</b> any; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new ReLU().maxValue(6).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/activation_layers/relu/">ReLU</a>
 */
public final class ReLU extends ArgLayer<ReLU> {
  /** What the output is at most; null for no limit. */
  public static final Arg<Double> MAX_VALUE =
      Arg.optional("max_value", Codec.NUMBER).check(Check.NOT_NEGATIVE);

  /** The slope below the threshold. */
  public static final Arg<Double> NEGATIVE_SLOPE =
      Arg.number("negative_slope", 0).check(Check.NOT_NEGATIVE);

  /** Where the unit begins to be active. */
  public static final Arg<Double> THRESHOLD = Arg.number("threshold", 0).check(Check.NOT_NEGATIVE);

  /** Keras's class. */
  public static final KerasType<ReLU> TYPE =
      KerasType.layer("ReLU", ReLU::new, MAX_VALUE, NEGATIVE_SLOPE, THRESHOLD);

  /** A unit without limit, slope 0 and threshold 0. */
  public ReLU() {
    this(ArgValues.NONE);
  }

  private ReLU(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<ReLU> type() {
    return TYPE;
  }

  /**
   * What the output is at most; by default there is no limit.
   *
   * @param maxValue a number that is not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public ReLU maxValue(double maxValue) {
    return with(MAX_VALUE, maxValue);
  }

  /**
   * How steep the output is below the threshold; by default it is 0 there.
   *
   * @param negativeSlope a number that is not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public ReLU negativeSlope(double negativeSlope) {
    return with(NEGATIVE_SLOPE, negativeSlope);
  }

  /**
   * From where on the unit is active; by default from 0.
   *
   * @param threshold a number that is not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public ReLU threshold(double threshold) {
    return with(THRESHOLD, threshold);
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return Activations.relu(x, arg(NEGATIVE_SLOPE), arg(MAX_VALUE), arg(THRESHOLD));
  }
}

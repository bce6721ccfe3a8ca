package rhyton.initializers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Random numbers with the variance {@code scale / fan}, where the fan is the number of inputs, of
 * outputs, or the mean of both: what Glorot, He and Lecun initializers are made of.
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#variancescaling-class">keras.initializers.VarianceScaling</a>
 */
public final class VarianceScaling extends FanInitializer<VarianceScaling> {
  /** The variance times the fan. */
  public static final Arg<Double> SCALE = Arg.number("scale", 1).check(Check.POSITIVE);

  /** Which fan. */
  public static final Arg<String> MODE =
      Arg.text("mode", "fan_in").check(Check.oneOf("fan_in", "fan_out", "fan_avg"));

  /** Which distribution. */
  public static final Arg<String> DISTRIBUTION =
      Arg.of("distribution", Codec.TEXT.map(VarianceScaling::fullName), "truncated_normal")
          .check(Check.oneOf("truncated_normal", "untruncated_normal", "uniform"));

  /** Keras's class. */
  public static final KerasType<VarianceScaling> TYPE =
      KerasType.initializer(
          "VarianceScaling", VarianceScaling::new, SCALE, MODE, DISTRIBUTION, FAN_ARGS);

  /** An initializer with a seed that is drawn as Keras draws it. */
  public VarianceScaling() {
    this(ArgValues.NONE);
  }

  private VarianceScaling(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<VarianceScaling> type() {
    return TYPE;
  }

  /**
   * The variance times the fan; by default 1.
   *
   * @param scale a positive number
   * @return a copy with this option
   */
  @CheckReturnValue
  public VarianceScaling scale(double scale) {
    return with(SCALE, scale);
  }

  /**
   * Which fan; by default the number of inputs.
   *
   * @param mode {@code fan_in}, {@code fan_out} or {@code fan_avg}
   * @return a copy with this option
   */
  @CheckReturnValue
  public VarianceScaling mode(String mode) {
    return with(MODE, mode);
  }

  /**
   * Which distribution; by default a normal one that is cut at two standard deviations.
   *
   * @param distribution {@code truncated_normal} or {@code normal}, {@code untruncated_normal},
   *     {@code uniform}
   * @return a copy with this option
   */
  @CheckReturnValue
  public VarianceScaling distribution(String distribution) {
    return with(DISTRIBUTION, fullName(distribution));
  }

  private static String fullName(String distribution) {
    return "normal".equals(distribution) ? "truncated_normal" : distribution;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return draw(shape, dtype, arg(SCALE), arg(MODE), arg(DISTRIBUTION));
  }
}

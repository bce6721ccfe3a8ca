package rhyton.initializers;

import rhyton.config.Arg;
import rhyton.config.ArgList;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.random.KerasRandom;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Base of the initializers that take the variance from the fans: how many inputs an output of the
 * layer depends on, and how many outputs depend on an input.
 */
abstract sealed class FanInitializer<S extends FanInitializer<S>> extends RandomInitializer<S>
    permits GlorotNormal,
        GlorotUniform,
        HeNormal,
        HeUniform,
        LecunNormal,
        LecunUniform,
        VarianceScaling {
  /** The axes that make up the inputs; null for the last but one and those before the last two. */
  public static final Arg<long[]> INPUT_AXES = Arg.optional("input_axes", Codec.DIMS).since("3.15");

  /** The axes that make up the outputs; null for the last and those before the last two. */
  public static final Arg<long[]> OUTPUT_AXES =
      Arg.optional("output_axes", Codec.DIMS).since("3.15");

  /** The options of all of them. */
  static final ArgList FAN_ARGS = ArgList.of(SEED, INPUT_AXES, OUTPUT_AXES);

  /** The standard deviation of a normal distribution with variance 1 that is cut at 2. */
  private static final double CUT_STDDEV = 0.8796256610342398;

  FanInitializer(ArgValues args) {
    super(args);
  }

  /**
   * Which axes of the weight make up the inputs; only together with {@link #outputAxes}.
   *
   * @param inputAxes the axes
   * @return a copy with this option
   */
  @CheckReturnValue
  public S inputAxes(long... inputAxes) {
    return with(INPUT_AXES, inputAxes);
  }

  /**
   * Which axes of the weight make up the outputs; only together with {@link #inputAxes}.
   *
   * @param outputAxes the axes
   * @return a copy with this option
   */
  @CheckReturnValue
  public S outputAxes(long... outputAxes) {
    return with(OUTPUT_AXES, outputAxes);
  }

  /** Numbers with the variance {@code scale / fan}. */
  final Tensor draw(Shape shape, DType dtype, double scale, String mode, String distribution) {
    double[] fans = fans(shape);
    double fan =
        switch (mode) {
          case "fan_in" -> fans[0];
          case "fan_out" -> fans[1];
          default -> (fans[0] + fans[1]) / 2;
        };
    double variance = scale / Math.max(1, fan);
    return switch (distribution) {
      case "uniform" -> {
        double limit = Math.sqrt(3 * variance);
        yield KerasRandom.uniform(shape, -limit, limit, dtype, seed());
      }
      case "untruncated_normal" -> KerasRandom.normal(shape, 0, Math.sqrt(variance), dtype, seed());
      default ->
          KerasRandom.truncatedNormal(shape, 0, Math.sqrt(variance) / CUT_STDDEV, dtype, seed());
    };
  }

  private double[] fans(Shape shape) {
    if (arg(INPUT_AXES) != null && arg(OUTPUT_AXES) != null) {
      return new double[] {product(shape, arg(INPUT_AXES)), product(shape, arg(OUTPUT_AXES))};
    }
    int rank = shape.rank();
    if (rank < 2) {
      double size = shape.size();
      return new double[] {size, size};
    }
    double field = shape.slice(0, rank - 2).size();
    return new double[] {shape.get(-2) * field, shape.get(-1) * field};
  }

  private static double product(Shape shape, long[] axes) {
    double product = 1;
    for (long axis : axes) {
      product *= shape.get((int) axis);
    }
    return product;
  }
}

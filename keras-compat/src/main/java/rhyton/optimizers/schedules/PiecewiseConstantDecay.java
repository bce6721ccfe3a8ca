package rhyton.optimizers.schedules;

import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * One rate up to a boundary, the next one up to the next boundary, and so on: {@code values[0]}
 * while {@code step <= boundaries[0]}, the last value after the last boundary.
 *
 * <pre>{@code
 * new PiecewiseConstantDecay(List.of(100_000, 110_000), List.of(1.0, 0.5, 0.1));
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/">PiecewiseConstantDecay</a>
 */
public final class PiecewiseConstantDecay extends LearningRateSchedule<PiecewiseConstantDecay> {
  /** The last step of each rate but the last. */
  public static final Arg<List<Number>> BOUNDARIES =
      Arg.required("boundaries", Codec.list(NUMBER))
          .check("a list that is not empty", l -> !l.isEmpty());

  /** The rates, one more than there are boundaries. */
  public static final Arg<List<Number>> VALUES = Arg.required("values", Codec.list(NUMBER));

  /** Keras's class. */
  public static final KerasType<PiecewiseConstantDecay> TYPE =
      KerasType.of(
          Family.SCHEDULE,
          "PiecewiseConstantDecay",
          PiecewiseConstantDecay::new,
          BOUNDARIES,
          VALUES,
          NAME.withDefault("PiecewiseConstant"));

  /**
   * A schedule.
   *
   * @param boundaries the last step of each rate but the last, in ascending order
   * @param values the rates, one more
   * @throws IllegalArgumentException if the lengths do not fit
   */
  public PiecewiseConstantDecay(List<? extends Number> boundaries, List<? extends Number> values) {
    this(
        ArgValues.NONE.with(BOUNDARIES, List.copyOf(boundaries)).with(VALUES, List.copyOf(values)));
  }

  private PiecewiseConstantDecay(ArgValues args) {
    super(args);
    if (arg(BOUNDARIES).size() != arg(VALUES).size() - 1) {
      throw new IllegalArgumentException(
          "PiecewiseConstantDecay: argument `values` must have one element more than `boundaries`."
              + (" Received: boundaries=" + arg(BOUNDARIES) + " and values=" + arg(VALUES)));
    }
  }

  @Override
  public KerasType<PiecewiseConstantDecay> type() {
    return TYPE;
  }

  @Override
  public Tensor apply(Tensor step) {
    List<Number> values = arg(VALUES);
    Tensor rate = value(values.get(values.size() - 1));
    for (int i = values.size() - 2; i >= 0; i--) {
      Tensor boundary = Tensor.scalar(arg(BOUNDARIES).get(i), step.dtype());
      rate = step.lessEqual(boundary).where(value(values.get(i)), rate);
    }
    return rate;
  }

  /** A rate; whole numbers stay whole, as in Keras. */
  private static Tensor value(Number value) {
    return value instanceof Double || value instanceof Float
        ? scalar(value)
        : Tensor.of(Math.toIntExact(value.longValue()));
  }
}

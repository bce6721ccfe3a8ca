package rhyton.optimizers.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasConfig;
import rhyton.config.KerasType;
import rhyton.config.ReadContext;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * Base of the schedules, for those that are to be saved: options and a formula. Where saving does
 * not matter, a lambda is enough, see {@link LearningRate}.
 *
 * @param <S> the class itself
 * @see <a href="https://keras.io/api/optimizers/learning_rate_schedules/">LearningRateSchedule</a>
 */
public abstract class LearningRateSchedule<S extends LearningRateSchedule<S>>
    extends DeclaredObject<S> implements LearningRate {
  /** A number that is written as it was given: 10 as an integer, 2.5 as it is. */
  static final Codec<Number> NUMBER =
      Codec.of("a number", LearningRateSchedule::write, LearningRateSchedule::read);

  /** The rate at the beginning. */
  static final Arg<Double> INITIAL_LEARNING_RATE =
      Arg.required("initial_learning_rate", Codec.NUMBER);

  /** Over how many steps the rate falls. */
  static final Arg<Number> DECAY_STEPS = steps("decay_steps");

  /** The name of the schedule in Keras's graphs. */
  static final Arg<String> NAME = Arg.required("name", Codec.TEXT);

  /**
   * Checks the values and adds the defaults.
   *
   * @param args the values given
   * @throws IllegalArgumentException if a value is not allowed or a required one is missing
   */
  protected LearningRateSchedule(ArgValues args) {
    super(args);
  }

  @Override
  public abstract KerasType<S> type();

  /** A number of steps that must be given. */
  static Arg<Number> steps(String name) {
    return Arg.required(name, NUMBER).check("a positive number", steps -> steps.doubleValue() > 0);
  }

  /**
   * The name of the schedule, which Keras uses for the names of its ops.
   *
   * @param name any string
   * @return a copy with this option
   */
  @CheckReturnValue
  public S name(String name) {
    return with(NAME, name);
  }

  /** The value of a numeric option in the type in which rates are computed. */
  final Tensor number(Arg<? extends Number> option) {
    return scalar(arg(option));
  }

  /** A number in the type in which rates are computed. */
  static Tensor scalar(Number number) {
    return Tensor.scalar(number, DType.of(KerasConfig.floatx()));
  }

  /** The number of steps in the type in which rates are computed. */
  static Tensor floating(Tensor step) {
    return step.cast(DType.of(KerasConfig.floatx()));
  }

  private static JsonNode write(Number number) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (number instanceof Integer || number instanceof Long) {
      long whole = number.longValue();
      return whole == (int) whole ? nodes.numberNode((int) whole) : nodes.numberNode(whole);
    }
    return nodes.numberNode(number.doubleValue());
  }

  private static Number read(JsonNode json, ReadContext at) {
    if (!json.isNumber()) {
      throw at.mismatch("a number", json);
    }
    return json.isIntegralNumber() ? (Number) json.longValue() : (Number) json.doubleValue();
  }
}

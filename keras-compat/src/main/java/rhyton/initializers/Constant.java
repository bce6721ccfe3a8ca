package rhyton.initializers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.ArrayList;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * One number everywhere, or numbers that are repeated along the leading axes.
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#constant-class">keras.initializers.Constant</a>
 */
public final class Constant extends DeclaredObject<Constant> implements Initializer {
  /** The number, or numbers in nested lists, as the config has them. */
  public static final Arg<JsonNode> VALUE = Arg.of("value", Codec.JSON, DoubleNode.valueOf(0));

  /** Keras's class. */
  public static final KerasType<Constant> TYPE =
      KerasType.initializer("Constant", Constant::new, VALUE);

  /** All zeros, for {@link #value} to change. */
  public Constant() {
    this(ArgValues.NONE);
  }

  /**
   * A number everywhere.
   *
   * @param value the number
   */
  public Constant(double value) {
    this(ArgValues.NONE.with(VALUE, DoubleNode.valueOf(value)));
  }

  private Constant(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Constant> type() {
    return TYPE;
  }

  /**
   * The number that is everywhere.
   *
   * @param value the number
   * @return a copy with this option
   */
  @CheckReturnValue
  public Constant value(double value) {
    return with(VALUE, DoubleNode.valueOf(value));
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    List<Double> numbers = new ArrayList<>();
    List<Long> dims = new ArrayList<>();
    collect(plain(arg(VALUE)), 0, numbers, dims);
    try (TensorScope scope = TensorScope.open()) {
      Tensor flat = Tensor.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
      Tensor value = flat.cast(dtype).reshape(dims.stream().mapToLong(Long::longValue).toArray());
      return value.broadcastTo(shape.toArray()).keep();
    }
  }

  /** An array of numpy is written as an object with its numbers inside. */
  private static JsonNode plain(JsonNode value) {
    return value.isObject() ? value.path("config").path("value") : value;
  }

  private static void collect(JsonNode json, int depth, List<Double> numbers, List<Long> dims) {
    if (!json.isArray()) {
      if (!json.isNumber() && !json.isBoolean()) {
        throw new IllegalArgumentException(
            "Constant: argument `value` must be a number or lists of numbers. Received: " + json);
      }
      numbers.add(json.isBoolean() ? (json.booleanValue() ? 1.0 : 0.0) : json.doubleValue());
      return;
    }
    if (dims.size() == depth) {
      dims.add((long) json.size());
    }
    json.forEach(item -> collect(item, depth + 1, numbers, dims));
  }
}

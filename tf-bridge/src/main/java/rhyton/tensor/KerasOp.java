package rhyton.tensor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An op of {@code keras.ops}: its names in a Keras file, and what it computes.
 *
 * <p>On values and on symbols a call computes; on a tensor of a functional model it is handed to
 * that model, which records it and computes later. The methods of {@link Tensor} are all calls of
 * such ops.
 *
 * @see <a href="https://keras.io/api/ops/">keras.ops</a>
 */
public final class KerasOp {
  /** What an op computes from its arguments. */
  @FunctionalInterface
  interface Body {
    Object compute(OpCall call);
  }

  private final String module;
  private final String className;
  private final Map<String, Object> defaults;
  private final Body body;

  private KerasOp(String module, String className, Map<String, Object> defaults, Body body) {
    this.module = module;
    this.className = className;
    this.defaults = defaults;
    this.body = body;
  }

  /** The ops of one module of Keras, in one file of ours. */
  static final class Family {
    private final String module;
    private final Map<String, KerasOp> ops = new LinkedHashMap<>();

    Family(String module) {
      this.module = "keras.src.ops." + module;
    }

    /**
     * Declares an op.
     *
     * @param className the name of its class in Keras
     * @param body what it computes
     * @param defaults names and defaults of what its config holds, in turn
     */
    KerasOp op(String className, Body body, Object... defaults) {
      Map<String, Object> options = new LinkedHashMap<>();
      for (int i = 0; i < defaults.length; i += 2) {
        options.put((String) defaults[i], defaults[i + 1]);
      }
      KerasOp op = new KerasOp(module, className, options, body);
      ops.put(className, op);
      return op;
    }

    Collection<KerasOp> all() {
      return ops.values();
    }
  }

  /** Returns the Python module of its class, for example {@code keras.src.ops.numpy}. */
  public String module() {
    return module;
  }

  /** Returns the name of its class in Keras, for example {@code Add}. */
  public String className() {
    return className;
  }

  /** Returns the names and defaults of the options in its config, without {@code name}. */
  public Map<String, Object> defaults() {
    return java.util.Collections.unmodifiableMap(defaults);
  }

  /**
   * Calls the op.
   *
   * @param call its arguments
   * @return a tensor, or a list of tensors
   * @throws IllegalArgumentException if an option is not one of this op's
   */
  public Object call(OpCall call) {
    for (String name : call.options().keySet()) {
      if (!defaults.containsKey(name)) {
        throw new IllegalArgumentException(
            className + ": unknown option `" + name + "`. Known: " + defaults.keySet());
      }
    }
    Tensor place = call.functional();
    if (place != null) {
      return ((FunctionalHandle) place.state()).record(this, call);
    }
    if (Trace.current() != null) {
      return body.compute(call.withDefaults(defaults));
    }
    try (TensorScope scope = TensorScope.open()) {
      Object result = body.compute(call.withDefaults(defaults));
      if (result instanceof Tensor one) {
        one.keep();
      } else {
        ((List<?>) result).forEach(one -> ((Tensor) one).keep());
      }
      return result;
    }
  }

  /** Calls the op and returns its only result. */
  Tensor one(OpCall call) {
    return (Tensor) call(call);
  }

  /** Calls the op without options and returns its only result. */
  Tensor one(Object... arguments) {
    return (Tensor) call(OpCall.of(arguments));
  }

  /** Calls the op and returns its results. */
  List<Tensor> many(OpCall call) {
    return ((List<?>) call(call)).stream().map(Tensor.class::cast).toList();
  }

  @Override
  public String toString() {
    return className;
  }
}

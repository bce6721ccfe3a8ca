package rhyton.graph;

import java.util.List;
import java.util.Map;
import rhyton.config.Tickets;
import rhyton.tensor.KerasOp;
import rhyton.tensor.OpCall;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;

/**
 * An op of {@code keras.ops} in a functional model, such as the sum that {@code a.add(b)} makes.
 */
public final class OpNode extends Operation {
  private final KerasOp op;
  private final Map<String, Object> options;
  private final String name;

  /**
   * An op.
   *
   * @param op what it computes
   * @param options the options of its config
   * @param name its name in the model; null for the next free one
   */
  public OpNode(KerasOp op, Map<String, Object> options, String name) {
    this.op = op;
    this.options = Map.copyOf(nonNull(options));
    if (name == null) {
      Tickets.settleAll();
      this.name = Tickets.uniqueName(op.className());
    } else {
      this.name = name;
    }
  }

  private static Map<String, Object> nonNull(Map<String, Object> options) {
    Map<String, Object> kept = new java.util.LinkedHashMap<>(options);
    kept.values().removeIf(java.util.Objects::isNull);
    return kept;
  }

  static Object record(KerasOp op, OpCall call) {
    OpNode operation = new OpNode(op, call.options(), null);
    CallArguments arguments = new CallArguments(call.arguments(), Map.of());
    List<TensorSpec> results = Node.resultsOf(operation, arguments);
    List<Tensor> outputs = new Node(operation, arguments, results).outputs();
    return outputs.size() == 1 ? outputs.get(0) : outputs;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns what it computes. */
  public KerasOp op() {
    return op;
  }

  /** Returns the options that are not at their defaults. */
  public Map<String, Object> options() {
    return options;
  }

  @Override
  public List<Tensor> invoke(CallArguments arguments) {
    if (arguments.tensors().stream().anyMatch(Tensor::isFunctional)) {
      return new Node(this, arguments, Node.resultsOf(this, arguments)).outputs();
    }
    OpCall call = OpCall.of(arguments.positional().toArray());
    for (Map.Entry<String, Object> option : options.entrySet()) {
      call = call.with(option.getKey(), option.getValue());
    }
    Object result = op.call(call);
    return result instanceof Tensor one
        ? List.of(one)
        : ((List<?>) result).stream().map(Tensor.class::cast).toList();
  }

  @Override
  public String toString() {
    return "<" + op.className() + " name=" + name + ">";
  }
}

package rhyton.tensor;

import java.util.List;
import java.util.Map;
import rhyton.tensor.runtime.NativeGraph;

/** One op of a function being traced, as the reverse mode needs to see it. */
public final class TraceNode {
  private final int id;
  private final String type;
  private final List<Tensor> inputs;
  private final Map<String, Object> attributes;
  private final NativeGraph.Operation operation;
  private List<Tensor> outputs;

  TraceNode(
      int id,
      String type,
      List<Tensor> inputs,
      Map<String, Object> attributes,
      NativeGraph.Operation operation) {
    this.id = id;
    this.type = type;
    this.inputs = inputs;
    this.attributes = attributes;
    this.operation = operation;
  }

  void outputs(List<Tensor> tensors) {
    outputs = tensors;
  }

  /** Returns its number: an op has a higher one than all that it depends on. */
  public int id() {
    return id;
  }

  /** Returns the op's name in TensorFlow. */
  public String type() {
    return type;
  }

  /** Returns its inputs, lists flattened in place. */
  public List<Tensor> inputs() {
    return inputs;
  }

  /** Returns its outputs. */
  public List<Tensor> outputs() {
    return outputs;
  }

  /**
   * An attribute as it was given.
   *
   * @param name the attribute
   * @return its value, or null if it was left at its default
   */
  public Object attribute(String name) {
    return attributes.get(name);
  }

  /** Returns the numbers of a small constant of whole numbers; null for all other ops. */
  public long[] constant() {
    return attributes.get("ints") instanceof long[] ints && type.equals("Const") ? ints : null;
  }

  /** Returns the op in the native graph. */
  public NativeGraph.Operation operation() {
    return operation;
  }
}

package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import rhyton.tensor.runtime.NativeGraph;

/** One op of a function being traced, as the reverse mode needs to see it. */
public final class TraceNode {
  private final int id;
  private final String type;
  private final List<Tensor> inputs;
  private final Map<String, Object> attributes;
  private NativeGraph.Operation operation;
  private final List<NativeGraph.Output> natives = new ArrayList<>();
  private final List<Tensor> outputs = new ArrayList<>();

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

  /**
   * Gives the node further results.
   *
   * @param trace the trace of the node
   * @param more the native outputs
   */
  public void extend(Trace trace, List<NativeGraph.Output> more) {
    for (NativeGraph.Output one : more) {
      Symbol symbol = new Symbol(trace, this, natives.size());
      natives.add(one);
      outputs.add(
          new Tensor(
              symbol,
              one.operation().dtypes().get(one.index()),
              one.operation().shapes().get(one.index())));
    }
  }

  /**
   * Says that the node's results come from other ops now.
   *
   * @param newOperation the op that does the work
   * @param newNatives the native outputs, in the order of the results
   */
  public void rewire(NativeGraph.Operation newOperation, List<NativeGraph.Output> newNatives) {
    operation = newOperation;
    for (int i = 0; i < newNatives.size(); i++) {
      natives.set(i, newNatives.get(i));
    }
  }

  /**
   * A result in the native graph.
   *
   * @param index which one
   * @return the native output
   */
  public NativeGraph.Output output(int index) {
    return natives.get(index);
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
    return Collections.unmodifiableList(outputs);
  }

  Map<String, Object> attributes() {
    return attributes;
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

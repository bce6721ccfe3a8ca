package rhyton.tensor;

import java.util.List;
import java.util.Map;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeGraph;

/**
 * The native graph of a trace, for those who put more than single ops into it: a loop is one node
 * for all who look at the ops, and several ops here.
 */
public final class TraceGraph {
  private final Trace trace;
  private final NativeGraph graph;
  private final TraceVariables variables;

  TraceGraph(Trace trace, NativeGraph graph, TraceVariables variables) {
    this.trace = trace;
    this.graph = graph;
    this.variables = variables;
  }

  /**
   * Adds an op that the trace makes no node of.
   *
   * @param type the op's name in TensorFlow
   * @param inputs each an output or a list of outputs
   * @param attributes its attributes
   * @return the op
   */
  public NativeGraph.Operation add(String type, List<?> inputs, Map<String, Object> attributes) {
    return graph.add(type, trace.unique(type), inputs, attributes, List.of());
  }

  /**
   * Adds an op that the trace makes no node of and that changes resources.
   *
   * @param used the resources
   * @param type the op's name in TensorFlow
   * @param inputs each an output or a list of outputs
   * @param attributes its attributes
   * @return the op
   */
  public NativeGraph.Operation addUsing(
      List<?> used, String type, List<?> inputs, Map<String, Object> attributes) {
    NativeGraph.Operation operation =
        graph.add(type, trace.unique(type), inputs, attributes, variables.before(used, true));
    variables.used(operation, used, true);
    return operation;
  }

  /**
   * Adds an argument that the trace makes no node of.
   *
   * @param dtype its type
   * @param shape its shape
   * @return the argument
   */
  public NativeGraph.Output argument(DType dtype, Shape shape) {
    Map<String, Object> attributes = Map.of("dtype", dtype, "shape", shape);
    return new NativeGraph.Output(add("Placeholder", List.of(), attributes), 0);
  }

  /**
   * A tensor in the native graph.
   *
   * @param tensor a value, or a symbol of this trace or of one around
   * @return where the graph has it
   */
  public NativeGraph.Output output(Tensor tensor) {
    return ((Symbol) trace.local(tensor).state()).output();
  }

  void describeResource(Tensor handle, DType dtype, Shape shape) {
    graph.describeResource(((Symbol) handle.state()).output(), dtype, shape);
  }

  /**
   * Makes known what was added as one node.
   *
   * @param type what it is
   * @param inputs the tensors of this trace that it uses
   * @param attributes what else is to be known of it
   * @param operation the op that does the work
   * @param outputs its results
   * @return the node
   */
  public TraceNode note(
      String type,
      List<Tensor> inputs,
      Map<String, Object> attributes,
      NativeGraph.Operation operation,
      List<NativeGraph.Output> outputs) {
    return trace.note(type, inputs, attributes, operation, outputs);
  }

  /**
   * Puts one op in the place of another that has the same outputs, and perhaps more.
   *
   * @param old the op that goes
   * @param now the op that takes its place
   */
  public void replace(NativeGraph.Operation old, NativeGraph.Operation now) {
    graph.replace(old, now);
    variables.replace(old, now);
  }

  /**
   * Makes a function of the graph as it is now.
   *
   * @param name a name that no other function has
   * @param arguments its arguments, arguments of the graph
   * @param results its results
   * @param separate whether ops that call it must not be replaced by its ops
   * @return the function
   */
  public NativeFunction toFunction(
      String name,
      List<NativeGraph.Output> arguments,
      List<NativeGraph.Output> results,
      boolean separate) {
    return graph.toFunction(
        name, arguments, results, variables.effects(), Double.POSITIVE_INFINITY, separate);
  }

  /**
   * Makes a function callable by ops of this graph. It lives as long as the function that the graph
   * becomes.
   *
   * @param function the function, which the graph takes over
   */
  public void use(NativeFunction function) {
    graph.use(function);
  }
}

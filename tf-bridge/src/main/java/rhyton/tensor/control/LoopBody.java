package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.runtime.NativeGraph.Operation;
import rhyton.tensor.runtime.NativeGraph.Output;

/**
 * What happens in one round of a loop: from the index of the round, the state and one element of
 * each sequence to the next state and one element of each result.
 */
final class LoopBody {
  /** An element of a sequence, and the list in the native graph that it is taken from. */
  record Element(Output list, Tensor value) {}

  /** A result of each round, and the list in the native graph that it is put into. */
  record Collected(Tensor value, Output before, Output after) {}

  private final Trace trace;
  private final boolean counted;
  private final Tensor index;
  private final List<Tensor> state = new ArrayList<>();
  private final List<Tensor> next = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();
  private final List<Collected> collected = new ArrayList<>();
  private final List<Integer> results = new ArrayList<>();
  private final Map<Tensor, Tensor> constants = new LinkedHashMap<>();

  /**
   * A body without state.
   *
   * @param trace the trace of the body, which is the current one
   * @param counted whether the number of rounds is known before the first
   */
  LoopBody(Trace trace, boolean counted) {
    this.trace = trace;
    this.counted = counted;
    this.index = trace.placeholder(DType.INT32, Shape.SCALAR, "index");
  }

  Trace trace() {
    return trace;
  }

  /** The index of the round. */
  Tensor index() {
    return index;
  }

  /** The state before the round. */
  List<Tensor> state() {
    return state;
  }

  /** The state after the round. */
  List<Tensor> next() {
    return next;
  }

  List<Element> elements() {
    return elements;
  }

  List<Collected> collected() {
    return collected;
  }

  /** Which of what is collected was asked for, in order. */
  List<Integer> results() {
    return results;
  }

  /** What is the same in all rounds: the tensor outside, and what stands for it here. */
  Map<Tensor, Tensor> constants() {
    return constants;
  }

  Tensor addState(DType dtype, Shape shape) {
    Tensor argument = trace.placeholder(dtype, shape, "state");
    state.add(argument);
    return argument;
  }

  Tensor addConstant(Tensor outside, DType dtype, Shape shape) {
    Tensor argument = trace.placeholder(dtype, shape, "constant");
    constants.put(outside, argument);
    return argument;
  }

  /** Adds a sequence and returns its element of this round. */
  Tensor addElement(DType dtype, Shape shape) {
    Output list = trace.graph().argument(DType.VARIANT, Shape.SCALAR);
    Operation get =
        trace
            .graph()
            .add(
                "TensorListGetItem",
                List.of(list, trace.graph().output(index), elementShape(trace, shape)),
                Map.of("element_dtype", dtype));
    Tensor value =
        trace
            .graph()
            .note("Element", List.of(), Map.of(), get, List.of(new Output(get, 0)))
            .outputs()
            .get(0);
    elements.add(new Element(list, value));
    return value;
  }

  /**
   * Collects a result of all rounds.
   *
   * @param value the result, a symbol of this body
   * @return which of the collected results it is; the same for the same value
   */
  int collect(Tensor value) {
    for (int i = 0; i < collected.size(); i++) {
      if (collected.get(i).value() == value) {
        return i;
      }
    }
    Output list = trace.graph().argument(DType.VARIANT, Shape.SCALAR);
    Map<String, Object> attributes = Map.of("element_dtype", value.dtype());
    Operation put =
        counted
            ? trace
                .graph()
                .add(
                    "TensorListSetItem",
                    List.of(list, trace.graph().output(index), trace.graph().output(value)),
                    attributes)
            : trace
                .graph()
                .add("TensorListPushBack", List.of(list, trace.graph().output(value)), attributes);
    collected.add(new Collected(value, list, new Output(put, 0)));
    return collected.size() - 1;
  }

  /** The shape of the elements of a list, as a tensor of a trace. */
  static Output elementShape(Trace trace, Shape shape) {
    return trace
        .graph()
        .output(
            trace.during(
                () ->
                    shape.hasRank() ? Op.vector(shape.toArray()) : Tensor.scalar(-1, DType.INT32)));
  }
}

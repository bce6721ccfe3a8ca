package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddOperationControlInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationGetAttrTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationGetControlInputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationGetControlOutputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationNumControlInputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationNumControlOutputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationOutputConsumers;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationOutputNumConsumers;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_RemoveAllControlInputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_UpdateEdge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Input;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;
import rhyton.tensor.runtime.NativeGraph.Operation;
import rhyton.tensor.runtime.NativeGraph.Output;

/**
 * Changes of a graph after the fact. An op cannot be given further results; it is replaced by a new
 * one that has them, as a loop is that must remember something for the way back.
 */
final class GraphEdits {
  private final TF_Graph graph;
  private final List<TF_Operation> all = new ArrayList<>();
  private final Set<Pointer> dropped = new HashSet<>();

  GraphEdits(TF_Graph graph) {
    this.graph = graph;
  }

  void added(TF_Operation operation) {
    all.add(operation);
  }

  void replace(Operation old, Operation now) {
    TF_Status status = Scratch.status();
    try (PointerScope scope = new PointerScope()) {
      for (int i = 0; i < old.dtypes().size(); i++) {
        redirect(NativeGraph.output(new Output(old, i)), new Output(now, i), status);
      }
      for (TF_Operation waiting : controlOutputs(old.pointer())) {
        Set<TF_Operation> before = new LinkedHashSet<>(controlInputs(waiting));
        before.remove(old.pointer());
        before.add(now.pointer());
        TF_RemoveAllControlInputs(graph, waiting);
        before.forEach(one -> TF_AddOperationControlInput(graph, waiting, one));
      }
    }
    dropped.add(old.pointer());
  }

  private void redirect(TF_Output from, Output to, TF_Status status) {
    int count = TF_OperationOutputNumConsumers(from);
    if (count > 0) {
      TF_Input consumers = new TF_Input(count);
      TF_OperationOutputConsumers(from, consumers, count);
      for (int i = 0; i < count; i++) {
        TF_UpdateEdge(graph, NativeGraph.output(to), consumers.position(i), status);
        Scratch.check(status);
      }
    }
  }

  private static List<TF_Operation> controlOutputs(TF_Operation operation) {
    int count = TF_OperationNumControlOutputs(operation);
    PointerPointer<Pointer> found = new PointerPointer<>(Math.max(1, count));
    return operations(found, TF_OperationGetControlOutputs(operation, found, count));
  }

  private static List<TF_Operation> controlInputs(TF_Operation operation) {
    int count = TF_OperationNumControlInputs(operation);
    PointerPointer<Pointer> found = new PointerPointer<>(Math.max(1, count));
    return operations(found, TF_OperationGetControlInputs(operation, found, count));
  }

  private static List<TF_Operation> operations(PointerPointer<Pointer> found, int count) {
    List<TF_Operation> operations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      operations.add(new TF_Operation(found.get(i)));
    }
    return operations;
  }

  /** How many ops a function of this graph consists of; -1 for all that are no arguments. */
  int count(List<Output> arguments) {
    return dropped.isEmpty() ? -1 : body(arguments).size();
  }

  /** The ops that a function of this graph consists of; null for all that are no arguments. */
  PointerPointer<Pointer> operations(List<Output> arguments) {
    if (dropped.isEmpty()) {
      return null;
    }
    List<TF_Operation> body = body(arguments);
    PointerPointer<Pointer> pointers = new PointerPointer<>(Math.max(1, body.size()));
    for (int i = 0; i < body.size(); i++) {
      pointers.put(i, body.get(i));
    }
    return pointers;
  }

  private List<TF_Operation> body(List<Output> arguments) {
    Set<Pointer> outside = new HashSet<>(dropped);
    arguments.forEach(argument -> outside.add(argument.operation().pointer()));
    return all.stream().filter(operation -> !outside.contains(operation)).toList();
  }

  /** The value of a constant, to be deleted by the caller. */
  static TF_Tensor valueOf(Operation constant) {
    TF_Status status = Scratch.status();
    try (PointerPointer<Pointer> value = new PointerPointer<>(1)) {
      TF_OperationGetAttrTensor(constant.pointer(), Scratch.name("value"), value, status);
      Scratch.check(status);
      return new TF_Tensor(value.get(0));
    }
  }
}

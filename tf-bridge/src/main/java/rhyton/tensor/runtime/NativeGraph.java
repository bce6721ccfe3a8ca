package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleResolve;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddControlInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_AddInputList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteImportGraphDefOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_FinishOperation;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_FunctionSetAttrValueProto;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphCopyFunction;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphGetTensorNumDims;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphGetTensorShape;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphImportGraphDef;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphOperationByName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphToFunctionWithControlOutputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphToGraphDef;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewBufferFromString;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewImportGraphDefOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewOperation;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationNumOutputs;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationOutputType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetHandleShapeAndType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Function;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_ImportGraphDefOptions;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_OperationDescription;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.proto.AttrValue;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;

/** A graph under construction, which becomes a function. Used by one thread. */
public final class NativeGraph implements AutoCloseable {
  private final TF_Graph graph = TF_NewGraph();
  private final GraphEdits edits = new GraphEdits(graph);
  private final List<NativeFunction> used = new ArrayList<>();
  private boolean closed;

  /** One op of the graph. */
  public static final class Operation {
    private final TF_Operation pointer;
    private final List<DType> dtypes;
    private final List<Shape> shapes;

    Operation(TF_Operation pointer, List<DType> dtypes, List<Shape> shapes) {
      this.pointer = pointer;
      this.dtypes = dtypes;
      this.shapes = shapes;
    }

    TF_Operation pointer() {
      return pointer;
    }

    /** Returns the types of its outputs. */
    public List<DType> dtypes() {
      return dtypes;
    }

    /** Returns the shapes of its outputs, as far as TensorFlow infers them. */
    public List<Shape> shapes() {
      return shapes;
    }

    /** Returns the name of the op in its graph. */
    public String name() {
      return TF_OperationName(pointer).getString();
    }
  }

  /** One output of an op. */
  public record Output(Operation operation, int index) {}

  /** An empty graph. */
  public NativeGraph() {
    NativeRuntime.context();
  }

  /**
   * Adds an op.
   *
   * @param type the op's name in TensorFlow
   * @param name the name in this graph, unique
   * @param inputs each an {@link Output} or a list of them
   * @param attributes the attributes by name
   * @param after ops that have to run before this one
   * @return the op
   * @throws TensorFlowException if TensorFlow refuses, for example because shapes do not fit
   */
  public Operation add(
      String type,
      String name,
      List<?> inputs,
      Map<String, Object> attributes,
      Iterable<Operation> after) {
    TF_Status status = Scratch.status();
    try (PointerScope scope = new PointerScope()) {
      TF_OperationDescription description = TF_NewOperation(graph, type, name);
      for (Object input : inputs) {
        if (input instanceof Output one) {
          TF_AddInput(description, output(one));
        } else {
          TF_AddInputList(description, outputs((List<?>) input), ((List<?>) input).size());
        }
      }
      GraphAttributes setter = new GraphAttributes(description, status);
      attributes.forEach(setter::set);
      for (Operation before : after) {
        TF_AddControlInput(description, before.pointer);
      }
      TF_Operation operation = TF_FinishOperation(description, status);
      Scratch.check(status);
      edits.added(operation);
      return described(operation, status);
    }
  }

  /**
   * Adds a constant.
   *
   * @param value its value, which is copied
   * @param name the name in this graph, unique
   * @return the op
   */
  public Operation constant(NativeHandle value, String name) {
    TF_Status status = Scratch.status();
    TF_Tensor tensor = null;
    TFE_TensorHandle pointer = value.enter();
    try {
      tensor = TFE_TensorHandleResolve(pointer, status);
      Scratch.check(status);
      return add(
          "Const", name, List.of(), Map.of("value", tensor, "dtype", value.dtype()), List.of());
    } finally {
      value.leave();
      if (tensor != null) {
        TF_DeleteTensor(tensor);
      }
    }
  }

  /**
   * Adds the constant of another graph.
   *
   * @param constant an op of type Const
   * @param name the name in this graph, unique
   * @return the op
   */
  public Operation copyOf(Operation constant, String name) {
    TF_Tensor value = GraphEdits.valueOf(constant);
    try {
      Map<String, Object> attributes = Map.of("value", value, "dtype", constant.dtypes().get(0));
      return add("Const", name, List.of(), attributes, List.of());
    } finally {
      TF_DeleteTensor(value);
    }
  }

  /**
   * Puts one op in the place of another that has the same outputs, and perhaps more: who read the
   * results of the old one or waited for it now looks to the new one, and no function contains the
   * old one any more.
   *
   * @param old the op that goes
   * @param now the op that takes its place
   */
  public void replace(Operation old, Operation now) {
    edits.replace(old, now);
  }

  private Operation described(TF_Operation operation, TF_Status status) {
    int count = TF_OperationNumOutputs(operation);
    List<DType> dtypes = new ArrayList<>(count);
    List<Shape> shapes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      TF_Output output = new TF_Output().oper(operation).index(i);
      dtypes.add(DType.ofCode(TF_OperationOutputType(output)));
      int rank = TF_GraphGetTensorNumDims(graph, output, status);
      Scratch.check(status);
      if (rank < 0) {
        shapes.add(Shape.UNKNOWN);
      } else {
        long[] dims = new long[rank];
        if (rank > 0) {
          TF_GraphGetTensorShape(graph, output, dims, rank, status);
          Scratch.check(status);
        }
        shapes.add(Shape.of(dims));
      }
    }
    return new Operation(operation, dtypes, shapes);
  }

  /**
   * Adds the ops of a GraphDef. Functions that they call must be known to the runtime.
   *
   * @param graphDef the bytes of a GraphDef
   * @throws TensorFlowException if TensorFlow refuses it
   */
  public void add(byte[] graphDef) {
    TF_Status status = Scratch.status();
    TF_ImportGraphDefOptions options = TF_NewImportGraphDefOptions();
    try (BytePointer bytes = new BytePointer(graphDef)) {
      TF_Buffer buffer = TF_NewBufferFromString(bytes, graphDef.length);
      try {
        TF_GraphImportGraphDef(graph, buffer, options, status);
        Scratch.check(status);
      } finally {
        TF_DeleteBuffer(buffer);
      }
    } finally {
      TF_DeleteImportGraphDefOptions(options);
    }
  }

  /**
   * An op that {@link #add(byte[])} has added.
   *
   * @param name its name
   * @return the op
   * @throws IllegalArgumentException if there is none
   */
  public Operation operation(String name) {
    TF_Operation operation = TF_GraphOperationByName(graph, name);
    if (operation == null || operation.isNull()) {
      throw new IllegalArgumentException("There is no op `" + name + "` in the graph");
    }
    try (PointerScope scope = new PointerScope()) {
      return described(operation, Scratch.status());
    }
  }

  /**
   * Says what a resource holds, so that shapes behind the ops that read it are known.
   *
   * @param handle the handle of the resource
   * @param dtype the type of its values
   * @param shape their shape
   */
  public void describeResource(Output handle, DType dtype, Shape shape) {
    TF_Status status = Scratch.status();
    byte[] data = ResourceShapes.handleData(dtype, shape);
    try (PointerScope scope = new PointerScope()) {
      TF_SetHandleShapeAndType(graph, output(handle), new BytePointer(data), data.length, status);
      Scratch.check(status);
    }
  }

  /**
   * Makes a function of this graph and makes it known to the runtime.
   *
   * @param name the function's name, unique in the process
   * @param inputs its arguments: placeholders of this graph
   * @param outputs its results
   * @param effects ops that have to run though no result needs them
   * @param work roughly how many numbers one call computes for each sample
   * @param separate whether ops that call it must not be replaced by its ops
   * @return the function
   */
  public NativeFunction toFunction(
      String name,
      List<Output> inputs,
      List<Output> outputs,
      List<Operation> effects,
      double work,
      boolean separate) {
    TF_Status status = Scratch.status();
    TF_Function function;
    try (PointerScope scope = new PointerScope()) {
      PointerPointer<Pointer> control = new PointerPointer<>(Math.max(1, effects.size()));
      for (int i = 0; i < effects.size(); i++) {
        control.put(i, effects.get(i).pointer);
      }
      function =
          TF_GraphToFunctionWithControlOutputs(
              graph,
              new BytePointer(name),
              (byte) 0,
              edits.count(inputs),
              edits.operations(inputs),
              inputs.size(),
              outputs(inputs),
              outputs.size(),
              outputs(outputs),
              null,
              effects.size(),
              control,
              null,
              null,
              new BytePointer(name),
              status);
      Scratch.check(status);
      if (separate) {
        byte[] yes = AttrValue.newBuilder().setB(true).build().toByteArray();
        TF_FunctionSetAttrValueProto(
            function, "_noinline", new BytePointer(yes), yes.length, status);
        Scratch.check(status);
      }
    }
    return new NativeFunction(name, function, List.copyOf(used), work);
  }

  /**
   * Makes a function callable by ops of this graph.
   *
   * @param function the function, which is closed with the function that this graph becomes
   */
  public void use(NativeFunction function) {
    used.add(function);
    TF_Status status = Scratch.status();
    TF_GraphCopyFunction(graph, function.pointer(), null, status);
    Scratch.check(status);
  }

  /** Returns this graph as bytes of a GraphDef. */
  public byte[] toGraphDef() {
    TF_Status status = Scratch.status();
    TF_Buffer buffer = TF_NewBuffer();
    try {
      TF_GraphToGraphDef(graph, buffer, status);
      Scratch.check(status);
      return NativeFunction.bytes(buffer);
    } finally {
      TF_DeleteBuffer(buffer);
    }
  }

  static TF_Output output(Output output) {
    return new TF_Output().oper(output.operation().pointer).index(output.index());
  }

  private static TF_Output outputs(List<?> outputs) {
    TF_Output all = new TF_Output(Math.max(1, outputs.size()));
    for (int i = 0; i < outputs.size(); i++) {
      Output one = (Output) outputs.get(i);
      all.position(i).oper(one.operation().pointer).index(one.index());
    }
    return all.position(0);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      TF_DeleteGraph(graph);
    }
  }
}

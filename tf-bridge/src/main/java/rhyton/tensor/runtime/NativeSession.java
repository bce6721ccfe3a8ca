package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewTensorHandle;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleResolve;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_CloseSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSessionOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphOperationByName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_LoadSessionFromSavedModel;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewGraph;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewSessionOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionRun;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetConfig;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;

/**
 * A graph from a SavedModel with its variables: restored, initialised and ready to run. Many
 * threads may run it at once; {@link #close} waits for runs that are under way.
 */
public final class NativeSession implements AutoCloseable {
  private final State state;
  private final Cleaner.Cleanable cleanable;
  private final byte[] metaGraph;
  private final InFlight runs = new InFlight();

  private record State(TF_Session session, TF_Graph graph) implements Runnable {
    @Override
    public void run() {
      TF_Status status = Scratch.status();
      TF_CloseSession(session, status);
      TF_DeleteSession(session, status);
      TF_DeleteGraph(graph);
    }
  }

  private NativeSession(State state, byte[] metaGraph) {
    this.state = state;
    this.metaGraph = metaGraph;
    this.cleanable = Scratch.CLEANER.register(this, state);
  }

  /**
   * Loads one graph of a SavedModel.
   *
   * @param folder the SavedModel
   * @param tags the tags that name the graph, such as {@code serve}
   * @return the session, owned by the caller
   * @throws TensorFlowException if TensorFlow cannot load it
   */
  public static NativeSession load(Path folder, List<String> tags) {
    NativeRuntime.context();
    TF_Status status = Scratch.status();
    TF_SessionOptions options = TF_NewSessionOptions();
    TF_Graph graph = TF_NewGraph();
    TF_Buffer metaGraph = TF_NewBuffer();
    boolean loaded = false;
    try (PointerScope scope = new PointerScope();
        BytePointer config = new BytePointer(NativeRuntime.config())) {
      TF_SetConfig(options, config, config.capacity(), status);
      Scratch.check(status);
      TF_Session session =
          TF_LoadSessionFromSavedModel(
              options,
              null,
              new BytePointer(folder.toString()),
              new PointerPointer<>(tags.toArray(String[]::new)),
              tags.size(),
              graph,
              metaGraph,
              status);
      Scratch.check(status);
      loaded = true;
      return new NativeSession(new State(session, graph), NativeFunction.bytes(metaGraph));
    } finally {
      TF_DeleteBuffer(metaGraph);
      TF_DeleteSessionOptions(options);
      if (!loaded) {
        TF_DeleteGraph(graph);
      }
    }
  }

  /** Returns the graph's description: the bytes of a MetaGraphDef. */
  public byte[] metaGraph() {
    return metaGraph.clone();
  }

  /**
   * Runs a part of the graph.
   *
   * @param feeds names of tensors that are given, such as {@code serving_default_x:0}
   * @param values their values
   * @param fetches names of tensors that are wanted
   * @param targets names of ops that have to run besides
   * @return the wanted values
   * @throws TensorFlowException if TensorFlow refuses
   * @throws IllegalStateException if the session was closed
   */
  public List<NativeHandle> run(
      List<String> feeds, List<NativeHandle> values, List<String> fetches, List<String> targets) {
    if (!runs.enter()) {
      throw new IllegalStateException("A SavedModel is used after it was closed");
    }
    try (PointerScope scope = new PointerScope()) {
      return runNow(feeds, values, fetches, targets);
    } finally {
      runs.leave();
    }
  }

  private List<NativeHandle> runNow(
      List<String> feeds, List<NativeHandle> values, List<String> fetches, List<String> targets) {
    TF_Status status = Scratch.status();
    List<TF_Tensor> given = new ArrayList<>();
    PointerPointer<Pointer> inputs = new PointerPointer<>(Math.max(1, feeds.size()));
    PointerPointer<Pointer> outputs = new PointerPointer<>(Math.max(1, fetches.size()));
    PointerPointer<Pointer> operations = new PointerPointer<>(Math.max(1, targets.size()));
    for (int i = 0; i < targets.size(); i++) {
      operations.put(i, operation(targets.get(i)));
    }
    try {
      for (NativeHandle value : values) {
        given.add(resolved(value, status));
        inputs.put(given.size() - 1, given.get(given.size() - 1));
      }
      TF_SessionRun(
          state.session(),
          null,
          places(feeds),
          inputs,
          feeds.size(),
          places(fetches),
          outputs,
          fetches.size(),
          operations,
          targets.size(),
          null,
          status);
      Scratch.check(status);
    } finally {
      given.forEach(tensor -> TF_DeleteTensor(tensor));
    }
    return taken(outputs, fetches.size(), status);
  }

  private static TF_Tensor resolved(NativeHandle value, TF_Status status) {
    TFE_TensorHandle pointer = value.enter();
    try {
      TF_Tensor tensor = TFE_TensorHandleResolve(pointer, status);
      Scratch.check(status);
      return tensor;
    } finally {
      value.leave();
    }
  }

  private static List<NativeHandle> taken(
      PointerPointer<Pointer> outputs, int count, TF_Status status) {
    List<NativeHandle> results = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      TF_Tensor tensor = new TF_Tensor(outputs.get(i));
      try {
        var handle = TFE_NewTensorHandle(tensor, status);
        Scratch.check(status);
        results.add(new NativeHandle(handle));
      } finally {
        TF_DeleteTensor(tensor);
      }
    }
    return results;
  }

  private TF_Output places(List<String> names) {
    TF_Output all = new TF_Output(Math.max(1, names.size()));
    for (int i = 0; i < names.size(); i++) {
      int colon = names.get(i).lastIndexOf(':');
      String name = colon < 0 ? names.get(i) : names.get(i).substring(0, colon);
      int index = colon < 0 ? 0 : Integer.parseInt(names.get(i).substring(colon + 1));
      all.position(i).oper(operation(name)).index(index);
    }
    return all.position(0);
  }

  private TF_Operation operation(String name) {
    TF_Operation operation = TF_GraphOperationByName(state.graph(), name);
    if (operation == null || operation.isNull()) {
      throw new IllegalArgumentException("There is no op `" + name + "` in the graph");
    }
    return operation;
  }

  /** Frees the session when the runs under way have ended. Closing twice is harmless. */
  @Override
  public void close() {
    if (runs.close()) {
      cleanable.clean();
    }
  }
}

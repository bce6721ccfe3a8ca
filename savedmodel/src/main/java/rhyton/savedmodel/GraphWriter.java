package rhyton.savedmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

/**
 * The graph that loaders without Python run: variables, an op that calls the function of each
 * signature, and ops that save and restore.
 */
final class GraphWriter {
  private static final String INIT = "__saved_model_init_op";

  private final MetaGraphDef.Builder metaGraph = MetaGraphDef.newBuilder();
  private final GraphDef.Builder graph = metaGraph.getGraphDefBuilder();
  private final Map<Variable, String> handles = new IdentityHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  GraphWriter(List<ExportedVariable> variables) {
    for (ExportedVariable variable : variables) {
      String node = unique(variable.name());
      handles.put(variable.variable(), node);
      graph.addNode(
          NodeDef.newBuilder()
              .setName(node)
              .setOp("VarHandleOp")
              .putAttr("dtype", Protos.attribute(variable.variable().dtype()))
              .putAttr("shape", Protos.attribute(variable.variable().shape()))
              .putAttr("shared_name", Protos.attribute(node)));
    }
  }

  private String unique(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_.\\-/]", "_").replaceAll("^[^A-Za-z0-9.]", "x$0");
    String candidate = safe.isEmpty() ? "x" : safe;
    for (int i = 1; names.putIfAbsent(candidate, i) != null; i++) {
      candidate = safe + "_" + i;
    }
    return candidate;
  }

  void addFunction(ExportedFunction function) {
    graph.getLibraryBuilder().addFunction(function.definition()).addAllFunction(function.parts());
  }

  private String call(ExportedFunction function, List<String> tensors) {
    List<String> arguments = new ArrayList<>(tensors);
    function.variables().forEach(variable -> arguments.add(handles.get(variable)));
    NodeDef call = function.call(unique("StatefulPartitionedCall"), arguments);
    graph.addNode(call);
    return call.getName();
  }

  private String placeholder(String name, DType dtype, Shape shape) {
    String node = unique(name);
    graph.addNode(
        NodeDef.newBuilder()
            .setName(node)
            .setOp("Placeholder")
            .putAttr("dtype", Protos.attribute(dtype))
            .putAttr("shape", Protos.attribute(shape)));
    return node;
  }

  void addSignature(String name, ExportedFunction function, List<String> outputNames) {
    SignatureDef.Builder signature =
        SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
    List<String> tensors = new ArrayList<>();
    for (TensorSpec input : function.inputs()) {
      String node = placeholder(name + "_" + input.name(), input.dtype(), input.shape());
      tensors.add(node);
      signature.putInputs(input.name(), Protos.info(node + ":0", input));
    }
    String call = call(function, tensors);
    for (int i = 0; i < outputNames.size(); i++) {
      signature.putOutputs(
          outputNames.get(i), Protos.info(call + ":" + i, function.outputs().get(i)));
    }
    metaGraph.putSignatureDef(name, signature.build());
  }

  /** Adds the op that loaders run when all is restored: there is nothing left to do. */
  void addInitialiser() {
    String node = unique("NoOp");
    graph.addNode(NodeDef.newBuilder().setName(node).setOp("NoOp"));
    metaGraph.putCollectionDef(
        "saved_model_main_op",
        CollectionDef.newBuilder()
            .setNodeList(CollectionDef.NodeList.newBuilder().addValue(node))
            .build());
    TensorInfo nothing =
        TensorInfo.newBuilder()
            .setName(node)
            .setTensorShape(TensorShapeProto.newBuilder().setUnknownRank(true))
            .build();
    metaGraph.putSignatureDef(INIT, SignatureDef.newBuilder().putOutputs(INIT, nothing).build());
  }

  /** Adds the ops that save and restore the variables. */
  void addSaver(Map<ExportedVariable, String> keys, TrackableObjectGraph objects) {
    String file = placeholder("saver_filename", DType.STRING, Shape.UNKNOWN);
    List<TensorSpec> prefix = List.of(new TensorSpec(DType.STRING, Shape.SCALAR, "file_prefix"));
    ExportedFunction save =
        ExportedFunction.trace(
            "__inference__traced_save",
            prefix,
            in -> {
              Map<String, Tensor> values = new TreeMap<>();
              keys.forEach((variable, key) -> values.put(key, variable.variable().read()));
              values.put(Checkpoint.OBJECTS, Checkpoint.text(objects));
              Checkpoint.save(in.get(0), values, this);
              return in;
            });
    ExportedFunction restore =
        ExportedFunction.trace(
            "__inference__traced_restore",
            prefix,
            in -> {
              restore(in.get(0), keys);
              return in;
            });
    addFunction(save);
    addFunction(restore);
    metaGraph.setSaverDef(
        SaverDef.newBuilder()
            .setVersion(SaverDef.CheckpointFormatVersion.V2)
            .setFilenameTensorName(file + ":0")
            .setSaveTensorName(call(save, List.of(file)) + ":0")
            .setRestoreOpName(call(restore, List.of(file))));
  }

  private static void restore(Tensor prefix, Map<ExportedVariable, String> keys) {
    Map<ExportedVariable, String> sorted = new LinkedHashMap<>(keys);
    if (sorted.isEmpty()) {
      return;
    }
    List<Tensor> values =
        Checkpoint.restore(
            prefix,
            List.copyOf(sorted.values()),
            sorted.keySet().stream().map(variable -> variable.variable().dtype()).toList());
    int next = 0;
    for (ExportedVariable variable : sorted.keySet()) {
      variable.variable().assign(values.get(next++));
    }
  }

  MetaGraphDef.Builder metaGraph() {
    return metaGraph;
  }
}

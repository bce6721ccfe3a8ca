package rhyton.savedmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/**
 * Restores variables that a graph's own restore op leaves out: where Keras 3 models are saved with
 * {@code tf.saved_model.save}, functions use other variables than the ones which are restored, and
 * only the object graph tells which values they take.
 */
final class CapturedVariables {
  private CapturedVariables() {}

  static void restore(Checkpoint checkpoint, MetaGraphDef metaGraph, GraphFunctions functions) {
    Map<String, Integer> empty = new LinkedHashMap<>();
    captured(metaGraph)
        .forEach(
            (node, object) -> {
              Tensor handle = functions.handle(node);
              if (!Op.of("VarIsInitializedOp").in(handle).one().booleans()[0]) {
                empty.put(node, object);
              }
            });
    if (empty.isEmpty()) {
      return;
    }
    ObjectGraph objects = new ObjectGraph(metaGraph.getObjectGraphDef(), checkpoint.objects());
    empty.forEach(
        (node, object) -> {
          String key = objects.key(object);
          if (key != null) {
            int dtype = objects.object(object).getVariable().getDtypeValue();
            Op.of("AssignVariableOp")
                .in(functions.handle(node))
                .in(checkpoint.read(key, DType.ofCode(dtype)))
                .all();
          }
        });
  }

  /** The variable ops that functions take as their last arguments, with the objects they are. */
  private static Map<String, Integer> captured(MetaGraphDef metaGraph) {
    SavedObjectGraph objects = metaGraph.getObjectGraphDef();
    Map<String, String> ops = new LinkedHashMap<>();
    metaGraph.getGraphDef().getNodeList().forEach(node -> ops.put(node.getName(), node.getOp()));
    Map<String, Integer> captured = new LinkedHashMap<>();
    for (NodeDef node : metaGraph.getGraphDef().getNodeList()) {
      String function = node.getAttrOrDefault("f", Protos.function("")).getFunc().getName();
      SavedConcreteFunction concrete =
          objects.getConcreteFunctionsOrDefault(
              function, SavedConcreteFunction.getDefaultInstance());
      List<Integer> bound = concrete.getBoundInputsList();
      List<String> inputs =
          node.getInputList().stream().filter(input -> !input.startsWith("^")).toList();
      int first = inputs.size() - bound.size();
      for (int i = 0; first >= 0 && i < bound.size(); i++) {
        String input = GraphFunctions.opOf(inputs.get(first + i));
        if ("VarHandleOp".equals(ops.get(input))) {
          captured.put(input, bound.get(i));
        }
      }
    }
    return captured;
  }
}

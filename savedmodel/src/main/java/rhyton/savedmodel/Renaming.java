package rhyton.savedmodel;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;

/** Gives the functions and resources of a graph other names. */
final class Renaming {
  private static final String SHARED_NAME = "shared_name";

  /** Ops whose resource, without a shared name, is known by the name of the op. */
  private static final Set<String> NAMED =
      Set.of("VarHandleOp", "HashTableV2", "MutableHashTableV2");

  private final UnaryOperator<String> functions;
  private final UnaryOperator<String> resources;

  /**
   * Other names.
   *
   * @param functions the new name of a function, or of an op, which stays as it is
   * @param resources the new name of a resource
   */
  Renaming(UnaryOperator<String> functions, UnaryOperator<String> resources) {
    this.functions = functions;
    this.resources = resources;
  }

  /**
   * Names of their own, so that several models, or the same one twice, live side by side in one
   * process.
   */
  static Renaming withPrefix(String prefix, GraphDef graph) {
    Set<String> own =
        graph.getLibrary().getFunctionList().stream()
            .map(function -> function.getSignature().getName())
            .collect(Collectors.toSet());
    return new Renaming(name -> own.contains(name) ? prefix + name : name, name -> prefix + name);
  }

  String functionName(String name) {
    return functions.apply(name);
  }

  FunctionDef function(FunctionDef function) {
    FunctionDef.Builder renamed = function.toBuilder();
    renamed.getSignatureBuilder().setName(functionName(function.getSignature().getName()));
    for (int i = 0; i < renamed.getNodeDefCount(); i++) {
      renamed.setNodeDef(i, node(renamed.getNodeDef(i)));
    }
    return renamed.build();
  }

  NodeDef node(NodeDef node) {
    NodeDef.Builder renamed = node.toBuilder().setOp(functionName(node.getOp()));
    node.getAttrMap()
        .forEach(
            (name, value) -> {
              if (value.hasFunc()) {
                renamed.putAttr(name, value.toBuilder().setFunc(function(value.getFunc())).build());
              } else if (value.getList().getFuncCount() > 0) {
                AttrValue.Builder list = value.toBuilder();
                for (int i = 0; i < value.getList().getFuncCount(); i++) {
                  list.getListBuilder().setFunc(i, function(value.getList().getFunc(i)));
                }
                renamed.putAttr(name, list.build());
              }
            });
    if (node.containsAttr(SHARED_NAME) || NAMED.contains(node.getOp())) {
      AttrValue given = node.getAttrOrDefault(SHARED_NAME, AttrValue.getDefaultInstance());
      renamed.putAttr(SHARED_NAME, shared(node, given));
    }
    return renamed.build();
  }

  private NameAttrList function(NameAttrList function) {
    return function.toBuilder().setName(functionName(function.getName())).build();
  }

  private AttrValue shared(NodeDef node, AttrValue value) {
    return Protos.attribute(
        resources.apply(value.getS().isEmpty() ? node.getName() : value.getS().toStringUtf8()));
  }
}

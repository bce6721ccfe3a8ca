package rhyton.savedmodel;

import java.util.List;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Refuses constants that a graph declares to be larger than any file can hold: their elements may
 * be left out where they repeat, so that a few bytes would make the native library take all memory.
 */
final class SizeLimits {
  private static final double MOST_ELEMENTS = 1L << 31;

  private SizeLimits() {}

  static void check(GraphDef graph) {
    check(graph.getNodeList());
    for (FunctionDef function : graph.getLibrary().getFunctionList()) {
      check(function.getNodeDefList());
    }
  }

  private static void check(List<NodeDef> nodes) {
    for (NodeDef node : nodes) {
      node.getAttrMap()
          .values()
          .forEach(value -> check(node.getName(), value.getTensor().getTensorShape()));
    }
  }

  private static void check(String node, TensorShapeProto shape) {
    double elements = 1;
    for (TensorShapeProto.Dim dim : shape.getDimList()) {
      elements *= Math.max(1, dim.getSize());
    }
    if (elements > MOST_ELEMENTS) {
      throw new IllegalArgumentException(
          "saved_model.pb: the constant `"
              + node
              + "` is declared with the shape "
              + Protos.shape(shape)
              + ", which no file can hold");
    }
  }
}

package rhyton.tensor;

import java.util.List;
import java.util.Set;

/**
 * How much there is to compute in a function, roughly: the multiplications of its products and the
 * elements of its other results, dimensions that are not known counted as 1.
 *
 * <p>It decides who runs the ops of a call. TensorFlow hands ops from thread to thread, which pays
 * when they are large and costs more than they do when they are small.
 */
final class Work {
  private static final Set<String> PRODUCTS =
      Set.of(
          "MatMul",
          "BatchMatMulV2",
          "Conv2D",
          "Conv2DBackpropInput",
          "Conv2DBackpropFilter",
          "Conv3D",
          "Conv3DBackpropInputV2",
          "Conv3DBackpropFilterV2",
          "DepthwiseConv2dNative",
          "DepthwiseConv2dNativeBackpropInput",
          "DepthwiseConv2dNativeBackpropFilter",
          "Einsum");

  private Work() {}

  static double of(List<TraceNode> nodes) {
    return nodes.stream().mapToDouble(Work::of).sum();
  }

  /**
   * A product of tensors with a, b and c elements takes √(abc) multiplications if it sums along one
   * axis and repeats nothing; a convolution takes somewhat more, which is no matter here.
   */
  private static double of(TraceNode node) {
    if (node.type().equals("Placeholder")) {
      return 0;
    }
    double results = node.outputs().stream().mapToDouble(Work::elements).sum();
    if (!PRODUCTS.contains(node.type())) {
      return results;
    }
    double operands = node.inputs().stream().mapToDouble(Work::elements).reduce(1, (a, b) -> a * b);
    return Math.sqrt(operands * results);
  }

  private static double elements(Tensor tensor) {
    double elements = 1;
    if (tensor.shape().hasRank()) {
      for (long dim : tensor.shape().toArray()) {
        elements *= Math.max(1, dim);
      }
    }
    return elements;
  }
}

package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * A tensor times the kernels of some gates: one product, or, where each gate sees another part of
 * the tensor under dropout, one for each.
 */
final class GateProduct {
  private final List<Tensor> masks;
  private final List<Tensor> kernels;
  private final BinaryOperator<Tensor> product;
  private final int axis;

  /**
   * A product.
   *
   * @param masks none; one for all gates; or one for each of them
   * @param kernel the kernels of the gates side by side along the last axis
   * @param product multiplies a tensor and a kernel
   * @param axis along which axis of the result the gates stand, counted from the end
   */
  GateProduct(List<Tensor> masks, Tensor kernel, BinaryOperator<Tensor> product, int axis) {
    this.masks = masks;
    this.kernels = masks.size() <= 1 ? List.of(kernel) : kernel.split(masks.size(), -1);
    this.product = product;
    this.axis = axis;
  }

  /** A product of matrices. */
  GateProduct(List<Tensor> masks, Tensor kernel) {
    this(masks, kernel, Tensor::matmul, -1);
  }

  /** The sums of all gates, side by side. */
  Tensor of(Tensor x) {
    if (masks.isEmpty()) {
      return product.apply(x, kernels.get(0));
    }
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < kernels.size(); i++) {
      parts.add(product.apply(x.multiply(masks.get(i)), kernels.get(i)));
    }
    return parts.size() == 1 ? parts.get(0) : ShapeOps.concatenate(parts, axis);
  }
}

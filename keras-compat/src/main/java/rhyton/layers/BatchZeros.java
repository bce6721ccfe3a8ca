package rhyton.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhyton.tensor.CreationOps;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Zeros for as many samples as another tensor has. */
final class BatchZeros {
  private BatchZeros() {}

  /**
   * Zeros.
   *
   * @param x the other tensor, with the samples along its first axis
   * @param shape the shape for one sample
   * @param dtype the type
   */
  static Tensor like(Tensor x, Shape shape, DType dtype) {
    long batch = x.shape().get(0);
    if (batch >= 0) {
      return CreationOps.zeros(Shape.of(batch).append(shape.toArray()), dtype);
    }
    List<Tensor> dims = new ArrayList<>();
    dims.add(Tensor.convert(x.dims().get(0), DType.INT32));
    Arrays.stream(shape.toArray()).forEach(dim -> dims.add(Tensor.scalar(dim, DType.INT32)));
    Tensor all = Op.of("Pack").in(dims).attr("N", dims.size()).one();
    return Op.of("Fill").in(all).in(Tensor.scalar(0, dtype)).one();
  }
}

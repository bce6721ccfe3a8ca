package rhyton.initializers;

import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** Tensors of one number. */
final class Filled {
  private Filled() {}

  /** A tensor that has the number everywhere. */
  static Tensor with(Number number, Shape shape, DType dtype) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor dims = Tensor.of(shape.toArray());
      return Op.of("Fill").in(dims).in(Tensor.scalar(number, dtype)).one().keep();
    }
  }
}

package rhyton.tensor.function;

import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * What an argument of a function is: type, shape (-1 for dimensions that vary) and name.
 *
 * @param dtype the type
 * @param shape the shape
 * @param name the name in the native function
 */
public record TensorSpec(DType dtype, Shape shape, String name) {
  /**
   * An argument without a name of its own.
   *
   * @param dtype the type
   * @param shape the shape
   */
  public TensorSpec(DType dtype, Shape shape) {
    this(dtype, shape, "x");
  }

  /**
   * The type and shape of a tensor.
   *
   * @param tensor the tensor
   * @return its spec
   */
  public static TensorSpec of(Tensor tensor) {
    return new TensorSpec(tensor.dtype(), tensor.shape());
  }

  /**
   * Whether a tensor can be passed.
   *
   * @param tensor the tensor
   * @return whether type and shape fit
   */
  public boolean accepts(Tensor tensor) {
    return tensor.dtype() == dtype && shape.isCompatibleWith(tensor.shape());
  }
}

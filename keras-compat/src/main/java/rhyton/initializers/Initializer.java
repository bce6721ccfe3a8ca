package rhyton.initializers;

import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Makes the first value of a weight: one of this package, or a function of the user's own.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer("he_normal");
 * new Dense(64).kernelInitializer(new HeNormal().seed(3));
 * new Dense(64).kernelInitializer((shape, dtype) -> mine(shape));   // cannot be saved
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/initializers/">keras.initializers</a>
 */
@FunctionalInterface
public interface Initializer {
  /**
   * Makes the value.
   *
   * @param shape the shape of the weight
   * @param dtype its type
   * @return the value, owned by the caller's scope
   */
  Tensor apply(Shape shape, DType dtype);
}

package rhyton.initializers;

import rhyton.config.RegisteredFunction;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Makes the first value of a weight: one of this package, or a function of the user's own.
 *
 * <pre>{@code
 * new Dense(64).kernelInitializer("he_normal");
 * new Dense(64).kernelInitializer(new HeNormal().seed(3));
 * new Dense(64).kernelInitializer((shape, dtype) -> mine(shape));   // not to be saved: use registered
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

  /**
   * A function of your own that can be saved. To load it, the same object is given as a custom
   * object; in Python it is registered under the same package and name.
   *
   * @param packageName the package, {@code Custom} by default in Keras
   * @param name the name of the function
   * @param function the function
   * @return the function with its name
   */
  static RegisteredInitializer registered(String packageName, String name, Initializer function) {
    return new RegisteredInitializer(RegisteredFunction.nameOf(packageName, name), function);
  }
}

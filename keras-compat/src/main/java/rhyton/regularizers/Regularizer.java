package rhyton.regularizers;

import rhyton.config.RegisteredFunction;
import rhyton.tensor.Tensor;

/**
 * A penalty on a tensor, added to the loss: one of this package, or a function of the user's own.
 *
 * <pre>{@code
 * new Dense(64).kernelRegularizer(new L2(1e-4));
 * new Dense(64).kernelRegularizer(x -> x.square().sum().multiply(1e-4));   // not to be saved: use registered
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/regularizers/">keras.regularizers</a>
 */
@FunctionalInterface
public interface Regularizer {
  /**
   * Computes the penalty.
   *
   * @param x a weight, or the output of a layer
   * @return a tensor of shape ()
   */
  Tensor apply(Tensor x);

  /**
   * A function of your own that can be saved. To load it, the same object is given as a custom
   * object; in Python it is registered under the same package and name.
   *
   * @param packageName the package, {@code Custom} by default in Keras
   * @param name the name of the function
   * @param function the function
   * @return the function with its name
   */
  static RegisteredRegularizer registered(String packageName, String name, Regularizer function) {
    return new RegisteredRegularizer(RegisteredFunction.nameOf(packageName, name), function);
  }
}

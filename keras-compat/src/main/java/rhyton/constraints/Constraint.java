package rhyton.constraints;

import rhyton.config.RegisteredFunction;
import rhyton.tensor.Tensor;

/**
 * A condition on a weight: after each step of training the weight is replaced by what this makes of
 * it. One of this package, or a function of the user's own.
 *
 * <pre>{@code
 * new Dense(64).kernelConstraint(new MaxNorm(3));
 * new Dense(64).kernelConstraint(w -> w.clip(-1, 1));   // not to be saved: use registered
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/constraints/">keras.constraints</a>
 */
@FunctionalInterface
public interface Constraint {
  /**
   * Brings a weight to a value that fulfils the condition.
   *
   * @param w the weight
   * @return a tensor of the same shape and type
   */
  Tensor apply(Tensor w);

  /**
   * A function of your own that can be saved. To load it, the same object is given as a custom
   * object; in Python it is registered under the same package and name.
   *
   * @param packageName the package, {@code Custom} by default in Keras
   * @param name the name of the function
   * @param function the function
   * @return the function with its name
   */
  static RegisteredConstraint registered(String packageName, String name, Constraint function) {
    return new RegisteredConstraint(RegisteredFunction.nameOf(packageName, name), function);
  }
}

package rhyton.activations;

import rhyton.config.Codec;
import rhyton.config.RegisteredFunction;
import rhyton.tensor.Tensor;

/**
 * What a layer does with its outputs at the end: one of Keras's functions by its name, or a
 * function of the user's own.
 *
 * <pre>{@code
 * new Dense(64).activation("relu");
 * new Dense(64).activation(x -> x.relu().minimum(2));          // cannot be saved
 * Activation capped = Activation.registered("my_package", "capped", x -> x.relu().minimum(2));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/activations/">keras.activations</a>
 */
@FunctionalInterface
public interface Activation {
  /** By name; null is {@code linear}. */
  Codec<Activation> CODEC = new ActivationCodec();

  /**
   * Applies the function.
   *
   * @param x any tensor
   * @return a tensor of the same shape, except for {@code glu}, which halves an axis
   */
  Tensor apply(Tensor x);

  /**
   * One of Keras's functions, with its default arguments.
   *
   * @param name its name, such as {@code relu}; {@code swish} and {@code hard_swish} are accepted;
   *     null for {@code linear}
   * @return the activation
   * @throws IllegalArgumentException if there is no function of that name
   */
  static Activation of(String name) {
    return NamedActivation.of(name);
  }

  /**
   * A function of the user's own that can be saved. To load it, the same object is given as a
   * custom object; in Python it is registered under the same package and name.
   *
   * @param packageName the package, {@code Custom} by default in Keras
   * @param name the name of the function
   * @param function the function
   * @return the activation
   */
  static RegisteredActivation registered(String packageName, String name, Activation function) {
    return new RegisteredActivation(RegisteredFunction.nameOf(packageName, name), function);
  }
}

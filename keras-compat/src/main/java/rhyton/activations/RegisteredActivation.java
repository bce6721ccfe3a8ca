package rhyton.activations;

import rhyton.config.Family;
import rhyton.config.RegisteredFunction;
import rhyton.tensor.Tensor;

/**
 * A function of the user's own, with the name under which Keras registers it; made by {@link
 * Activation#registered}.
 *
 * @param registeredName {@code package>name}
 * @param function what it computes
 */
public record RegisteredActivation(String registeredName, Activation function)
    implements Activation, RegisteredFunction<Activation> {
  @Override
  public Family family() {
    return Family.ACTIVATION;
  }

  @Override
  public Tensor apply(Tensor x) {
    return function.apply(x);
  }

  @Override
  public String toString() {
    return registeredName;
  }
}

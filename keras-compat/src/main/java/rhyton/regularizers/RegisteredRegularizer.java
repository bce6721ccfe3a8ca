package rhyton.regularizers;

import rhyton.config.Family;
import rhyton.config.RegisteredFunction;
import rhyton.tensor.Tensor;

/**
 * A function of the user's own, with the name under which Keras registers it; made by {@link
 * Regularizer#registered}.
 *
 * @param registeredName {@code package>name}
 * @param function what it computes
 */
public record RegisteredRegularizer(String registeredName, Regularizer function)
    implements Regularizer, RegisteredFunction<Regularizer> {
  @Override
  public Family family() {
    return Family.REGULARIZER;
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

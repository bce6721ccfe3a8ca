package rhyton.losses;

import rhyton.config.Family;
import rhyton.config.RegisteredFunction;
import rhyton.tensor.Tensor;

/**
 * A function of the user's own, with the name under which Keras registers it; made by {@link
 * LossFunction#registered}.
 *
 * @param registeredName {@code package>name}
 * @param function what it computes
 */
public record RegisteredLossFunction(String registeredName, LossFunction function)
    implements LossFunction, RegisteredFunction<LossFunction> {
  @Override
  public Family family() {
    return Family.LOSS;
  }

  @Override
  public Tensor apply(Tensor yTrue, Tensor yPred) {
    return function.apply(yTrue, yPred);
  }

  @Override
  public String toString() {
    return registeredName;
  }
}

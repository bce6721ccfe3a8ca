package rhyton.constraints;

import rhyton.config.Family;
import rhyton.config.RegisteredFunction;
import rhyton.tensor.Tensor;

/**
 * A function of the user's own, with the name under which Keras registers it; made by {@link
 * Constraint#registered}.
 *
 * @param registeredName {@code package>name}
 * @param function what it computes
 */
public record RegisteredConstraint(String registeredName, Constraint function)
    implements Constraint, RegisteredFunction<Constraint> {
  @Override
  public Family family() {
    return Family.CONSTRAINT;
  }

  @Override
  public Tensor apply(Tensor w) {
    return function.apply(w);
  }

  @Override
  public String toString() {
    return registeredName;
  }
}

package rhyton.initializers;

import rhyton.config.Family;
import rhyton.config.RegisteredFunction;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * A function of the user's own, with the name under which Keras registers it; made by {@link
 * Initializer#registered}.
 *
 * @param registeredName {@code package>name}
 * @param function what it computes
 */
public record RegisteredInitializer(String registeredName, Initializer function)
    implements Initializer, RegisteredFunction<Initializer> {
  @Override
  public Family family() {
    return Family.INITIALIZER;
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    return function.apply(shape, dtype);
  }

  @Override
  public String toString() {
    return registeredName;
  }
}

package rhyton.activations;

import com.fasterxml.jackson.databind.JsonNode;
import rhyton.config.Family;
import rhyton.config.ReadContext;
import rhyton.config.Revivable;
import rhyton.tensor.Tensor;

/**
 * A function of the user's own, with the name under which Keras registers it; made by {@link
 * Activation#registered}.
 *
 * @param registeredName {@code package>name}
 * @param function what it computes
 */
public record RegisteredActivation(String registeredName, Activation function)
    implements Activation, Revivable<Activation> {
  @Override
  public Family family() {
    return Family.ACTIVATION;
  }

  @Override
  public String name() {
    return registeredName.substring(registeredName.indexOf('>') + 1);
  }

  @Override
  public Activation fromConfig(JsonNode config, ReadContext at) {
    return this;
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

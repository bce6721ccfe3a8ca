package rhyton.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import rhyton.graph.CallContext;
import rhyton.layers.Dense;
import rhyton.layers.Layer;
import rhyton.models.Input;
import rhyton.models.Sequential;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** What a user is told of a loss that cannot be differentiated. */
final class GradientPathTest {
  private static final class Factors extends Layer {
    @Override
    protected String givenName() {
      return "factors";
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return Op.of("Lu").in(x).all().get(0);
    }
  }

  @Test
  void namesTheOpAndTheLayerThatHaveNoGradient() {
    try (Sequential model = new Sequential(Input.of(2), new Dense(2), new Factors())) {
      model.compile("sgd", "mse");
      assertEquals(
          "The op Lu (`sequential/factors/Lu`) has no gradient. Keep it off the path from the"
              + " weights to the loss, for example with stopGradient()",
          assertThrows(
                  UnsupportedOperationException.class,
                  () -> model.fit(new float[2][2], new float[2][2]))
              .getMessage()
              .replaceFirst("sequential_\\d+", "sequential"));
    }
  }
}

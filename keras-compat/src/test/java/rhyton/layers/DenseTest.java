package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.floats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.regularizers.L2;
import rhyton.tensor.Shape;

class DenseTest {
  @Test
  void addsBiasAfterTheProduct() {
    assertThatLayer(new Dense(2).activation("relu"))
        .withWeights(floats("[[0.0, 0.1], [0.2, 0.3], [0.4, 0.5]]"), floats("[0.1, -5]"))
        .on(floats("[[1, 1, 1]]"))
        .gives(floats("[[0.7, 0]]"))
        .within(1e-6);
  }

  @Test
  void multipliesAlongTheLastAxis() {
    assertThatLayer(new Dense(1).useBias(false))
        .withWeights(floats("[[1], [10]]"))
        .on(floats("[[[1, 2], [3, 4]]]"))
        .gives(floats("[[[21], [43]]]"))
        .within(1e-5);
  }

  @Test
  void remembersWhatProbabilitiesWereMadeOf() {
    assertNotNull(new Dense(2).activation("softmax").apply(floats("[[1, 2]]")).logits());
    assertNotNull(new Dense(1).activation("sigmoid").apply(floats("[[1, 2]]")).logits());
    assertNotNull(new Activation("softmax").apply(floats("[[1, 2]]")).logits());
    assertNull(new Dense(2).apply(floats("[[1, 2]]")).logits());
  }

  @Test
  void namesItsWeights() {
    Dense dense = new Dense(4).name("hidden");
    dense.buildFor(List.of(Shape.of(-1, 3)));
    assertEquals(
        List.of("hidden/kernel", "hidden/bias"),
        dense.weights().stream().map(Weight::path).toList());
    assertEquals(Shape.of(3, 4), dense.weights().get(0).shape());
  }

  @Test
  void aLayerCanBeTheActivation() {
    LeakyReLU leaky = new LeakyReLU(0.5);
    Dense dense = new Dense(1).activation(leaky);
    assertThatLayer(dense)
        .withWeights(floats("[[1]]"), floats("[0]"))
        .on(floats("[[-2], [3]]"))
        .gives(floats("[[-1], [3]]"))
        .within(1e-6);
    assertEquals(List.of(leaky), dense.children().get("activation"));
  }

  @Test
  void penalizesItsOutputsBySample() {
    Dense dense = new Dense(1).kernelInitializer("ones").activityRegularizer(new L2(0.1));
    CallContext context = CallContext.outermost(false);
    context.during(() -> dense.apply(floats("[[1], [3]]")));
    assertEquals(0.1 * (1 + 9) / 2, context.losses().get(0).item(), 1e-6);
  }

  @Test
  void refusesWhatDoesNotFit() {
    Dense dense = new Dense(2).name("d");
    assertThatLayer(dense)
        .on(floats("[1, 2]"))
        .refuses(
            "Input 0 of layer `d` is incompatible with the layer: expected min_ndim=2, found"
                + " ndim=1. Full shape received: (2,)");
    dense.buildFor(List.of(Shape.of(-1, 3)));
    assertThatLayer(dense)
        .on(floats("[[1, 2]]"))
        .refuses(
            "Input 0 of layer `d` is incompatible with the layer: expected axis -1 of input shape"
                + " to have value 3, but received input with shape (1, 2)");
    assertEquals(
        "Dense: argument `units` must be a positive integer. Received: units=-3",
        assertThrows(IllegalArgumentException.class, () -> new Dense(-3)).getMessage());
    Dense open = new Dense(2).name("open");
    assertEquals(
        "Layer `open`: the shape of the weight `kernel` must be known. Received: (None, 2). Make"
            + " the input with sizes in place of None",
        assertThrows(IllegalArgumentException.class, () -> open.buildFor(List.of(Shape.of(-1, -1))))
            .getMessage());
  }

  @Test
  void namesTheOptionThatIsNotThereYet() {
    var config = JsonNodeFactory.instance.objectNode().put("units", 2).put("lora_rank", 4);
    assertEquals(
        "config.lora_rank: the option `lora_rank` is not supported yet",
        assertThrows(UnsupportedOperationException.class, () -> Dense.TYPE.fromConfig(config))
            .getMessage());
  }
}

package example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.floats;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.Dense;
import rhyton.layers.Dropout;
import rhyton.layers.Identity;
import rhyton.layers.Layer;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Layers that a program defines itself, in a package of its own. */
class OwnLayerTest {
  /** Multiplies by a weight, then goes through layers of Keras. */
  private static final class Block extends Layer {
    private final Dense dense = new Dense(2).kernelInitializer("ones").activation("relu");
    private final List<Layer> rest = List.of(new Dropout(0.5).seed(1), new Identity());
    private Weight factor;

    @Override
    protected void build(Shape input) {
      factor = addWeight("factor", Shape.of(input.get(-1)), () -> Tensor.of(new float[] {1, 10}));
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      Tensor y = dense.apply(x.multiply(ctx.read(factor)));
      for (Layer layer : rest) {
        y = layer.apply(y);
      }
      return y;
    }
  }

  private final Tensor x = floats("[[1, 2]]");

  @Test
  void computesWithTheLayersInItsFields() {
    assertThatLayer(new Block()).on(x).gives(floats("[[21, 21]]")).within(1e-5);
    Block block = new Block();
    float[] trained = CallContext.outermost(true).during(() -> block.apply(x).floats());
    assertTrue(trained[0] == 0 || trained[0] == 42, "dropout inside sees that this is training");
  }

  @Test
  void knowsTheLayersInItsFieldsByTheirNames() {
    Block block = new Block();
    block.apply(x);
    assertEquals(Set.of("dense", "rest"), block.children().keySet());
    assertEquals(2, block.children().get("rest").size());
    assertEquals(
        List.of("factor", "kernel", "bias"), block.weights().stream().map(Weight::name).toList());
    block.setTrainable(false);
    assertEquals(List.of(), block.trainableWeights());
  }

  @Test
  void isALayerAmongOthersAndDiesWithItsModel() {
    Block block = new Block();
    try (Model model = new Sequential(Input.of(2), block, new Dense(1).kernelInitializer("ones"))) {
      assertArrayEquals(new float[] {42}, model.call(List.of(x)).get(0).floats());
      assertFalse(block.weights().get(0).isClosed());
    }
    assertTrue(block.weights().stream().allMatch(Weight::isClosed));
  }
}

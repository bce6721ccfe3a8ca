package example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import rhyton.metrics.Mean;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.training.Fit;

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

  // ---- what goes wrong -----------------------------------------------------------------------

  private static String failure(Layer layer, Tensor... inputs) {
    try (layer) {
      return assertThrows(
              RuntimeException.class,
              () -> {
                for (Tensor input : inputs) {
                  layer.apply(input);
                }
              })
          .getMessage();
    }
  }

  /** Has a weight for the last axis of its input. */
  private static class Times extends Layer {
    Weight factor;

    @Override
    protected void build(Shape input) {
      factor = addWeight("factor", Shape.of(input.get(-1), 1), "glorot_uniform");
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x.matmul(ctx.read(factor));
    }
  }

  @Test
  void aLayerThatReturnsNothingIsTold() {
    final class Nothing extends Layer {
      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return null;
      }
    }
    String message = failure(new Nothing(), x);
    assertTrue(
        message.endsWith("`call` of Nothing must return a tensor. Received: [null]"), message);
  }

  @Test
  void aShapeThatChangesBetweenCallsIsTold() {
    String message = failure(new Times(), x, floats("[[1, 2, 3]]"));
    assertTrue(
        message.contains(
            "was built for inputs of the shape (1, 2) and is called with (1, 3), which its `call`"
                + " does not take"),
        message);
    assertTrue(message.endsWith("Call the layer with one shape, or make a second layer"), message);
  }

  @Test
  void weightsMadeInCallAreTold() {
    final class InCall extends Layer {
      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return x.multiply(ctx.read(addWeight("late", Shape.of(2), "ones")));
      }
    }
    String message = failure(new InCall(), x);
    assertTrue(
        message.endsWith(
            "the weight `late` is added after the layer was built. Make weights and layers in the"
                + " constructor or in `build`, not in `call`"),
        message);
  }

  @Test
  void aModelThatLosesItsSamplesIsTold() {
    final class Sum extends Model {
      private final Dense dense = new Dense(1);

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return dense.apply(x).sum();
      }
    }
    try (Model model = new Sum()) {
      model.compile("sgd", "mse");
      float[][] many = {{1, 2}, {3, 4}};
      var e =
          assertThrows(
              IllegalStateException.class,
              () -> model.fit(many, new float[] {1, 2}, new Fit().verbose(0)));
      assertTrue(
          e.getMessage()
              .contains(
                  "`call` must return a row for each sample. Received: shape () for inputs of"
                      + " shape (2, 2)"),
          e.getMessage());
      assertThrows(IllegalStateException.class, () -> model.predict(many));
    }
  }

  @Test
  void metricsAndStateDieWithTheLayer() {
    final class Measuring extends Layer {
      private final Mean tracked = trackMetric(new Mean().name("tracked"));
      private final List<Mean> more = List.of(new Mean().name("more"));

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        tracked.updateState(x);
        more.get(0).updateState(x.multiply(2));
        return x;
      }
    }
    Measuring layer = new Measuring();
    layer.apply(x);
    assertEquals(List.of("tracked", "more"), layer.metrics().stream().map(m -> m.name()).toList());
    assertEquals(1.5, layer.tracked.result().item());
    assertEquals(3.0, layer.more.get(0).result().item());
    layer.close();
    assertThrows(IllegalStateException.class, layer.tracked::result);
  }
}

package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.floats;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.utils.RandomSeeds;

class DropoutTest {
  private final Tensor ones = floats("[[1, 1, 1, 1], [1, 1, 1, 1]]");

  private float[] train(Layer layer, Tensor x) {
    try (TensorScope scope = TensorScope.open()) {
      return CallContext.outermost(true).during(() -> layer.apply(x).floats());
    }
  }

  @Test
  void dropsWhatKerasDrops() {
    assertThatLayer(new Dropout(0.5).seed(3))
        .inTraining()
        .on(ones)
        .gives(floats("[[0.0, 2.0, 2.0, 2.0], [0.0, 0.0, 0.0, 0.0]]"))
        .within(0);
    assertThatLayer(new Dropout(0.5).seed(3).noiseShape(-1, 1))
        .inTraining()
        .on(ones)
        .gives(floats("[[0.0, 0.0, 0.0, 0.0], [2.0, 2.0, 2.0, 2.0]]"))
        .within(0);
    assertThatLayer(new SpatialDropout1D(0.5).seed(3))
        .inTraining()
        .on(floats("[[[1, 1, 1], [1, 1, 1]]]"))
        .gives(floats("[[[0.0, 2.0, 2.0], [0.0, 2.0, 2.0]]]"))
        .within(0);
  }

  @Test
  void passesItsInputUnlessItTrains() {
    assertSame(ones, new Dropout(0.5).apply(ones));
    assertArrayEquals(ones.floats(), train(new Dropout(0), ones));
    assertArrayEquals(new float[8], train(new Dropout(1), ones));
  }

  @Test
  void aCompiledStepGoesOnDrawing() {
    Dropout eager = new Dropout(0.5).seed(8);
    Dropout traced = new Dropout(0.5).seed(8);
    try (CompiledFunction step =
        CompiledFunction.trace(
            "step",
            List.of(TensorSpec.of(ones)),
            x -> CallContext.outermost(true).during(() -> List.of(traced.apply(x.get(0)))))) {
      for (int i = 0; i < 3; i++) {
        try (TensorScope scope = TensorScope.open()) {
          assertArrayEquals(train(eager, ones), step.call(List.of(ones)).get(0).floats());
        }
      }
    }
  }

  @Test
  void hasNoWeightsAndIsClosedWithItsCount() {
    Dropout dropout = new Dropout(0.5).seed(8);
    float[] first = train(dropout, ones);
    assertEquals(List.of(), dropout.weights());
    dropout.close();
    dropout.close();
    assertArrayEquals(first, train(dropout, ones), "a new count begins at 0");
  }

  @Test
  void seedsAreDrawnInTheOrderOfTheLayers() {
    RandomSeeds.setRandomSeed(42);
    Dropout first = new Dropout(0.1).rate(0.5);
    Dropout second = new Dropout(0.5);
    float[] ofSecond = train(second, ones);
    float[] ofFirst = train(first, ones);
    RandomSeeds.setRandomSeed(42);
    assertArrayEquals(ofFirst, train(new Dropout(0.5), ones));
    assertArrayEquals(ofSecond, train(new Dropout(0.5), ones));
  }

  @Test
  void spatialDropoutDropsWholeChannels() {
    Tensor images = Tensor.of(new float[] {1}).broadcastTo(2, 3, 3, 4);
    float[] y = train(new SpatialDropout2D(0.5).seed(1), images);
    assertTrue(IntStream.range(0, y.length).allMatch(i -> y[i] == y[i / 36 * 36 + i % 4]));
    float[] first = train(new SpatialDropout2D(0.5).seed(1).dataFormat("channels_first"), images);
    assertTrue(IntStream.range(0, y.length).allMatch(i -> first[i] == first[i / 12 * 12]));
  }

  @Test
  void spatialDropoutWritesTheShortConfigOfKeras() {
    assertEquals(
        "{\"name\":\"s\",\"dtype\":\"float32\",\"rate\":0.5,\"seed\":null}",
        new SpatialDropout1D(0.5).name("s").config().toString());
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertEquals(
        "Dropout: argument `rate` must be between 0 and 1. Received: rate=1.5",
        assertThrows(IllegalArgumentException.class, () -> new Dropout(1.5)).getMessage());
    assertEquals(
        "Dropout: argument `noise_shape` must be a list of positive sizes, -1 for the input's."
            + " Received: noise_shape=[0]",
        assertThrows(IllegalArgumentException.class, () -> new Dropout(0.5).noiseShape(0))
            .getMessage());
    assertThatLayer(new SpatialDropout2D(0.5).name("s"))
        .on(ones)
        .refuses(
            "Input 0 of layer `s` is incompatible with the layer: expected ndim=4, found ndim=2."
                + " Full shape received: (2, 4)");
  }
}

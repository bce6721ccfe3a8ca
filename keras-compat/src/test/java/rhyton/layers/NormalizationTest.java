package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.flags;
import static rhyton.testing.LayerAssert.floats;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhyton.graph.Weight;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

class NormalizationTest {
  private final Tensor batch = floats("[[1, 10], [3, 30]]");

  /** Without an epsilon the standard deviations are whole numbers. */
  private static BatchNormalization exact() {
    return new BatchNormalization().epsilon(0).momentum(0.5);
  }

  private static List<String> names(Layer layer) {
    return layer.weights().stream().map(Weight::name).toList();
  }

  @Test
  void trainingUsesTheBatchAndMovesTheStatistics() {
    BatchNormalization layer = exact();
    assertThatLayer(layer).inTraining().on(batch).gives(floats("[[-1, -1], [1, 1]]")).within(1e-5);
    assertEquals(List.of("gamma", "beta", "moving_mean", "moving_variance"), names(layer));
    assertArrayEquals(new float[] {1, 10}, (float[]) layer.getWeights().get(2), 1e-5f);
    assertArrayEquals(new float[] {1, 50.5f}, (float[]) layer.getWeights().get(3), 1e-4f);
    assertEquals(2, layer.trainableWeights().size());
  }

  @Test
  void predictionUsesTheStatisticsAndSoDoesAFrozenLayer() {
    Tensor[] weights = {floats("[2, 1]"), floats("[0, 5]"), floats("[1, 20]"), floats("[4, 100]")};
    Tensor expected = floats("[[0, 4], [2, 6]]");
    assertThatLayer(exact()).withWeights(weights).on(batch).gives(expected).within(1e-5);
    BatchNormalization frozen = exact().trainable(false);
    assertThatLayer(frozen)
        .withWeights(weights)
        .inTraining()
        .on(batch)
        .gives(expected)
        .within(1e-5);
    assertArrayEquals(new float[] {1, 20}, (float[]) frozen.getWeights().get(2));
    BatchNormalization thawed = exact();
    thawed.setTrainable(false);
    assertThatLayer(thawed)
        .withWeights(weights)
        .inTraining()
        .on(batch)
        .gives(expected)
        .within(1e-5);
  }

  @Test
  void maskedStepsDoNotCountInTheStatistics() {
    BatchNormalization layer = exact().center(false).scale(false);
    assertThatLayer(layer)
        .inTraining()
        .withMask(flags("[[1, 1, 0]]"))
        .on(floats("[[[1], [3], [5]]]"))
        .gives(floats("[[[-1], [1], [3]]]"))
        .masked(flags("[[1, 1, 0]]"))
        .within(1e-5);
    assertEquals(List.of("moving_mean", "moving_variance"), names(layer));
    assertThatLayer(exact())
        .withMask(flags("[1, 0]"))
        .on(floats("[[[1], [3]]]"))
        .gives(floats("[[[1], [3]]]"))
        .masked(flags("[1, 0]"))
        .within(1e-6);
  }

  @Test
  void theChannelsMayBeOnAnotherAxis() {
    BatchNormalization layer = exact().axis(1);
    assertThatLayer(layer)
        .inTraining()
        .on(floats("[[[1, 3], [10, 30]]]"))
        .gives(floats("[[[-1, 1], [-1, 1]]]"))
        .within(1e-5);
    assertThatLayer(layer)
        .on(floats("[[1, 2]]"))
        .refuses(
            "Input 0 of layer `"
                + layer.name()
                + "` is incompatible with the layer: expected ndim=3, found ndim=2. Full shape"
                + " received: (1, 2)");
  }

  @Test
  void renormalizationCorrectsWithinItsLimits() {
    BatchNormalization layer =
        exact().renorm(true).renormClipping(Map.of("rmax", 0.5, "dmax", 1.0)).renormMomentum(0.5);
    assertThatLayer(layer)
        .inTraining()
        .on(floats("[[1], [3]]"))
        .gives(floats("[[0.5], [1.5]]"))
        .within(1e-5);
    assertEquals(
        List.of(
            "gamma",
            "beta",
            "moving_mean",
            "moving_variance",
            "moving_stddev",
            "renorm_mean",
            "renorm_stddev"),
        names(layer));
    assertArrayEquals(new float[] {1}, (float[]) layer.getWeights().get(5), 1e-6f);
    assertEquals(
        "BatchNormalization: argument `renorm_clipping` must be a map with the keys rmin, rmax and"
            + " dmax, where rmin is at most rmax and dmax is not negative. Received:"
            + " renorm_clipping={dmax=-1.0}",
        assertThrows(
                IllegalArgumentException.class, () -> layer.renormClipping(Map.of("dmax", -1.0)))
            .getMessage());
  }

  @Test
  void layerNormalizationTakesEachSampleByItself() {
    assertThatLayer(new LayerNormalization().epsilon(0))
        .withWeights(floats("[2, 1]"), floats("[0, 5]"))
        .on(batch)
        .gives(floats("[[-2, 6], [-2, 6]]"))
        .within(1e-5);
    assertThatLayer(new LayerNormalization().epsilon(0).axis(1, 2).center(false).scale(false))
        .on(floats("[[[1], [3]]]"))
        .gives(floats("[[[-1], [1]]]"))
        .within(1e-5);
    assertThatLayer(new LayerNormalization().epsilon(0).rmsScaling(true))
        .withWeights(floats("[1, 10]"))
        .on(floats("[[1, 3]]"))
        .gives(floats("[[1, 30]]"))
        .within(1e-5);
  }

  @Test
  void layerNormalizationShowsItsAxesAsKerasDoes() {
    LayerNormalization layer = new LayerNormalization().axis(2, 1);
    assertEquals("[2,1]", layer.config().get("axis").toString());
    layer.buildFor(List.of(Shape.of(-1, 3, 4)));
    assertEquals("[1,2]", layer.config().get("axis").toString());
    assertEquals(Shape.of(3, 4), layer.weights().get(0).shape());
  }
}

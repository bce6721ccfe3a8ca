package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.flags;
import static rhyton.testing.LayerAssert.floats;
import static rhyton.testing.LayerAssert.ints;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

class EmbeddingTest {
  private final Tensor table = floats("[[0, 0], [1, 2], [3, 4]]");

  @Test
  void looksUpRowsOfTheTable() {
    assertThatLayer(new Embedding(3, 2))
        .withWeights(table)
        .on(ints("[[2, 0]]"))
        .gives(floats("[[[3, 4], [0, 0]]]"))
        .within(0);
    assertThatLayer(new Embedding(3, 2).weights(table))
        .on(floats("[1.0]"))
        .gives(floats("[[1, 2]]"))
        .within(0);
  }

  @Test
  void zeroMeansNothingIfItIsMasked() {
    assertThatLayer(new Embedding(3, 2).maskZero(true))
        .withWeights(table)
        .on(ints("[[2, 0]]"))
        .gives(floats("[[[3, 4], [0, 0]]]"))
        .masked(flags("[[1, 0]]"))
        .within(0);
    assertNull(new Embedding(3, 2).apply(ints("[[2, 0]]")).mask());
  }

  @Test
  void theGradientHasOnlyTheRowsThatWereUsed() {
    Embedding embedding = new Embedding(3, 2);
    Tensor words = ints("[[2, 2]]");
    embedding.apply(words);
    try (CompiledFunction gradient =
        CompiledFunction.trace(
            "gradient",
            List.of(TensorSpec.of(words)),
            x -> {
              Tensor loss = embedding.apply(x.get(0)).sum();
              Gradient rows =
                  Gradients.ofVariables(loss, List.of(embedding.weights().get(0).variable()))
                      .get(0);
              assertTrue(rows.isSparse());
              return List.of(rows.toDense());
            })) {
      Tensor dense = gradient.call(List.of(words)).get(0);
      assertArrayEquals(new float[] {0, 0, 0, 0, 2, 2}, dense.floats());
    }
  }

  @Test
  void noConfigShowsTheFirstValue() {
    assertFalse(new Embedding(3, 2).weights(table).config().has("weights"));
    assertEquals(
        "Embedding: argument `input_dim` must be a positive integer. Received: input_dim=0",
        assertThrows(IllegalArgumentException.class, () -> new Embedding(0, 2)).getMessage());
  }
}

package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.graph.Weight;
import rhyton.random.KerasRandom;
import rhyton.random.Seed;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

class OwnAttentionTest {
  @Test
  void learnsToTellPraiseFromBlame() {
    double accuracy = OwnAttention.run(4000, 3);
    assertTrue(accuracy > 0.7, "accuracy " + accuracy);
  }

  @Test
  void attentionIsALayerWithLayersInside() {
    try (var scope = TensorScope.open();
        var attention = new OwnAttention.SelfAttention()) {
      Tensor words = KerasRandom.normal(Shape.of(1, 2, 32), Seed.of(1));
      Tensor seen = attention.apply(words);
      assertEquals("(1, 2, 32)", seen.shape().toString());
      List<String> names = attention.weights().stream().map(Weight::name).toList();
      assertEquals(
          List.of("kernel", "bias", "kernel", "bias", "kernel", "bias", "kernel", "bias"), names);
      float[] expected = seen.flip(1).floats();
      assertArrayEquals(expected, attention.apply(words.flip(1)).floats(), 1e-5f);
    }
  }
}

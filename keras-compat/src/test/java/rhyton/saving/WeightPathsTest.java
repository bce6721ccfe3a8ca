package rhyton.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.graph.CallContext;
import rhyton.layers.Dense;
import rhyton.layers.Flatten;
import rhyton.layers.Layer;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.tensor.Tensor;

class WeightPathsTest {
  private static List<String> paths(Layer root) {
    return WeightPaths.of(root).stream().map(WeightPaths.Place::path).toList();
  }

  @Test
  void layersAreCountedByClassAndNotByName() {
    var inner = new Sequential(Input.of(3), new Dense(2).name("z"), new Dense(2).name("a"));
    Tensor x = Input.of(3);
    try (Model model = Model.of(x, new Dense(1).apply(new Flatten().apply(inner.apply(x))))) {
      assertEquals(
          List.of(
              "",
              "layers/input_layer",
              "layers/sequential",
              "layers/sequential/layers/dense",
              "layers/sequential/layers/dense_1",
              "layers/flatten",
              "layers/dense"),
          paths(model));
    }
  }

  /** A layer with others inside. */
  private static final class Block extends Layer {
    Block() {
      Layer second = track("second", new Dense(1));
      track("_hidden", new Dense(1));
      trackList("many", List.of(new Dense(1), new Flatten(), new Dense(1)));
      trackList("one", List.of(new Dense(1)));
      track("again", second);
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x;
    }
  }

  @Test
  void attributesAreInOrderHiddenOnesLastAndTheFirstPathCounts() {
    try (Block block = new Block()) {
      assertEquals(
          List.of(
              "", "again", "many/dense", "many/flatten", "many/dense_1", "one/dense", "_hidden"),
          paths(block));
    }
  }
}

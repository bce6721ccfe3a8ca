package rhyton.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import rhyton.graph.Weight;
import rhyton.layers.Dense;
import rhyton.layers.Layer;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** Who frees the weights of layers that models share, take up and give back. */
class ModelLifeTest {
  private static final float[][] X = {{1, 2, 3}};

  @Test
  void aLayerThatIsPoppedLivesOn() {
    Layer last;
    try (TensorScope scope = TensorScope.open()) {
      try (Sequential model = new Sequential(Input.of(3), new Dense(4), new Dense(2))) {
        last = model.pop();
        assertEquals(Shape.of(1, 4), model.predict(X).shape());
      }
      assertEquals(Shape.of(1, 2), last.apply(Tensor.of(new float[1][4])).shape());
      try (Sequential other = new Sequential(Input.of(4), last)) {
        assertEquals(Shape.of(1, 2), other.predict(new float[1][4]).shape());
      }
      assertTrue(last.weights().stream().allMatch(Weight::isClosed));
    }
  }

  @Test
  void aModelInsideOfAnotherOneKeepsItsWeightsUntilThatIsClosed() {
    Sequential inner = new Sequential(Input.of(3), new Dense(4));
    Sequential outer = new Sequential(Input.of(3), inner, new Dense(2));
    try (TensorScope scope = TensorScope.open()) {
      inner.close();
      assertEquals(Shape.of(1, 2), outer.predict(X).shape());
      assertThrows(IllegalStateException.class, () -> inner.predict(X));
    }
    outer.close();
    outer.close();
    assertTrue(inner.weights().stream().allMatch(Weight::isClosed));
  }

  @Test
  void aModelInsideOfAnotherOneGoesOnWhenThatIsClosed() {
    Sequential inner = new Sequential(Input.of(3), new Dense(4));
    try (TensorScope scope = TensorScope.open()) {
      new Sequential(Input.of(3), inner, new Dense(2)).close();
      assertEquals(Shape.of(1, 4), inner.predict(X).shape());
      inner.close();
      assertTrue(inner.weights().stream().allMatch(Weight::isClosed));
    }
  }

  @Test
  void aModelThatWasLoadedInsideOfAnotherOneDiesWithIt() {
    Model loaded;
    try (Sequential model =
        new Sequential(Input.of(3), new Sequential(Input.of(3), new Dense(4)), new Dense(2))) {
      loaded = Model.fromJson(model.toJson());
    }
    Layer inner = loaded.layers().get(0);
    loaded.close();
    assertTrue(inner.weights().stream().allMatch(Weight::isClosed));
  }

  @Test
  void anArchitectureLargerThanTheMachineIsRefused() {
    try (Sequential model = new Sequential(Input.of(30_000), new Dense(4))) {
      String json = model.toJson().replace("\"units\":4", "\"units\":2000000000");
      String message =
          assertThrows(IllegalArgumentException.class, () -> Model.fromJson(json)).getMessage();
      assertTrue(message.contains("is larger than this machine's memory"), message);
    }
  }

  @Test
  void manyThreadsMayBringTheFirstBatch() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        try (Sequential model = new Sequential(new Dense(4), new Dense(2))) {
          Callable<Shape> predict =
              () -> {
                try (Tensor y = model.predict(X)) {
                  return y.shape();
                }
              };
          List<Callable<Shape>> calls = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            calls.add(predict);
          }
          for (Future<Shape> call : threads.invokeAll(calls)) {
            assertEquals(Shape.of(1, 2), call.get());
          }
          assertEquals(4, model.weights().size());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

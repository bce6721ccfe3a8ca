package rhyton.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import rhyton.initializers.Constant;
import rhyton.initializers.Zeros;
import rhyton.layers.Dense;
import rhyton.optimizers.SGD;
import rhyton.tensor.Tensor;
import rhyton.training.Fit;

/** Several threads at one model: what a service does. */
final class ModelThreadsTest {
  private static final float[][] X = {{1, 2, 3}};

  private static Sequential model(double value) {
    return new Sequential(
        Input.of(3),
        new Dense(2).kernelInitializer(new Constant(value)).biasInitializer(new Zeros()));
  }

  private static float[] predict(Model model) {
    try (Tensor y = model.predict(X)) {
      return y.floats();
    }
  }

  @Test
  void manyThreadsPredictAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Model model = model(0.5)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        done.add(
            threads.submit(
                () -> {
                  for (int k = 0; k < 200; k++) {
                    assertArrayEquals(new float[] {3, 3}, predict(model), 1e-6f);
                  }
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void predictionsDuringTrainingAreThoseOfWeightsBetweenSteps() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    AtomicBoolean stop = new AtomicBoolean();
    try (Model model = model(0)) {
      // The gradient of the mean error by each weight is the same in every step: both outputs move
      // by one amount a step, so they are always equal and never leave the way to the target.
      model.compile(new SGD(1e-4), "mean_absolute_error");
      Callable<Integer> predicting =
          () -> {
            int predictions = 0;
            while (!stop.get()) {
              float[] y = predict(model);
              assertTrue(y[0] >= 0 && y[0] <= 14, "y=" + y[0]);
              assertEquals(y[0], y[1], 1e-3f);
              predictions++;
            }
            return predictions;
          };
      Future<Integer> other = threads.submit(predicting);
      model.fit(X, new float[][] {{14, 14}}, new Fit().epochs(300).verbose(0));
      stop.set(true);
      assertTrue(other.get() > 0);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aNewVersionIsSwappedInWhileOthersPredict() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicReference<Model> current = new AtomicReference<>(model(1));
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        done.add(
            threads.submit(
                () -> {
                  while (!stop.get()) {
                    Model mine = current.get();
                    try {
                      float y = predict(mine)[0];
                      assertTrue(y == 6 || y == 12, "y=" + y);
                    } catch (IllegalStateException e) {
                      assertTrue(mine.isClosed(), e.getMessage());
                    }
                  }
                }));
      }
      for (int version = 0; version < 20; version++) {
        current.getAndSet(model(version % 2 == 0 ? 2 : 1)).close();
      }
      stop.set(true);
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      threads.shutdown();
      current.get().close();
    }
  }

  @Test
  void aClosedModelRefusesToWork() {
    Model model = model(1);
    model.close();
    model.close();
    var error = assertThrows(IllegalStateException.class, () -> predict(model));
    assertEquals("Model `" + model.name() + "` is used after it was closed", error.getMessage());
  }
}

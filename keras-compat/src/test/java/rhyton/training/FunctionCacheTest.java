package rhyton.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

final class FunctionCacheTest {
  private static CompiledFunction plus(int number) {
    return CompiledFunction.trace(
        "plus",
        List.of(new TensorSpec(DType.FLOAT32, Shape.SCALAR)),
        x -> List.of(x.get(0).add((float) number)));
  }

  private static double call(FunctionCache<Integer> cache, int number) {
    try (TensorScope scope = TensorScope.open()) {
      return cache.call(number, FunctionCacheTest::plus, List.of(Tensor.of(1f))).get(0).item();
    }
  }

  @Test
  void closesWhatWasNotCalledForLong() throws Exception {
    FunctionCache<Integer> cache = new FunctionCache<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> runs =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  seed ->
                      threads.submit(
                          () -> {
                            var random = new java.util.Random(seed);
                            for (int i = 0; i < 300; i++) {
                              int number = random.nextInt(2 * FunctionCache.MOST);
                              assertEquals(1 + number, call(cache, number));
                            }
                          }))
              .toList();
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(FunctionCache.MOST, cache.size());
    cache.clear();
    assertEquals(0, cache.size());
  }
}

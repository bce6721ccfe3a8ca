package rhyton.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.config.Tickets;
import rhyton.graph.Weight;
import rhyton.losses.Huber;
import rhyton.losses.LossFunction;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;
import rhyton.tensor.function.CompiledFunction;

/** The numbers are Python's. */
class MetricTest {
  /** A metric of a user's own, without options. */
  private static final class Largest extends Metric {
    private Weight largest;

    @Override
    protected void build() {
      largest = addVariable("largest", 2);
    }

    @Override
    protected void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
      largest.assign(largest.read().maximum(yPred.max(0)));
    }

    @Override
    protected Tensor compute() {
      return largest.read().max();
    }
  }

  private TensorScope scope;

  @BeforeEach
  void open() {
    Tickets.clearSession();
    scope = TensorScope.open();
  }

  @AfterEach
  void close() {
    scope.close();
    Tickets.clearSession();
  }

  @Test
  void aMetricOfOnesOwnKeepsWhatItLikes() {
    try (Metric metric = new Largest()) {
      assertEquals("largest", metric.name());
      assertEquals("largest/largest", metric.variables().get(0).path());
      metric.updateState(null, Tensor.of(new float[][] {{1, 5}, {3, 2}}), null);
      metric.updateState(null, Tensor.of(new float[][] {{4, 4}}), null);
      assertEquals(5, metric.result().item());
      metric.resetState();
      assertEquals(0, metric.result().item());
      assertEquals(Shape.of(2), metric.variables().get(0).shape());
    }
  }

  @Test
  void theMeanOfNothingIsZero() {
    try (Mean mean = new Mean()) {
      assertEquals(0, mean.result().item());
    }
  }

  @Test
  void weightsOfLowerRankCountWholeRows() {
    float[][] values = {{1, 2}, {3, 4}, {5, 9}};
    assertState(values, new float[][] {{1}, {0}, {2}}, 15.5, 3);
    assertState(values, new float[][] {{1, 2}, {0, 1}, {2, 4}}, 27.5, 5);
    assertState(new float[] {1, 3, 8}, 3f, 12, 3);
  }

  private static void assertState(Object values, Object weights, double total, double count) {
    try (Mean mean = new Mean()) {
      mean.updateState(Tensor.of(values), Tensor.of(weights));
      assertState(mean, total, count);
    }
  }

  private static void assertState(Metric metric, double total, double count) {
    assertEquals(total, metric.variables().get(0).read().item(), 1e-6);
    assertEquals(count, metric.variables().get(1).read().item(), 1e-6);
  }

  @Test
  void masksAreWeights() {
    Tensor yTrue = Tensor.of(new float[] {1, 1, 0});
    Tensor yPred = Tensor.of(new float[][] {{0.9f}, {0.2f}, {0.6f}});
    yPred.setMask(Tensor.of(new boolean[] {true, false, true}));
    try (Metric metric = new BinaryAccuracy()) {
      metric.updateState(yTrue, yPred, null);
      assertState(metric, 1, 2);
      metric.resetState();
      metric.updateState(yTrue, yPred, Tensor.of(new float[] {2, 5, 6}));
      assertState(metric, 2, 8);
    }
  }

  @Test
  void anIgnoredClassCountsUnlessThereAreWeights() {
    Tensor yTrue = Tensor.of(new int[] {1, 0, 1});
    Tensor yPred = Tensor.of(new float[][] {{0.2f, 0.8f}, {0.5f, 0.5f}, {0.1f, 0.9f}});
    try (Metric metric = new SparseCategoricalCrossentropy().ignoreClass(0)) {
      metric.updateState(yTrue, yPred, null);
      assertState(metric, 0.32850411534309387, 3);
      metric.resetState();
      metric.updateState(yTrue, yPred, Tensor.of(new float[] {1, 5, 2}));
      assertState(metric, 0.43386465311050415, 3);
    }
  }

  @Test
  void ranksThatDifferAreRefusedAsKerasRefusesThem() {
    try (Metric metric = new BinaryCrossentropy()) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> metric.updateState(Tensor.of(new float[3]), Tensor.of(new float[3][1]), null));
      assertEquals(
          "Arguments `target` and `output` must have the same rank (ndim)."
              + " Received: target.shape=(3,), output.shape=(3, 1)",
          error.getMessage());
    }
  }

  @Test
  void aStepChangesEachVariableWithOneOp() {
    try (Metric metric = new SparseCategoricalAccuracy();
        Trace trace = Trace.begin()) {
      metric.updateState(
          trace.placeholder(DType.INT32, Shape.of(-1), "y"),
          trace.placeholder(DType.FLOAT32, Shape.of(-1, 3), "p"),
          null);
      long changes =
          trace.nodes().stream().filter(n -> n.type().equals("AssignAddVariableOp")).count();
      assertEquals(2, changes);
      assertTrue(trace.nodes().stream().noneMatch(n -> n.type().equals("ReadVariableOp")));
    }
  }

  @Test
  void variablesAreMadeOnceAlsoInsideOfAFunction() {
    try (Mean mean = new Mean().name("a/b");
        CompiledFunction f =
            CompiledFunction.trace(
                "twice",
                List.of(),
                none -> {
                  mean.updateState(Tensor.of(new float[] {1, 3}));
                  Tensor first = mean.result();
                  mean.resetState();
                  mean.updateState(Tensor.of(5f));
                  return List.of(first, mean.result());
                })) {
      List<Tensor> results = f.call(List.of());
      assertEquals(2, results.get(0).item());
      assertEquals(5, results.get(1).item());
      assertEquals(5, mean.result().item());
      assertEquals("a>b/total", mean.variables().get(0).path());
    }
  }

  @Test
  void aClosedMetricIsRefused() {
    Mean mean = new Mean();
    Weight total = mean.variables().get(0);
    mean.close();
    mean.close();
    assertTrue(total.isClosed());
    var error = assertThrows(IllegalStateException.class, mean::result);
    assertEquals("Metric `mean` is used after it was closed", error.getMessage());
  }

  @Test
  void aMeanComparesNothing() {
    Tensor x = Tensor.of(new float[] {1});
    try (Mean mean = new Mean()) {
      assertThrows(IllegalArgumentException.class, () -> mean.updateState(x, x, null));
    }
  }

  @Test
  void metricsAreFoundByTheNamesOfKeras() {
    for (String name : new String[] {"mse", "MSE", "mean_squared_error", "MeanSquaredError"}) {
      assertEquals("mean_squared_error", Metrics.get(name).name());
      assertEquals(name, Metrics.get(name, Shape.of(2), Shape.of(2)).name());
    }
    assertNull(Metrics.get(null));
    Metric own = new Largest();
    assertSame(own, Metrics.get(own, Shape.of(2), Shape.of(2)));
    LossFunction product = (yTrue, yPred) -> yTrue.multiply(yPred);
    Tensor x = Tensor.of(new float[] {1, 3});
    try (Metric wrapped = Metrics.get(product);
        Metric huber = Metrics.get(new Huber().delta(0.5))) {
      wrapped.updateState(x, x, null);
      assertEquals(5, wrapped.result().item());
      assertEquals("huber_loss", huber.name());
      huber.updateState(x, x.add(2), null);
      assertEquals(0.875, huber.result().item());
    }
  }

  @Test
  void metricsSayWhichWayIsBetter() {
    Map<String, Metric.Direction> directions = new TreeMap<>();
    for (KerasType<?> type : Metrics.TYPES) {
      if (type != MeanMetricWrapper.TYPE) {
        directions.put(type.name(), ((Metric) type.create(ArgValues.NONE)).direction());
      }
    }
    assertEquals(
        "{Accuracy=UP, BinaryAccuracy=UP, BinaryCrossentropy=DOWN, CategoricalAccuracy=UP,"
            + " CategoricalCrossentropy=DOWN, Mean=UNKNOWN, MeanAbsoluteError=DOWN,"
            + " MeanSquaredError=DOWN, SparseCategoricalAccuracy=UP,"
            + " SparseCategoricalCrossentropy=DOWN}",
        directions.toString());
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> Metrics.get("crossentropy"));
    assertTrue(
        error
            .getMessage()
            .startsWith("Unknown metric `crossentropy`. Did you mean `BinaryCrossentropy` or `"),
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Metrics.get(null, Shape.of(2), Shape.of(2)));
  }
}

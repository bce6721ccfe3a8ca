package example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.initializers.Constant;
import rhyton.layers.Dense;
import rhyton.layers.Layer;
import rhyton.losses.BinaryCrossentropy;
import rhyton.losses.Loss;
import rhyton.metrics.Mean;
import rhyton.metrics.Metric;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.optimizers.Adam;
import rhyton.optimizers.Optimizer;
import rhyton.optimizers.SGD;
import rhyton.random.KerasRandom;
import rhyton.random.SeedGenerator;
import rhyton.tensor.Shape;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.training.StepData;

/** Steps of training and evaluation that a program defines itself. */
class OwnStepTest {
  private static final float[][] X = {{1, 2}, {2, 1}, {3, 3}, {0, 1}};
  private static final float[][] Y = {{1}, {0}, {2}, {1}};

  private static Fit quiet() {
    return silent().shuffle(false);
  }

  private static Fit silent() {
    return new Fit().verbose(0);
  }

  private static Dense dense(int units, double value) {
    return new Dense(units).kernelInitializer(new Constant(value));
  }

  /** Two networks against each other, each with an optimizer. */
  static final class Gan extends Model {
    private final Model discriminator;
    private final Model generator;
    private final Mean dLoss = new Mean().name("d_loss");
    private final Mean gLoss = new Mean().name("g_loss");
    private Optimizer<?> dOptimizer;
    private Optimizer<?> gOptimizer;
    private Loss lossFn;

    Gan(Model discriminator, Model generator) {
      this.discriminator = discriminator;
      this.generator = generator;
    }

    void compile(Optimizer<?> discriminates, Optimizer<?> generates, Loss loss) {
      super.compile();
      dOptimizer = discriminates;
      gOptimizer = generates;
      lossFn = loss;
    }

    @Override
    protected Map<String, Tensor> trainStep(StepData data) {
      Tensor real = data.x(0);
      Tensor noise = data.x(1);
      Tensor fake = generator.apply(noise);
      Tensor both = ShapeOps.concatenate(List.of(fake, real), 0);
      Tensor ones = Tensor.of(1f).broadcastTo(data.samples(), 1);
      Tensor zeros = ones.multiply(0);
      Tensor labels = ShapeOps.concatenate(List.of(ones, zeros), 0);
      var d =
          valueAndGradient(
              () -> lossFn.apply(labels, discriminator.apply(both)),
              discriminator.trainableWeights());
      dOptimizer.apply(d.gradients(), discriminator.trainableWeights());
      var g =
          valueAndGradient(
              () -> lossFn.apply(zeros, discriminator.apply(generator.apply(noise))),
              generator.trainableWeights());
      gOptimizer.apply(g.gradients(), generator.trainableWeights());
      dLoss.updateState(d.value());
      gLoss.updateState(g.value());
      Map<String, Tensor> logs = new LinkedHashMap<>();
      logs.put("g_loss", gLoss.result());
      logs.put("d_loss", dLoss.result());
      return logs;
    }
  }

  /** The numbers are those of the same program in Python. */
  @Test
  void aGanTrainsAsInKeras() {
    var discriminator =
        new Sequential(Input.of(2), dense(3, 0.1).activation("tanh"), dense(1, 0.2));
    var generator = new Sequential(Input.of(1), dense(2, 0.5));
    Optimizer<?> adam = new Adam(0.01);
    Gan gan = new Gan(discriminator, generator);
    gan.compile(adam, new SGD(0.1), new BinaryCrossentropy().fromLogits(true));
    float[][] noise = {{0.1f}, {0.2f}, {-0.3f}, {0.5f}};
    var history = gan.fit(List.of(X, noise), quiet().batchSize(2).epochs(3)).history();
    assertEquals(List.of("d_loss", "g_loss"), List.copyOf(history.keySet()));
    double[] dLoss = {0.7361255884170532, 0.7235903739929199, 0.7130336761474609};
    double[] gLoss = {0.6919788122177124, 0.6845116019248962, 0.677973747253418};
    for (int i = 0; i < 3; i++) {
      assertEquals(dLoss[i], history.get("d_loss").get(i), 1e-6);
      assertEquals(gLoss[i], history.get("g_loss").get(i), 1e-6);
    }
    float[] bias = (float[]) generator.getWeights().get(1);
    assertArrayEquals(new float[] {-0.009894952f, -0.009880592f}, bias, 1e-6f);
    assertEquals(List.of("d_loss", "g_loss"), gan.metrics().stream().map(Metric::name).toList());
    assertEquals(8, adam.variables().size() - 2);
    gan.close();
    assertTrue(adam.variables().stream().allMatch(Weight::isClosed));
    assertTrue(generator.weights().stream().noneMatch(Weight::isClosed)); // it was there before
    generator.close();
    discriminator.close();
    assertTrue(generator.weights().stream().allMatch(Weight::isClosed));
  }

  /** A model that does nothing but its step, which is given. */
  private static final class Stepping extends Model {
    final Function<StepData, Map<String, Tensor>> step;

    Stepping(Function<StepData, Map<String, Tensor>> step) {
      this.step = step;
    }

    @Override
    protected Map<String, Tensor> trainStep(StepData data) {
      return step.apply(data);
    }
  }

  @Test
  void theUsualStepCanBeExtended() {
    final class Extended extends Model {
      final Dense dense = dense(1, 0.5);

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return dense.apply(x);
      }

      @Override
      protected Map<String, Tensor> trainStep(StepData data) {
        Map<String, Tensor> logs = new LinkedHashMap<>(super.trainStep(data));
        logs.put("norm", dense.weights().get(0).read().square().sum());
        return logs;
      }
    }
    try (Model own = new Extended();
        Model usual = new Sequential(Input.of(2), dense(1, 0.5))) {
      own.compile("sgd", "mse", "mae");
      usual.compile("sgd", "mse", "mae");
      var expected = usual.fit(X, Y, quiet().batchSize(3).epochs(2)).history();
      var given = own.fit(X, Y, quiet().batchSize(3).epochs(2)).history();
      assertEquals(List.of("loss", "mae", "norm"), List.copyOf(given.keySet()));
      assertEquals(expected.get("loss"), given.get("loss"));
      assertEquals(expected.get("mae"), given.get("mae"));
      assertEquals(usual.evaluate(X, Y, silent()), own.evaluate(X, Y, silent()));
    }
  }

  @Test
  void lossesAndMetricsOfCompileServeAStepOfOnesOwn() {
    final class Own extends Model {
      final Dense dense = dense(1, 0.5);

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return dense.apply(x);
      }

      @Override
      protected Map<String, Tensor> trainStep(StepData data) {
        var g =
            valuesAndGradient(
                () -> {
                  Tensor y = apply(data.x());
                  return List.of(computeLoss(data, y), y);
                },
                trainableWeights());
        optimizer().apply(g.gradients(), trainableWeights());
        return computeMetrics(data, g.value(), g.value(1));
      }
    }
    try (Model own = new Own();
        Model usual = new Sequential(Input.of(2), dense(1, 0.5))) {
      own.compile("sgd", "mse", "mae");
      usual.compile("sgd", "mse", "mae");
      assertEquals(
          usual.fit(X, Y, quiet().epochs(3)).history(), own.fit(X, Y, quiet().epochs(3)).history());
    }
  }

  @Test
  void dataComeAsTheyWereGiven() {
    List<String> seen = new ArrayList<>();
    Function<StepData, Map<String, Tensor>> step =
        data -> {
          seen.add(data.inputKeys() + " " + data.inputs().size() + " " + data.y());
          seen.add(String.valueOf(data.sampleWeight() == null));
          return Map.of("sum", data.x(data.inputs().size() - 1).sum());
        };
    float[] weights = {1, 2, 3, 4};
    try (Model model = new Stepping(step)) {
      model.compile();
      var logs = model.fit(Map.of("b", Y, "a", X), quiet()).history();
      assertEquals(List.of("[a, b] 2 null", "true"), seen);
      assertEquals(List.of(4.0), logs.get("sum"));
      seen.clear();
      model.fit(X, Y, quiet().sampleWeight(weights));
      assertEquals("false", seen.get(1));
      assertEquals(13.0, model.trainOnBatch(X, null).get("sum"));
    }
  }

  @Test
  void inputsOfADictionaryAreHadByKey() {
    Function<StepData, Map<String, Tensor>> step =
        data -> {
          var e = assertThrows(IllegalArgumentException.class, () -> data.x("c"));
          assertEquals(
              "StepData: there is no `c` among the inputs. Available: [a, b]", e.getMessage());
          var several = assertThrows(IllegalStateException.class, data::x);
          assertEquals(
              "StepData: there are 2 inputs. Take them by x(index), by x(key) or from inputs()",
              several.getMessage());
          return Map.of("b", data.x("b").sum(), "a", data.x("a").sum());
        };
    try (Model model = new Stepping(step)) {
      model.compile();
      var logs = model.fit(Map.of("b", Y, "a", X), quiet()).history();
      assertEquals(Map.of("a", List.of(13.0), "b", List.of(4.0)), logs);
    }
  }

  @Test
  void aStepIsTracedOnceForEachSizeOfBatch() {
    int[] traces = {0};
    Function<StepData, Map<String, Tensor>> step =
        data -> {
          traces[0]++;
          return Map.of("loss", data.x().sum());
        };
    try (Model model = new Stepping(step)) {
      model.compile();
      model.fit(X, quiet().batchSize(3).epochs(4));
      assertEquals(2, traces[0]);
    }
  }

  @Test
  void ownMetricsBeginAnewWithEachEpoch() {
    final class Own extends Model {
      final Mean mean = new Mean().name("mean");
      final Dense dense = dense(1, 1);

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        Tensor y = dense.apply(x);
        mean.updateState(y);
        return y;
      }
    }
    try (Model model = new Own()) {
      model.compile(new SGD(0.0), "mse");
      var history = model.fit(X, Y, quiet().batchSize(2).epochs(2)).history();
      assertEquals(List.of(3.25, 3.25), history.get("mean"));
      assertEquals(3.25, model.evaluate(X, Y, silent()).get("mean"));
    }
  }

  @Test
  void testStepAndPredictStepAreOnesOwn() {
    final class Own extends Model {
      final Dense dense = dense(1, 1);

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return dense.apply(x);
      }

      @Override
      protected Map<String, Tensor> testStep(StepData data) {
        return Map.of("largest", apply(data.x()).max());
      }

      @Override
      protected List<Tensor> predictStep(StepData data) {
        return List.of(apply(data.x()).multiply(10));
      }
    }
    try (Model model = new Own()) {
      model.compile("sgd", "mse");
      assertEquals(Map.of("largest", 6.0), model.evaluate(X, silent()));
      assertEquals(Map.of("largest", 6.0), model.testOnBatch(X, null));
      var history = model.fit(X, Y, quiet().validationData(X, Y)).history();
      assertEquals(List.of("loss", "val_largest"), List.copyOf(history.keySet()));
      assertArrayEquals(
          model.call(List.of(Tensor.of(X))).get(0).multiply(10).floats(),
          model.predict(X).floats());
    }
  }

  @Test
  void aLossOfOnesOwnServesTheUsualSteps() {
    final class Own extends Model {
      final Dense dense = dense(1, 1);

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return dense.apply(x);
      }

      @Override
      protected Tensor computeLoss(StepData data, Tensor... yPred) {
        return yPred[0].subtract(data.y()).absolute().sum();
      }
    }
    try (Model model = new Own()) {
      model.compile("sgd", null);
      assertEquals(2 + 3 + 4, model.evaluate(X, Y, silent()).get("loss"));
    }
  }

  /** Adds a loss and measures in call; draws noise for a batch of any size. */
  private static final class Noisy extends Layer {
    private final SeedGenerator seeds = new SeedGenerator(1);
    private final Mean level = new Mean().name("level");

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      ctx.addLoss(x.square().mean());
      level.updateState(x.mean());
      return ctx.training() ? x.add(KerasRandom.normalLike(x, seeds)) : x;
    }
  }

  /** In Keras, too, a layer in a step of one's own gets no `training` unless the step gives it. */
  @Test
  void layersTrainOnlyWhereAStepSaysSo() {
    List<Boolean> asked = new ArrayList<>();
    Layer layer =
        new Layer() {
          @Override
          protected Tensor call(Tensor x, CallContext ctx) {
            asked.add(ctx.training());
            return x;
          }
        };
    Function<StepData, Map<String, Tensor>> step =
        data -> {
          layer.apply(data.x());
          layer.apply(data.x(), true);
          return Map.of("loss", Tensor.of(0f));
        };
    try (Stepping model = new Stepping(step)) {
      model.compile();
      model.trainOnBatch(X, Y);
      assertEquals(List.of(false, true), asked);
    }
    asked.clear();
    try (Model model = new Sequential(Input.of(2), layer, dense(1, 0))) {
      model.compile("sgd", "mse");
      asked.clear();
      model.trainOnBatch(X, Y);
      model.testOnBatch(X, Y);
      assertEquals(List.of(true, false), asked);
    }
  }

  @Test
  void layersAddLossesAndMetrics() {
    Noisy noisy = new Noisy();
    try (Model model = new Sequential(Input.of(2), noisy, dense(1, 0))) {
      model.compile("sgd", "mse");
      var logs = model.evaluate(X, Y, silent());
      assertEquals(29 / 8.0 + 6 / 4.0, logs.get("loss"), 1e-6);
      assertEquals(13 / 8.0, logs.get("level"), 1e-6);
      assertTrue(model.fit(X, Y, quiet()).history().containsKey("level"));
      assertEquals(List.of("level"), model.metrics().stream().map(Metric::name).toList());
    }
    assertThrows(IllegalStateException.class, noisy.level::result);
  }

  @Test
  void aGradientPenaltyIsDifferentiatedAgain() {
    Model critic = new Sequential(Input.of(2), dense(1, 2).useBias(false));
    Function<StepData, Map<String, Tensor>> step =
        data -> {
          var g =
              Model.valueAndGradient(
                  () -> {
                    Tensor slope = Model.valueAndGradient(critic::apply, data.x()).gradient();
                    return slope.square().sum(-1).sqrt().subtract(1).square().mean();
                  },
                  critic.trainableWeights());
          return Map.of("penalty", g.value(), "slope", g.gradients().get(0).toDense().sum());
        };
    try (Model model = new Stepping(step)) {
      model.compile();
      var logs = model.fit(X, quiet()).history();
      double norm = Math.sqrt(8);
      assertEquals((norm - 1) * (norm - 1), logs.get("penalty").get(0), 1e-5);
      assertEquals(2 * (norm - 1) / norm * 4, logs.get("slope").get(0), 1e-5);
    }
    critic.close();
  }

  @Test
  void aLoopOfOnesOwnRunsAtOnce() {
    try (TensorScope scope = TensorScope.open();
        Model net = new Sequential(Input.of(2), dense(1, 0.5));
        SGD sgd = new SGD(0.01)) {
      Tensor x = Tensor.of(X);
      Tensor y = Tensor.of(Y);
      double before = 0;
      for (int i = 0; i < 20; i++) {
        var g =
            Model.valueAndGradient(
                () -> net.apply(x, true).subtract(y).square().mean(), net.trainableWeights());
        sgd.apply(g.gradients(), net.trainableWeights());
        assertTrue(i == 0 || g.value().item() < before);
        before = g.value().item();
      }
      assertEquals(20, sgd.iterations());
    }
  }

  // ---- what goes wrong -----------------------------------------------------------------------

  private static String failure(Function<StepData, Map<String, Tensor>> step) {
    try (Model model = new Stepping(step)) {
      model.compile();
      return assertThrows(RuntimeException.class, () -> model.fit(X, quiet())).getMessage();
    }
  }

  @Test
  void aStepThatReturnsNothingIsTold() {
    assertTrue(failure(data -> null).endsWith("such as Map.of(\"loss\", loss). Received: null"));
    assertTrue(
        failure(data -> Map.of("loss", data.x()))
            .endsWith(
                "trainStep: the log `loss` must be a single number, a tensor of shape ()."
                    + " Received: shape (4, 2). Take its mean()"));
  }

  @Test
  void anOptimizerThatIsNotBuiltIsTold() {
    String message =
        failure(
            data -> {
              try (Optimizer<?> sgd = new SGD(0.1)) {
                sgd.apply(List.of());
              }
              return Map.of();
            });
    assertEquals("SGD: call build(weights) first, or apply(gradients, weights)", message);
  }

  @Test
  void weightsThatAreNotMadeYetAreTold() {
    Model net = new Sequential(dense(1, 1));
    String message =
        failure(
            data -> {
              Model.valueAndGradient(() -> net.apply(data.x()).sum(), net.trainableWeights());
              return Map.of();
            });
    assertTrue(message.contains("give it an Input, or call it before"), message);
  }

  @Test
  void dataThatDoNotFitCallAreTold() {
    final class Own extends Model {
      final Dense dense = dense(1, 1);

      @Override
      protected Tensor call(Tensor x, CallContext ctx) {
        return dense.apply(x);
      }

      @Override
      protected Map<String, Tensor> trainStep(StepData data) {
        return Map.of("mean", apply(data.x(1)).mean());
      }
    }
    try (Model model = new Own()) {
      model.compile();
      var e = assertThrows(IllegalArgumentException.class, () -> model.fit(List.of(Y, X), quiet()));
      assertTrue(e.getMessage().contains("expects 1 input. Received: 2. If its"), e.getMessage());
      assertTrue(e.getMessage().contains("model.buildFor(List.of(Shape.of("), e.getMessage());
      model.buildFor(List.of(Shape.of(-1, 2)));
      assertEquals(List.of(3.25), model.fit(List.of(Y, X), quiet()).history().get("mean"));
    }
  }

  @Test
  void lossesAreKnownInStepsOnly() {
    final class Own extends Model {
      List<Tensor> outside() {
        return losses();
      }
    }
    try (Own model = new Own()) {
      model.compile();
      var e = assertThrows(IllegalStateException.class, model::outside);
      assertTrue(e.getMessage().contains("trainStep"), e.getMessage());
      assertFalse(model.isBuilt());
    }
  }
}

package rhyton.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.config.Tickets;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.InverseTimeDecay;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

class OptimizerTest {
  private final TensorScope scope = TensorScope.open();
  private final Weight weight =
      new Weight("dense/kernel", Tensor.of(new float[] {1, -2}), true, null, null);
  private final Weight other = new Weight("dense/bias", Tensor.of(new float[] {5}));

  @BeforeEach
  void countNamesAnew() {
    Tickets.clearSession();
  }

  @AfterEach
  void close() {
    weight.close();
    other.close();
    scope.close();
  }

  private static Gradient gradient(float... values) {
    return Gradient.dense(Tensor.of(values));
  }

  private float[] after(Optimizer<?> optimizer, float... gradient) {
    try (optimizer) {
      optimizer.apply(List.of(gradient(gradient)), List.of(weight));
      return weight.variable().floats();
    }
  }

  /** Steps in the direction of the gradient's sign, with a slot that counts them. */
  private static final class SignDescent extends Optimizer<SignDescent> {
    static final KerasType<SignDescent> TYPE =
        KerasType.optimizer("SignDescent", SignDescent::new, OptimizerOptions.common())
            .registered("test");

    SignDescent(ArgValues args) {
      super(args);
    }

    @Override
    public KerasType<SignDescent> type() {
      return TYPE;
    }

    @Override
    protected void addSlots(Slots slots) {
      slots.add(Slots.filled("count", 10));
    }

    @Override
    protected void update(Step step, Weight weight, Gradient gradient) {
      Tensor change = gradient.toDense().sign().multiply(step.learningRate(weight));
      weight.variable().assignSub(change.multiply(step.number(weight)));
      step.slot(weight, "count").variable().assignAdd(change.absolute().sign());
    }
  }

  @Test
  void anOptimizerOfOnesOwnSaysOnlyHowAWeightChanges() {
    try (SignDescent own = new SignDescent(ArgValues.NONE).learningRate(0.5).weightDecay(0.5)) {
      own.apply(List.of(gradient(3, -7)), List.of(weight));
      assertArrayEquals(new float[] {0.25f, -1}, weight.variable().floats());
      own.apply(List.of(gradient(3, 0)), List.of(weight));
      assertArrayEquals(new float[] {-0.8125f, -0.75f}, weight.variable().floats());
      assertArrayEquals(new float[] {12, 11}, own.variables().get(2).variable().floats());
      assertEquals("sign_descent/dense_kernel_count", own.variables().get(2).path());
      assertEquals(2, own.iterations());
    }
  }

  @Test
  void namesAreHandedOutInTheOrderInWhichOptimizersAreMade() {
    SGD first = new SGD().momentum(0.5);
    SGD second = new SGD();
    SGD named = new SGD().name("mine");
    assertEquals("sgd_1", second.name());
    assertEquals("sgd", first.config().get("name").asText());
    assertEquals("mine/iteration", named.variables().get(0).path());
  }

  @Test
  void aTrainingStepIsOneFunction() {
    Weight slope = new Weight("slope", Tensor.of(new float[] {0}), true, null, null);
    try (SGD sgd = new SGD(0.1).momentum(0.25);
        CompiledFunction step =
            CompiledFunction.trace(
                "train",
                List.of(),
                none -> {
                  Tensor loss = slope.read().subtract(3).square().sum();
                  sgd.apply(Gradients.ofVariables(loss, List.of(slope.variable())), List.of(slope));
                  return List.of(loss);
                })) {
      double last = Double.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        double loss = step.call(List.of()).get(0).item();
        assertTrue(loss < last);
        last = loss;
      }
      assertEquals(5, sgd.iterations());
      float before = slope.variable().floats()[0];
      sgd.setLearningRate(0);
      sgd.variables().get(2).assign(Tensor.of(new float[] {0.25f}));
      step.call(List.of());
      assertEquals(before + 0.0625f, slope.variable().floats()[0], 1e-6f);
    } finally {
      slope.close();
    }
  }

  @Test
  void theLearningRateCanBeSetUnlessItIsASchedule() {
    try (SGD sgd = new SGD(0.5)) {
      sgd.setLearningRate(0.001);
      assertEquals(0.0010000000474974513, sgd.learningRate());
      assertEquals(0.0010000000474974513, sgd.config().get("learning_rate").doubleValue());
      assertEquals(0.5, sgd.momentum(0.1).learningRate());
    }
    try (SGD sgd = new SGD(new InverseTimeDecay(1.0, 1, 1.0))) {
      assertEquals(1.0, sgd.learningRate());
      assertArrayEquals(new float[] {0, -2}, after(sgd, 1, 0));
      assertEquals(
          "SGD: the learning rate cannot be set, because the optimizer was made with a schedule."
              + " Make it with a number as learning rate instead",
          assertThrows(IllegalStateException.class, () -> sgd.setLearningRate(0.1)).getMessage());
    }
    assertArrayEquals(new float[] {-0.25f, -2}, after(new SGD(step -> Tensor.of(0.25f)), 1, 0));
  }

  @Test
  void weightsWithoutGradientStay() {
    try (SGD sgd = new SGD(1).weightDecay(0.1)) {
      sgd.apply(Arrays.asList(gradient(1, 1), null), List.of(weight, other));
      assertArrayEquals(new float[] {5}, other.variable().floats());
      assertEquals(
          "No gradients provided for any variable: [dense/kernel, dense/bias]",
          assertThrows(IllegalArgumentException.class, () -> sgd.apply(Arrays.asList(null, null)))
              .getMessage());
      sgd.apply(List.of(), List.of());
      assertEquals(1, sgd.iterations());
    }
  }

  @Test
  void onlyWeightsThatItWasBuiltForAreChanged() {
    try (SGD sgd = new SGD()) {
      assertThrows(IllegalStateException.class, () -> sgd.apply(List.of(gradient(1, 1))));
      sgd.build(List.of(weight));
      assertTrue(sgd.isBuilt());
      assertEquals(
          "SGD: the optimizer was not built for this weight. Make a new optimizer for other"
              + " weights. Received: <Variable path=dense/bias, shape=(1,), dtype=float32>",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> sgd.apply(List.of(gradient(1)), List.of(other)))
              .getMessage());
      assertThrows(IllegalArgumentException.class, () -> sgd.apply(List.of(), List.of(weight)));
      assertThrows(IllegalStateException.class, () -> sgd.excludeFromWeightDecay(List.of(weight)));
    }
  }

  @Test
  void weightsCanBeExemptFromDecay() {
    try (SGD byPath = new SGD(1).weightDecay(0.5);
        SGD byObject = new SGD(1).weightDecay(0.5)) {
      byPath.excludeFromWeightDecay(List.of(), "bia.$");
      byPath.apply(List.of(gradient(0, 0), gradient(0)), List.of(weight, other));
      assertArrayEquals(new float[] {0.5f, -1}, weight.variable().floats());
      assertArrayEquals(new float[] {5}, other.variable().floats());
      byObject.excludeFromWeightDecay(List.of(), "bias");
      byObject.excludeFromWeightDecay(List.of(weight));
      byObject.apply(List.of(gradient(0, 0), gradient(0)), List.of(weight, other));
      assertArrayEquals(new float[] {0.5f, -1}, weight.variable().floats());
      assertArrayEquals(new float[] {2.5f}, other.variable().floats());
    }
  }

  @Test
  void theLossIsScaledAndTheGradientScaledBack() {
    SGD sgd = new SGD(1).lossScaleFactor(4);
    assertEquals(12, sgd.scaleLoss(Tensor.of(3f)).item());
    assertArrayEquals(new float[] {0, -2}, after(sgd, 4, 0));
  }

  @Test
  void closingFreesAllVariables() {
    SGD sgd = new SGD(1).momentum(0.5);
    sgd.apply(List.of(gradient(1, 1)), List.of(weight));
    List<Weight> variables = sgd.variables();
    sgd.close();
    sgd.close();
    assertEquals(3, variables.size());
    assertTrue(variables.stream().allMatch(Weight::isClosed));
    assertFalse(weight.isClosed());
  }
}

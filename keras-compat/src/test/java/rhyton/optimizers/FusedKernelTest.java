package rhyton.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradient;

/** TensorFlow's fused kernels against the formulas op by op, which gradients of rows take. */
class FusedKernelTest {
  private static final int ROWS = 4;

  @TestFactory
  Stream<DynamicTest> kernelsTakeTheStepsOfTheFormulas() {
    return Stream.of(
            new SGD(0.1).momentum(0.9).nesterov(true),
            new RMSprop(0.01),
            new RMSprop(0.01).rho(0.99).momentum(0.5),
            new RMSprop(0.01).centered(true),
            new RMSprop(0.01).centered(true).momentum(0.5),
            new Adam(0.1),
            new Adam(0.1).beta2(0.9999),
            new AdamW(0.1).amsgrad(true),
            new Adadelta(1),
            new Adamax(0.1),
            new Ftrl(0.1).learningRatePower(-0.3).l1RegularizationStrength(0.1).beta(0.5),
            new Ftrl(0.1).l2RegularizationStrength(0.1).l2ShrinkageRegularizationStrength(0.1),
            new Adagrad(0.1))
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> compare(one, copy(one))));
  }

  private static Optimizer<?> copy(Optimizer<?> optimizer) {
    return (Optimizer<?>) optimizer.type().create(optimizer.args());
  }

  private static Weight weight() {
    return new Weight("w", Tensor.of(new float[] {1, -2, 3, 0}).reshape(ROWS, 1));
  }

  private static void compare(Optimizer<?> fused, Optimizer<?> composed) {
    Random random = new Random(7);
    try (TensorScope scope = TensorScope.open();
        Weight first = weight();
        Weight second = weight();
        CompiledFunction both = step(fused, first, composed, second)) {
      for (int i = 0; i < 400; i++) {
        float[] gradient = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
          gradient[row] = (float) (random.nextGaussian() + 0.5 * row);
        }
        both.call(List.of(Tensor.of(gradient).reshape(ROWS, 1)));
        assertArrayEquals(
            second.variable().floats(), first.variable().floats(), 2e-5f, "step " + i);
      }
    } finally {
      fused.close();
      composed.close();
    }
  }

  private static CompiledFunction step(
      Optimizer<?> fused, Weight first, Optimizer<?> composed, Weight second) {
    return CompiledFunction.trace(
        "step",
        List.of(new TensorSpec(DType.FLOAT32, Shape.of(ROWS, 1))),
        x -> {
          Tensor all = Tensor.of(new int[] {0, 1, 2, 3});
          fused.apply(List.of(Gradient.dense(x.get(0))), List.of(first));
          composed.apply(List.of(Gradient.sparse(x.get(0), all, second.read())), List.of(second));
          return List.of();
        });
  }

  @Test
  void whatAKernelKeepsBesideTheStateIsClearedWithTheState() {
    try (TensorScope scope = TensorScope.open();
        Weight weight = new Weight("w", Tensor.of(new float[] {1, 1}));
        RMSprop optimizer = new RMSprop(0.1)) {
      List<Gradient> broken = List.of(Gradient.dense(Tensor.of(new float[] {Float.NaN, 1})));
      optimizer.apply(broken, List.of(weight));
      assertTrue(Float.isNaN(weight.variable().floats()[0]));
      weight.assign(Tensor.of(new float[] {1, 1}));
      optimizer.variables().get(2).assign(Tensor.of(new float[] {0, 0}));
      optimizer.apply(List.of(Gradient.dense(Tensor.of(new float[] {1, 1}))), List.of(weight));
      float[] values = weight.variable().floats();
      assertEquals(values[1], values[0]);
      assertEquals(1 - 0.1 / Math.sqrt(0.1), values[0], 1e-5);
      assertEquals(3, optimizer.variables().size());
    }
  }
}

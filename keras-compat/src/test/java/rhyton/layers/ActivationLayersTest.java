package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.flags;
import static rhyton.testing.LayerAssert.floats;
import static rhyton.testing.LayerAssert.ints;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhyton.config.KerasConfig;
import rhyton.graph.CallContext;

class ActivationLayersTest {
  @AfterEach
  void resetDataFormat() {
    KerasConfig.setImageDataFormat("channels_last");
  }

  @Test
  void activationTakesNamesAndFunctions() {
    assertThatLayer(new Activation("relu")).on(floats("[-1, 2]")).gives(floats("[0, 2]")).within(0);
    assertThatLayer(new Activation(x -> x.multiply(3)))
        .on(floats("[-1, 2]"))
        .gives(floats("[-3, 6]"))
        .within(0);
  }

  @Test
  void unitsThatAreLinearInPieces() {
    assertThatLayer(new ReLU().maxValue(2).negativeSlope(0.5).threshold(1))
        .on(floats("[-1, 0.5, 1.5, 3]"))
        .gives(floats("[-1, -0.25, 1.5, 2]"))
        .within(1e-6);
    assertThatLayer(new LeakyReLU()).on(floats("[-1, 2]")).gives(floats("[-0.3, 2]")).within(1e-6);
    assertThatLayer(new ELU(0.5))
        .on(floats("[-1, 2]"))
        .gives(floats("[-0.31606028, 2]"))
        .within(1e-6);
    assertEquals(
        "ReLU: argument `max_value` must be a number that is not negative. Received:"
            + " max_value=-1.0",
        assertThrows(IllegalArgumentException.class, () -> new ReLU().maxValue(-1)).getMessage());
  }

  @Test
  void softmaxLeavesOutWhatIsMasked() {
    assertThatLayer(new Softmax())
        .withMask(flags("[[1, 0, 1], [0, 0, 0]]"))
        .on(floats("[[0, 9, 0], [1, 2, 3]]"))
        .gives(floats("[[0.5, 0, 0.5], [0, 0, 0]]"))
        .masked(flags("[[1, 0, 1], [0, 0, 0]]"))
        .within(1e-6);
    assertThatLayer(new Softmax().axis(0, 1))
        .on(floats("[[0, 0], [0, 0]]"))
        .gives(floats("[[0.25, 0.25], [0.25, 0.25]]"))
        .within(1e-6);
    assertThatLayer(new Softmax())
        .withMask(flags("[1, 0]"))
        .on(floats("[[0, 9, 0]]"))
        .refuses(
            "Softmax: the `mask` must be broadcastable to the inputs. Received:"
                + " inputs.shape=(1, 3), mask.shape=(2,)");
  }

  @Test
  void softmaxRemembersItsLogitsAlongOneAxis() {
    assertNotNull(new Softmax().apply(floats("[[1, 2]]")).logits());
    assertNull(new Softmax().axis(0, 1).apply(floats("[[1, 2]]")).logits());
  }

  @Test
  void maskingSkipsStepsThatHaveTheValue() {
    assertThatLayer(new Masking(-1))
        .on(floats("[[[-1, -1], [-1, 2]]]"))
        .gives(floats("[[[0, 0], [-1, 2]]]"))
        .masked(flags("[[0, 1]]"))
        .within(0);
    assertThatLayer(new Masking(1, 2))
        .on(floats("[[[1, 2], [2, 1]]]"))
        .gives(floats("[[[0, 0], [2, 1]]]"))
        .masked(flags("[[0, 1]]"))
        .within(0);
  }

  @Test
  void rescalingMakesFloatsOfIntegers() {
    assertThatLayer(new Rescaling(0.5).offset(-1))
        .on(ints("[0, 4]"))
        .gives(floats("[-1, 1]"))
        .within(1e-6);
    assertThatLayer(new Rescaling(1, 10)).on(ints("[[3, 4]]")).gives(floats("[[3, 40]]")).within(0);
    KerasConfig.setImageDataFormat("channels_first");
    assertThatLayer(new Rescaling(1, 10))
        .on(ints("[[[[3]], [[4]]]]"))
        .gives(floats("[[[[3]], [[40]]]]"))
        .within(0);
  }

  @Test
  void activityRegularizationOnlyAddsToTheLoss() {
    var layer = new ActivityRegularization().l1(0.1).l2(0.01);
    CallContext context = CallContext.outermost(false);
    context.during(() -> layer.apply(floats("[[1, -2], [3, 0]]")));
    assertEquals((0.1 * 6 + 0.01 * 14) / 2, context.losses().get(0).item(), 1e-6);
    assertEquals(
        "ActivityRegularization: argument `activity_regularizer` must be null: use `l1` and `l2`",
        assertThrows(IllegalArgumentException.class, () -> layer.activityRegularizer(x -> x))
            .getMessage()
            .split("\\. Received")[0]);
  }
}

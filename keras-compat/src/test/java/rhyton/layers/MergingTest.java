package rhyton.layers;

import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.flags;
import static rhyton.testing.LayerAssert.floats;

import org.junit.jupiter.api.Test;
import rhyton.tensor.Tensor;

class MergingTest {
  private final Tensor a = floats("[[1, 2], [3, 4]]");
  private final Tensor b = floats("[[5, 1], [0, 6]]");

  private static Tensor masked(Tensor x, String mask) {
    x.setMask(flags(mask));
    return x;
  }

  @Test
  void mergeElementByElement() {
    assertThatLayer(new Add()).on(a, b, a).gives(floats("[[7, 5], [6, 14]]")).within(0);
    assertThatLayer(new Subtract()).on(a, b).gives(floats("[[-4, 1], [3, -2]]")).within(0);
    assertThatLayer(new Multiply()).on(a, b).gives(floats("[[5, 2], [0, 24]]")).within(0);
    assertThatLayer(new Average()).on(a, b).gives(floats("[[3, 1.5], [1.5, 5]]")).within(0);
    assertThatLayer(new Maximum()).on(a, b).gives(floats("[[5, 2], [3, 6]]")).within(0);
    assertThatLayer(new Minimum()).on(a, b).gives(floats("[[1, 1], [0, 4]]")).within(0);
  }

  @Test
  void inputsOfFewerDimensionsGetAxesBehindTheBatch() {
    assertThatLayer(new Add())
        .on(floats("[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]"), floats("[[10, 20], [30, 40]]"))
        .gives(floats("[[[11, 22], [13, 24]], [[35, 46], [37, 48]]]"))
        .within(0);
  }

  @Test
  void aStepCountsIfItCountsInAnyInput() {
    Tensor x = masked(floats("[[[1], [2], [3]]]"), "[[1, 0, 0]]");
    Tensor y = masked(floats("[[[4], [5], [6]]]"), "[[1, 1, 0]]");
    assertThatLayer(new Add())
        .on(x, y)
        .gives(floats("[[[5], [7], [9]]]"))
        .masked(flags("[[1, 1, 0]]"))
        .within(0);
    assertThatLayer(new Add())
        .on(x, floats("[[[1], [1], [1]]]"))
        .gives(floats("[[[2], [3], [4]]]"))
        .within(0);
  }

  @Test
  void maskedStepsDoNotTakePart() {
    Tensor x = masked(floats("[[[1], [9], [3]]]"), "[[1, 0, 0]]");
    Tensor y = masked(floats("[[[4], [5], [6]]]"), "[[1, 1, 0]]");
    assertThatLayer(new Maximum())
        .on(x, y)
        .gives(floats("[[[4], [5], [3]]]"))
        .masked(flags("[[1, 1, 0]]"))
        .within(0);
    assertThatLayer(new Multiply())
        .on(x, y)
        .gives(floats("[[[4], [5], [0]]]"))
        .masked(flags("[[1, 1, 0]]"))
        .within(0);
  }

  @Test
  void concatenatesAlongAnAxisAndSoTheMasks() {
    assertThatLayer(new Concatenate())
        .on(a, floats("[[7], [8]]"))
        .gives(floats("[[1, 2, 7], [3, 4, 8]]"))
        .within(0);
    Tensor x = masked(floats("[[[1], [2]]]"), "[[1, 0]]");
    assertThatLayer(new Concatenate().axis(1))
        .on(x, floats("[[[3]]]"))
        .gives(floats("[[[1], [2], [3]]]"))
        .masked(flags("[[1, 0, 1]]"))
        .within(0);
  }

  @Test
  void refuseWhatDoesNotFit() {
    assertThatLayer(new Add())
        .on(a)
        .refuses(
            "A merge layer should be called on a list of inputs. Received: inputs="
                + "Tensor(shape=(2, 2), dtype=float32, values=[1.0, 2.0, 3.0, 4.0])");
    assertThatLayer(new Add())
        .on(a, floats("[[1, 2, 3], [4, 5, 6]]"))
        .refuses("Inputs have incompatible shapes. Received shapes (2,) and (3,)");
    assertThatLayer(new Multiply())
        .on(a, floats("[[1, 2]]"))
        .refuses(
            "Cannot merge tensors with different batch sizes. Received tensors with shapes"
                + " [(2, 2), (1, 2)]");
    assertThatLayer(new Concatenate())
        .on(a, floats("[[1, 2]]"))
        .refuses(
            "A `Concatenate` layer requires inputs with matching shapes except for the"
                + " concatenation axis. Received: input_shape=[(2, 2), (1, 2)]");
    assertThatLayer(new Subtract())
        .on(floats("[1]"), floats("[2]"), floats("[3]"))
        .refuses("A `Subtract` layer should be called on exactly 2 inputs. Received: 3 inputs");
  }
}

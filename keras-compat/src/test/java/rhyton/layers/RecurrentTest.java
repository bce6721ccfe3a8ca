package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.flags;
import static rhyton.testing.LayerAssert.floats;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.testing.LayerAssert;

class RecurrentTest {
  /** The example in the documentation of {@link RNNCell}. */
  static final class MinimalCell extends Layer implements RNNCell {
    private final int units;
    private Weight kernel;
    private Weight recurrentKernel;

    MinimalCell(int units) {
      this.units = units;
    }

    @Override
    public List<Shape> stateShapes() {
      return List.of(Shape.of(units));
    }

    @Override
    protected void build(Shape input) {
      kernel = addWeight("kernel", Shape.of(input.get(-1), units), "uniform");
      recurrentKernel = addWeight("recurrent_kernel", Shape.of(units, units), "uniform");
    }

    @Override
    public CellOutput step(Tensor x, List<Tensor> states, CallContext ctx) {
      Tensor remembered = states.get(0).matmul(ctx.read(recurrentKernel));
      Tensor y = x.matmul(ctx.read(kernel)).add(remembered);
      return CellOutput.of(y, y);
    }
  }

  @Test
  void aCellOfOnesOwnGoesThroughTime() {
    assertThatLayer(new RNN(new MinimalCell(1)))
        .withWeights(floats("[[2]]"), floats("[[0.5]]"))
        .on(floats("[[[1], [2], [3]]]"))
        .gives(floats("[[8.5]]")) // 6 + (4 + 2 / 2) / 2
        .within(1e-6);
    assertThatLayer(new RNN(new MinimalCell(1), new MinimalCell(1)).returnSequences(true))
        .withWeights(floats("[[2]]"), floats("[[0]]"), floats("[[10]]"), floats("[[1]]"))
        .on(floats("[[[1], [2]]]"))
        .gives(floats("[[[20], [60]]]"))
        .within(1e-6);
  }

  private static SimpleRNN sum() {
    return new SimpleRNN(1).activation("linear").returnSequences(true);
  }

  private static LayerAssert.Expectation on(SimpleRNN layer, Tensor mask, String expected) {
    return assertThatLayer(layer)
        .withWeights(floats("[[1]]"), floats("[[1]]"), floats("[0]"))
        .withMask(mask)
        .on(floats("[[[1], [2], [4], [8]]]"))
        .gives(floats(expected));
  }

  @Test
  void maskedStepsKeepTheStateAndRepeatTheOutput() {
    Tensor mask = flags("[[0, 1, 0, 1]]");
    on(sum(), mask, "[[[0], [2], [2], [10]]]").masked(mask).within(0);
    on(sum().zeroOutputForMask(true), mask, "[[[0], [2], [0], [10]]]").masked(mask).within(0);
    on(sum().goBackwards(true), mask, "[[[8], [8], [10], [10]]]").masked(mask).within(0);
    on(sum().returnSequences(false), mask, "[[10]]").within(0);
    on(sum().zeroOutputForMask(true).returnSequences(false), flags("[[1, 1, 0, 0]]"), "[[0]]")
        .within(0);
  }

  @Test
  void aStatefulLayerGoesOnWhereItEnded() {
    SimpleRNN layer = sum().stateful(true);
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = floats("[[[1], [2]]]");
      layer.buildFor(List.of(x.shape()));
      layer.setWeights(List.of(floats("[[1]]"), floats("[[1]]"), floats("[0]")));
      assertArrayEquals(new float[] {1, 3}, layer.apply(x).floats());
      assertArrayEquals(new float[] {4, 6}, layer.apply(x).floats());
      layer.resetStates();
      assertArrayEquals(new float[] {1, 3}, layer.apply(x).floats());
      assertEquals(3, layer.weights().size(), "the state is no weight");
      var wrong =
          assertThrows(IllegalArgumentException.class, () -> layer.apply(floats("[[[1]], [[1]]]")));
      assertEquals(
          "Layer `"
              + layer.name()
              + "` is stateful: all batches must have the same size. Expected: 1. Received: 2",
          wrong.getMessage());
    } finally {
      layer.close();
    }
    assertThrows(IllegalStateException.class, () -> new GRU(2).resetStates());
  }

  @Test
  void theStateGoesInAndOut() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Input.of(3, 2);
      LSTM encoder = new LSTM(4).returnState(true);
      List<Tensor> encoded = encoder.applyAll(x);
      assertEquals(3, encoded.size());
      Tensor y = new LSTM(4).returnSequences(true).apply(x, encoded.subList(1, 3));
      try (Model model = Model.of(x, y)) {
        Tensor values = floats("[[[1, 2], [3, 4], [5, 6]]]");
        assertEquals(Shape.of(1, 3, 4), model.call(List.of(values)).get(0).shape());
      }
      var wrong =
          assertThrows(
              IllegalArgumentException.class, () -> encoder.apply(x, List.of(encoded.get(1))));
      assertEquals(
          "Layer `" + encoder.name() + "`: `initial_state` must have 2 tensors. Received: 1",
          wrong.getMessage());
    }
  }

  @Test
  void bothDirectionsAreCopiesWithNamesOfTheirOwn() {
    var layer =
        new Bidirectional(new LSTM(3).returnSequences(true).name("read")).mergeMode((String) null);
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = floats("[[[1, 2], [3, 4]]]");
      x.setMask(flags("[[1, 0]]"));
      List<Tensor> both = layer.applyAll(x);
      assertEquals(2, both.size());
      assertEquals(x.mask(), both.get(1).mask());
      List<String> paths = layer.weights().stream().map(Weight::path).toList();
      assertEquals(layer.name() + "/forward_read/lstm_cell/kernel", paths.get(0));
      assertEquals(layer.name() + "/backward_read/lstm_cell/bias", paths.get(5));
      float[] kernel = layer.weights().get(0).variable().floats();
      float[] other = layer.weights().get(3).variable().floats();
      assertEquals(false, java.util.Arrays.equals(kernel, other), "both draw their own weights");
    } finally {
      layer.close();
    }
    var wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Bidirectional(new GRU(2)).backwardLayer(new GRU(2)));
    assertEquals(
        "Bidirectional: both layers go in the same direction. Received: go_backwards=false",
        wrong.getMessage());
  }

  @Test
  void aLayerAroundATimeStepSeesItsMask() {
    assertThatLayer(new TimeDistributed(new Dense(1).useBias(false)))
        .withWeights(floats("[[2]]"))
        .on(floats("[[[1], [2]]]"))
        .gives(floats("[[[2], [4]]]"))
        .within(0);
    assertNull(new TimeDistributed(new Dense(1)).apply(Input.of(3, 2)).mask());
    assertEquals(Shape.of(-1, -1, 4), new TimeDistributed(new Dense(4)).apply(anyLength()).shape());
    assertEquals(
        Shape.of(-1, -1, 2), new TimeDistributed(new Softmax()).apply(anyLength()).shape());
  }

  private static Tensor anyLength() {
    return new InputLayer().batchShape(-1, -1, 2).output();
  }
}

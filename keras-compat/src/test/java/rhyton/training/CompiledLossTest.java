package rhyton.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhyton.graph.Weight;
import rhyton.losses.LossFunction;
import rhyton.losses.MeanSquaredError;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/** The numbers are Python's. */
class CompiledLossTest {
  private static final List<String> NAMES = List.of("out_a", "out_b");

  private TensorScope scope;
  private List<Tensor> yTrue;
  private List<Tensor> yPred;
  private Tensor weight;

  @BeforeEach
  void open() {
    scope = TensorScope.open();
    yTrue =
        List.of(Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}), Tensor.of(new int[] {0, 2, 1}));
    yPred =
        List.of(
            Tensor.of(new float[][] {{1, 3}, {2, 4}, {5, 8}}),
            Tensor.of(new float[][] {{0.7f, 0.2f, 0.1f}, {0.1f, 0.1f, 0.8f}, {0.3f, 0.4f, 0.3f}}));
    weight = Tensor.of(new float[] {1, 2, 0.5f});
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static CompiledLoss compiled(Object loss, Object weights) {
    return new CompiledLoss(loss, weights, () -> NAMES);
  }

  /** Checks the loss of one batch and the trackers; NaN for no tracker. */
  private void check(
      CompiledLoss loss, List<Tensor> weights, double total, double first, double second) {
    try (loss) {
      assertEquals(total, loss.call(yTrue, yPred, weights, List.of()).item(), 1e-6);
      if (Double.isNaN(first)) {
        assertEquals(Map.of(), loss.results());
        return;
      }
      assertEquals(List.of("out_a_loss", "out_b_loss"), List.copyOf(loss.results().keySet()));
      assertEquals(first, loss.results().get("out_a_loss").item(), 1e-6);
      assertEquals(second, loss.results().get("out_b_loss").item(), 1e-6);
    }
  }

  @Test
  void aListHasALossForEachOutput() {
    List<String> losses = List.of("mse", "sparse_categorical_crossentropy");
    check(compiled(losses, null), null, 1.498703122, 1, 0.498703092);
    check(compiled(losses, List.of(0.5, 2)), null, 1.497406244, 1, 0.498703092);
  }

  @Test
  void aMapHasALossForEachName() {
    Map<String, Object> losses = Map.of("out_b", "ce", "out_a", new MeanSquaredError());
    Map<String, Double> weights = Map.of("out_b", 2.0, "out_a", 0.5);
    check(compiled(losses, weights), List.of(weight), 1.257404923, 0.833333313, 0.420369148);
    check(
        compiled(losses, weights),
        Arrays.asList(weight, null),
        1.414072871,
        0.833333313,
        0.498703092);
  }

  @Test
  void oneLossIsForAllOutputs() {
    yTrue = List.of(yTrue.get(0), yTrue.get(0));
    yPred = List.of(yPred.get(0), yPred.get(0).add(1));
    check(compiled("mse", 2), null, 7.333333492, 1, 2.666666746);
    check(compiled("mse", List.of(2.0)), null, 7.333333492, 1, 2.666666746);
    LossFunction squares = (t, p) -> t.subtract(p).square().mean(-1);
    check(compiled(squares, 2), null, 7.333333492, 1, 2.666666746);
  }

  @Test
  void anOutputMayHaveNoLoss() {
    check(compiled(Arrays.asList("mse", null), null), null, 1, Double.NaN, Double.NaN);
    yTrue = yTrue.subList(1, 2);
    check(
        compiled(Arrays.asList(null, "crossentropy"), null),
        null,
        0.498703092,
        Double.NaN,
        Double.NaN);
  }

  @Test
  void trackersAreMeansOverBatchesUntilTheyAreReset() {
    try (CompiledLoss loss = compiled(List.of("mse", "ce"), List.of(100, 100))) {
      loss.call(yTrue, yPred, null, List.of());
      List<Tensor> row = yPred.stream().map(p -> p.take(new int[] {0}, 0)).toList();
      List<Tensor> target = yTrue.stream().map(p -> p.take(new int[] {0}, 0)).toList();
      loss.call(target, row, null, List.of());
      assertEquals((1 + 0.5) / 2, loss.results().get("out_a_loss").item(), 1e-6);
      assertEquals(List.of("out_a_loss", "out_b_loss"), loss.names());
      assertEquals(
          List.of("out_a_loss/total", "out_a_loss/count", "out_b_loss/total", "out_b_loss/count"),
          loss.variables().stream().map(Weight::path).toList());
      loss.resetState();
      assertEquals(0, loss.results().get("out_a_loss").item());
    }
  }

  @Test
  void extraLossesAreAdded() {
    List<Tensor> extra = List.of(Tensor.of(10f), Tensor.of(0.5f));
    try (CompiledLoss loss = compiled(Arrays.asList("mse", null), null);
        CompiledLoss none = compiled(null, null)) {
      assertEquals(11.5, loss.call(yTrue, yPred, null, extra).item());
      assertEquals(10.5, none.call(List.of(), yPred, null, extra).item());
      var error =
          assertThrows(
              IllegalStateException.class, () -> none.call(List.of(), yPred, null, List.of()));
      assertEquals(
          "No loss to compute. Provide a `loss` argument in `compile()`.", error.getMessage());
    }
  }

  @Test
  void aLossThatDoesNotReduceStaysAsItIs() {
    Object none = Arrays.asList(new MeanSquaredError().reduction("none"), null);
    try (CompiledLoss loss = compiled(none, null)) {
      assertEquals(Shape.of(3), loss.call(yTrue, yPred, null, List.of()).shape());
      assertThrows(
          IllegalArgumentException.class,
          () -> loss.call(yTrue, yPred, null, List.of(Tensor.of(1f))));
    }
  }

  @Test
  void worksInsideOfAFunction() {
    List<TensorSpec> specs =
        List.of(
            new TensorSpec(DType.FLOAT32, Shape.of(-1, 2)),
            new TensorSpec(DType.INT32, Shape.of(-1)),
            new TensorSpec(DType.FLOAT32, Shape.of(-1, 2)),
            new TensorSpec(DType.FLOAT32, Shape.of(-1, 3)));
    try (CompiledLoss loss = compiled(List.of("mse", "ce"), null);
        CompiledFunction step =
            CompiledFunction.trace(
                "step",
                specs,
                in -> List.of(loss.call(in.subList(0, 2), in.subList(2, 4), null, List.of())))) {
      Tensor total =
          step.call(List.of(yTrue.get(0), yTrue.get(1), yPred.get(0), yPred.get(1))).get(0);
      assertEquals(1.498703122, total.item(), 1e-6);
      assertEquals(0.498703092, loss.results().get("out_b_loss").item(), 1e-6);
    }
  }

  @Test
  void whatDoesNotFitTheOutputsIsRefused() {
    List<String> two = List.of("mse", "ce");
    refused(
        "Expected keys [out_a, out_b] in loss dict, but found loss.keys()=[out_b]",
        compiled(Map.of("out_b", "ce"), null));
    refused(
        "`loss` must have an entry for each of the outputs [out_a, out_b]. Received: [mse]",
        compiled(List.of("mse"), null));
    refused(
        "`loss_weights` must match the number of losses, got 2 losses and 1 weights.",
        compiled(two, List.of(1.0)));
    refused(
        "`loss_weights` must match the number of losses, got 1 losses and 2 weights.",
        compiled("mse", List.of(1.0, 2.0)));
    refused(
        "Expected keys [out_a, out_b] in `loss_weights`. Received: {out_a=1.0}",
        compiled(two, Map.of("out_a", 1.0)));
    refused(
        "Expected `loss_weights` to be a number, or a list or a map of numbers."
            + " Received: loss_weights=[1, x]",
        compiled(two, List.of(1, "x")));
    CompiledLoss nested = compiled(List.of(List.of("mse", "mae"), "ce"), null);
    assertThrows(
        UnsupportedOperationException.class, () -> nested.call(yTrue, yPred, null, List.of()));
    List<Tensor> weights = List.of(weight, weight, weight);
    CompiledLoss loss = compiled(two, null);
    assertThrows(IllegalArgumentException.class, () -> loss.call(yTrue, yPred, weights, List.of()));
    yTrue = yTrue.subList(0, 1);
    refused(
        "Expected a target for each of the outputs [out_a, out_b]. Received: 1",
        compiled(two, null));
  }

  private void refused(String message, CompiledLoss loss) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> loss.call(yTrue, yPred, null, List.of()));
    assertEquals(message, error.getMessage());
  }

  @Test
  void weightsByNameDoNotDependOnTheirOrder() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put("out_b", 2.0);
    weights.put("out_a", 0.5);
    check(compiled(List.of("mse", "ce"), weights), null, 1.497406244, 1, 0.498703092);
  }
}

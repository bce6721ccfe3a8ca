package rhyton.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/** The numbers are Python's. */
class CrossentropyTest {
  private TensorScope scope;
  private Tensor logits;

  @BeforeEach
  void open() {
    scope = TensorScope.open();
    logits = Tensor.of(new float[][] {{60, -60, 0}, {0, -200, 1}});
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void logitsBehindASoftmaxAreUsedWithoutClipping() {
    float[] expected = {120, 201.31326f};
    Tensor numbers = Tensor.of(new int[] {1, 1});
    var sparse = new SparseCategoricalCrossentropy().reduction("none");
    assertArrayEquals(expected, sparse.apply(numbers, logits.softmax()).floats(), 1e-4f);
    assertArrayEquals(
        expected, sparse.fromLogits(true).apply(numbers, logits.softmax()).floats(), 1e-4f);
    Tensor vectors = Tensor.of(new float[][] {{0, 1, 0}, {0, 1, 0}});
    var dense = new CategoricalCrossentropy().reduction("none");
    assertArrayEquals(expected, dense.apply(vectors, logits.softmax()).floats(), 1e-4f);
  }

  @Test
  void logitsBehindASigmoidAreUsedWithoutClipping() {
    Tensor probabilities = logits.sigmoid();
    Tensor forgetful = Tensor.of(probabilities.toArray());
    Tensor targets = Tensor.of(new float[][] {{0, 1, 1}, {1, 1, 0}});
    var loss = new BinaryCrossentropy().reduction("none");
    assertArrayEquals(
        new float[] {10.917874f, 6.0415015f}, loss.apply(targets, forgetful).floats(), 1e-4f);
    assertArrayEquals(
        new float[] {40.23105f, 67.33547f}, loss.apply(targets, probabilities).floats(), 1e-4f);
  }

  @Test
  void smallLossesOfGoodPredictionsAreExact() {
    var loss = new BinaryCrossentropy().fromLogits(true);
    Tensor sure = Tensor.of(new float[][] {{15}});
    assertEquals(3.0590232e-7, loss.apply(Tensor.of(new float[][] {{1}}), sure).item(), 1e-13);
  }

  @Test
  void logitsAreLostWhereTheLossComputesInAnotherType() {
    var loss = new SparseCategoricalCrossentropy().reduction("none").dtype("float64");
    assertArrayEquals(
        new double[] {16.11809575, 16.11809578},
        loss.apply(Tensor.of(new int[] {1, 1}), logits.softmax()).doubles(),
        1e-7);
  }

  @Test
  void aClassThatIsIgnoredLosesTheLogitsToo() {
    var loss = new SparseCategoricalCrossentropy().reduction("none").ignoreClass(0);
    assertArrayEquals(
        new float[] {16.118095f, 0},
        loss.apply(Tensor.of(new int[] {1, 0}), logits.softmax()).floats(),
        1e-5f);
  }

  @Test
  void sparseOnLogitsIsOneKernel() {
    try (Trace trace = Trace.begin()) {
      Tensor x = trace.placeholder(DType.FLOAT32, Shape.of(-1, 3), "x");
      Tensor y = trace.placeholder(DType.INT32, Shape.of(-1), "y");
      new SparseCategoricalCrossentropy().apply(y, x.softmax());
      Set<String> types = trace.nodes().stream().map(TraceNode::type).collect(Collectors.toSet());
      assertEquals(
          Set.of(
              "Placeholder",
              "Softmax",
              "Cast",
              "SparseSoftmaxCrossEntropyWithLogits",
              "Const",
              "Mean"),
          types);
    }
  }

  @Test
  void dimensionsMayBeUnknown() {
    List<TensorSpec> specs =
        List.of(
            new TensorSpec(DType.INT32, Shape.of(-1, -1)),
            new TensorSpec(DType.FLOAT32, Shape.of(-1, -1, 3)));
    var sparse = new SparseCategoricalCrossentropy().reduction("none").fromLogits(true);
    var dense =
        new CategoricalCrossentropy().reduction("none").fromLogits(true).labelSmoothing(0.3);
    try (CompiledFunction f =
        CompiledFunction.trace(
            "unknown",
            specs,
            in ->
                List.of(
                    sparse.apply(in.get(0), in.get(1)),
                    dense.apply(in.get(0).oneHot(3, DType.FLOAT32), in.get(1))))) {
      Tensor y = Tensor.of(new int[][] {{0, 2}});
      Tensor x = logits.expandDims(0);
      List<Tensor> results = f.call(List.of(y, x));
      assertArrayEquals(sparse.apply(y, x).floats(), results.get(0).floats());
      Tensor vectors = y.oneHot(3, DType.FLOAT32);
      assertArrayEquals(dense.apply(vectors, x).floats(), results.get(1).floats(), 1e-5f);
      assertEquals(Shape.of(1, 2), results.get(1).shape());
    }
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertMessage(
        "Arguments `target` and `output` must have the same shape."
            + " Received: target.shape=(2, 4), output.shape=(2, 3)",
        new BinaryCrossentropy(),
        new float[2][4]);
    assertMessage(
        "Arguments `target` and `output` must have the same rank (ndim)."
            + " Received: target.shape=(2,), output.shape=(2, 3)",
        new CategoricalCrossentropy(),
        new float[2]);
    assertMessage(
        "Argument `output` must have rank (ndim) `target.ndim + 1`."
            + " Received: target.shape=(2, 4), output.shape=(2, 3)",
        new SparseCategoricalCrossentropy(),
        new float[2][4]);
    assertMessage(
        "Arguments `target` and `output` must have the same shape up until the last dimension."
            + " Received: target.shape=(4,), output.shape=(2, 3)",
        new SparseCategoricalCrossentropy(),
        new float[4]);
    assertMessage(
        "Only axis=-1 is currently supported. Received: axis=0",
        new SparseCategoricalCrossentropy().axis(0),
        new float[2]);
  }

  private void assertMessage(String message, Loss loss, Object targets) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> loss.apply(Tensor.of(targets), logits));
    assertEquals(message, error.getMessage());
  }
}

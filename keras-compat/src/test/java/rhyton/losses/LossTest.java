package rhyton.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhyton.config.ConfigStyle;
import rhyton.config.ReadContext;
import rhyton.config.Tickets;
import rhyton.config.TypeRegistry;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

class LossTest {
  /** A loss of a user's own, without options. */
  private static final class WorstCase extends Loss {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
      return yTrue.subtract(yPred).absolute().max(-1);
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
  void aLossOfOnesOwnOnlyCompares() {
    Loss loss = new WorstCase();
    assertEquals("worst_case", loss.name());
    assertEquals("worst_case_1", new WorstCase().name());
    Loss nameless =
        new Loss() {
          @Override
          protected Tensor call(Tensor yTrue, Tensor yPred) {
            return yPred;
          }
        };
    assertEquals("loss", nameless.name());
    Tensor yTrue = Tensor.of(new int[][] {{1, 2}, {3, 4}});
    Tensor yPred = Tensor.of(new float[][] {{1, 4}, {2, 4}});
    assertEquals(1.5, loss.apply(yTrue, yPred).item());
    Tensor weights = Tensor.of(new double[] {2, 4});
    assertEquals(4, loss.apply(yTrue, yPred, weights).item());
    assertEquals(DType.FLOAT32, loss.apply(yTrue, yPred, weights).dtype());
  }

  @Test
  void theResultBelongsToTheCallersScope() {
    Tensor loss;
    try (TensorScope inner = TensorScope.open()) {
      loss = new WorstCase().apply(Tensor.of(new float[] {1}), Tensor.of(new float[] {2})).keep();
    }
    assertEquals(1, loss.item());
    loss.close();
  }

  @Test
  void aMaskWithNothingInItGivesZero() {
    Tensor yPred = Tensor.of(new float[][] {{1}, {2}});
    yPred.setMask(Tensor.of(new boolean[] {false, false}));
    assertEquals(0, new MeanSquaredError().apply(Tensor.of(new float[] {5, 5}), yPred).item());
  }

  @Test
  void aMaskMakesTheMeanOneOverWhatCounts() {
    Tensor yPred = Tensor.of(new float[][] {{1}, {2}, {3}});
    yPred.setMask(Tensor.of(new boolean[] {true, false, true}));
    Tensor yTrue = Tensor.of(new float[] {0, 0, 0});
    assertEquals(5, new MeanSquaredError().apply(yTrue, yPred).item(), 1e-6);
    assertEquals(10, new MeanSquaredError().reduction("sum").apply(yTrue, yPred).item());
  }

  @Test
  void noSamplesGiveNoNumber() {
    Tensor none = Tensor.of(new float[0][3]).reshape(0, 3);
    assertEquals(Shape.of(0), new MeanSquaredError().apply(none, none).shape());
  }

  @Test
  void tensorsAreBroughtToOneRank() {
    Tensor vector = Tensor.of(new float[] {1, 2});
    Tensor column = Tensor.of(new float[][] {{3}, {4}});
    assertEquals(Shape.of(2, 1), SameRank.of(vector, column).first().shape());
    assertEquals(Shape.of(2, 1), SameRank.of(column, vector).second().shape());
    Tensor matrix = Tensor.of(new float[][] {{1, 2, 3}});
    Tensor deep = matrix.expandDims(-1);
    assertEquals(matrix.shape(), SameRank.of(deep, matrix).first().shape());
    assertEquals(matrix.shape(), SameRank.of(matrix, deep).second().shape());
    assertSame(vector, SameRank.of(vector, matrix).first());
  }

  @Test
  void optionsAreSetOnCopies() {
    MeanSquaredError loss = new MeanSquaredError();
    MeanSquaredError sum = loss.reduction(Reduction.SUM).name("mine").dtype("float64");
    assertEquals(Reduction.SUM_OVER_BATCH_SIZE, loss.reduction());
    assertEquals("mean_squared_error", loss.name());
    assertEquals(
        "{\"name\":\"mine\",\"reduction\":\"sum\",\"dtype\":\"float64\"}", sum.config().toString());
    Tensor x = Tensor.of(new float[][] {{1}});
    assertEquals(DType.FLOAT64, sum.apply(x, x).dtype());
    assertNull(loss.reduction((String) null).reduction());
  }

  @Test
  void aWrongReductionIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new MeanSquaredError().reduction("average"));
    assertEquals(
        "MeanSquaredError: argument `reduction` must be one of \"sum_over_batch_size\", \"sum\","
            + " \"mean\", \"mean_with_sample_weight\", \"none\" or null. Received:"
            + " reduction=\"average\"",
        error.getMessage().substring(0, error.getMessage().indexOf("\"average\"") + 9));
  }

  @Test
  void lossesAreFoundByTheNamesOfKeras() {
    for (String name : new String[] {"mse", "MSE", "mean_squared_error"}) {
      assertEquals(MeanSquaredError.class, Losses.get(name).getClass());
      assertEquals(name, Losses.get(name).name());
    }
    assertEquals("mean_squared_error", Losses.get("MeanSquaredError").name());
    assertNull(Losses.get(null));
    Loss given = new WorstCase();
    assertSame(given, Losses.get(given));
    LossFunction function = (yTrue, yPred) -> yTrue.multiply(yPred);
    Tensor x = Tensor.of(new float[] {1, 3});
    assertEquals(5, Losses.get(function).apply(x, x).item());
    assertArrayEquals(
        new float[] {1, 9},
        ((LossFunctionWrapper) Losses.get(function)).reduction("none").apply(x, x).floats());
  }

  @Test
  void keepsTheNameOfAFunctionInFiles() {
    Loss loss = new LossFunctionWrapper(LossFunction.of("huber")).reduction("sum");
    JsonNode json = Losses.CODEC.toJson(loss, ConfigStyle.FULL);
    assertEquals("function", json.at("/config/fn/class_name").textValue());
    assertEquals("huber", json.at("/config/fn/config").textValue());
    Loss again = Losses.CODEC.fromJson(json, ReadContext.of(TypeRegistry.EMPTY));
    Tensor yTrue = Tensor.of(new float[][] {{1}, {2}});
    Tensor yPred = Tensor.of(new float[][] {{4}, {2.5f}});
    assertEquals(2.625, again.apply(yTrue, yPred).item());
    Loss own = new LossFunctionWrapper((t, p) -> t);
    assertThrows(
        UnsupportedOperationException.class, () -> Losses.CODEC.toJson(own, ConfigStyle.FULL));
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> Losses.get("mes"));
    assertEquals("Unknown loss `mes`. Did you mean `MSE`?", error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Losses.get(3));
  }
}

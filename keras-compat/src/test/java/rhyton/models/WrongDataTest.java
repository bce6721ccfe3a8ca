package rhyton.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import rhyton.layers.Add;
import rhyton.layers.Dense;
import rhyton.layers.Embedding;
import rhyton.layers.InputLayer;
import rhyton.tensor.Tensor;
import rhyton.tensor.runtime.TensorFlowException;
import rhyton.training.Fit;

/** What models say to data that they cannot take. */
class WrongDataTest {
  private static final Fit SILENT = new Fit().verbose(0);

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static void natively(String message, Executable call) {
    assertEquals(message, assertThrows(TensorFlowException.class, call).getMessage());
  }

  private static Model classifier() {
    InputLayer input = new InputLayer().batchShape(-1, 4).name("pixels");
    Model model =
        new Sequential(null, List.of(input, new Dense(3).activation("softmax")), "clothes");
    model.compile("sgd", "sparse_categorical_crossentropy");
    return model;
  }

  @Test
  void anotherShapeIsToldWithTheNamesThatTheUserKnows() {
    try (Model model = classifier()) {
      String message =
          "Input 0 with name `pixels` of model `clothes` is incompatible with the model:"
              + " expected shape=(None, 4), found shape=";
      refuses(message + "(2, 5)", () -> model.predict(new float[2][5]));
      refuses(message + "(2, 5)", () -> model.fit(new float[2][5], new int[2], SILENT));
      refuses(message + "(2, 4, 4)", () -> model.evaluate(new float[2][4][4], new int[2]));
      refuses(message + "(2, 5)", () -> model.apply(Tensor.of(new float[2][5])));
    }
  }

  @Test
  void aModelThatWasBuiltByDataKeepsItsShape() {
    try (Model model = new Sequential(null, List.of(new Dense(3)), "late")) {
      model.predict(new float[2][4]).close();
      String found = "expected shape=(None, 4), found shape=(2, 5)";
      String message =
          assertThrows(IllegalArgumentException.class, () -> model.predict(new float[2][5]))
              .getMessage();
      assertEquals(found, message.substring(message.length() - found.length()));
    }
  }

  @Test
  void inputsAreCountedAndNumbered() {
    Tensor a = new InputLayer().batchShape(-1, 4).name("a").output();
    Tensor b = new InputLayer().batchShape(-1, 4).name("b").output();
    try (Model model = Model.of(List.of(a, b), new Add().apply(a, b), "sum")) {
      refuses(
          "Model `sum` expects 2 inputs: [a, b]. Received: 1",
          () -> model.predict(List.of(Tensor.of(new float[2][4]))));
      refuses(
          "Input 1 with name `b` of model `sum` is incompatible with the model:"
              + " expected shape=(None, 4), found shape=(2, 3)",
          () -> model.predict(List.of(Tensor.of(new float[2][4]), Tensor.of(new float[2][3]))));
    }
  }

  @Test
  void differentNumbersOfSamplesListOnlyWhatWasGiven() {
    try (Model model = classifier()) {
      refuses(
          "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."
              + " Received: x of [2], y of [3]",
          () -> model.fit(new float[2][4], new int[3], SILENT));
    }
  }

  @Test
  void numbersOutOfRangeAreToldInTensorFlowsWordsAlone() {
    try (Model model = classifier()) {
      natively(
          "Received a label value of 7 which is outside the valid range of [0, 3)."
              + "  Label values: 0 7",
          () -> model.fit(new float[2][4], new int[] {0, 7}, SILENT.shuffle(false)));
    }
    try (Model model = new Sequential(Input.of(2), new Embedding(5, 2))) {
      natively("indices[0,1] = 9 is not in [0, 5)", () -> model.predict(new int[][] {{1, 9}}));
    }
  }
}

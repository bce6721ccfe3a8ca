package rhyton.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.layers.Add;
import rhyton.layers.Dense;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

class FunctionalTest {
  private final Tensor input = Input.of(3);
  private final Tensor other = Input.of(3);
  private final Dense dense = new Dense(3);

  @AfterEach
  void close() {
    dense.close();
  }

  private static String refused(Object inputs, Object outputs) {
    return assertThrows(IllegalArgumentException.class, () -> Model.of(inputs, outputs))
        .getMessage();
  }

  @Test
  void whatDoesNotFollowFromTheInputsIsRefused() {
    Tensor elsewhere = dense.apply(other);
    String message = refused(input, elsewhere);
    assertTrue(message.startsWith("Graph disconnected: `" + dense.name()), message);
    refused(input, new Add().apply(elsewhere, input));
    message = refused(input, other);
    assertTrue(message.startsWith("Graph disconnected: the output "), message);
  }

  @Test
  void textThatIsNoModelIsRefusedWithItsPlace() {
    var error = assertThrows(IllegalArgumentException.class, () -> Model.fromJson("[]"));
    assertEquals("the config: must be a serialized layer. Received: []", error.getMessage());
  }

  @Test
  void savingNamesTheFolderThatIsNotThere(@TempDir Path folder) {
    Path missing = folder.resolve("missing");
    try (Model model = Model.of(input, dense.apply(input))) {
      var error =
          assertThrows(
              UncheckedIOException.class, () -> model.save(missing.resolve("model.keras")));
      assertEquals(missing + ": there is no such folder", error.getCause().getMessage());
    }
  }

  @Test
  void aModelHasInputsAndOutputs() {
    refused(List.of(), dense.apply(input));
    refused(input, List.of());
  }

  @Test
  void aModelMayBeginInTheMiddleAndLeaveInputsUnused() {
    Tensor middle = dense.apply(input);
    try (Model part = Model.of(List.of(middle, other), new Add().apply(middle, middle));
        Tensor y = part.predict(List.of(new float[2][3], new float[2][3]))) {
      assertEquals(Shape.of(2, 3), y.shape());
    }
  }
}

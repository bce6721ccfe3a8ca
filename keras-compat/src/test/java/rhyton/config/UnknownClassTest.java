package rhyton.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnknownClassTest {
  private static final List<String> KNOWN =
      List.of("Dense", "dense", "Conv1D", "Conv2D", "Dropout");

  /** Classes that no file names. */
  private static final Set<String> BASES =
      Set.of("Constraint", "Initializer", "InputSpec", "Layer", "Loss", "Metric");

  private static String layer(String name) {
    return UnknownClass.message(Family.LAYER, name, KNOWN);
  }

  @Test
  void classesOfKerasAreNotSupportedYet() {
    assertEquals("layer `LSTM` of Keras is not supported yet", layer("LSTM"));
    assertEquals(
        "layer `separable_conv1d` of Keras is not supported yet", layer("separable_conv1d"));
    assertEquals(
        "layer `LSTM` of Keras is not supported yet",
        UnknownClass.messageInFile(Family.LAYER, "LSTM", KNOWN));
    assertEquals(
        "unknown loss `LSTM`", UnknownClass.message(Family.LOSS, "LSTM", List.of("Huber")));
  }

  @Test
  void closeNamesAreSuggestedAndOthersNot() {
    assertEquals("unknown layer `Dens`. Did you mean `Dense`?", layer("Dens"));
    assertEquals("unknown layer `dnese`. Did you mean `Dense`?", layer("dnese"));
    assertEquals("unknown layer `Conv`. Did you mean `Conv1D` or `Conv2D`?", layer("Conv"));
    assertEquals("unknown layer `Gate`", layer("Gate"));
  }

  @Test
  void inFilesTheWayForClassesOfOnesOwnIsTold() {
    String message = UnknownClass.messageInFile(Family.LAYER, "Dens", KNOWN);
    assertTrue(
        message.startsWith("unknown layer `Dens`. Did you mean `Dense`? A class of"), message);
  }

  /** The list is Keras's own: each class whose defaults Python has written down is in it. */
  @Test
  void theListHasTheClassesOfKeras() throws IOException {
    Map<String, Family> families =
        Stream.of(Family.values()).collect(Collectors.toMap(Family::module, Function.identity()));
    JsonNode python =
        new ObjectMapper().readTree(getClass().getResourceAsStream("/contract/keras_3.15.json"));
    for (JsonNode one : python) {
      Family family = families.get(one.get("module").textValue());
      String name = one.get("class_name").textValue();
      boolean isBase = BASES.contains(name);
      String expected = (isBase ? "unknown " : "") + family.noun() + " `" + name + "`";
      String message = UnknownClass.message(family, name, List.of());
      assertEquals(isBase ? expected : expected + " of Keras is not supported yet", message);
    }
  }
}

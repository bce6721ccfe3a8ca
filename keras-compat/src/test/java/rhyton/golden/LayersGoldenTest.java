package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.KerasType;
import rhyton.models.KerasTypes;
import rhyton.models.LoadOptions;
import rhyton.tensor.KerasOps;
import rhyton.verify.CaseResult;
import rhyton.verify.CaseVerifier;

/** Small models, mostly of one layer, that Python Keras has saved, computed and trained. */
@Tag("golden")
class LayersGoldenTest {
  @TestFactory
  Stream<DynamicTest> computesAsPythonDoes() {
    return GoldenFolder.folders("layers", LayersGoldenTest::check);
  }

  static void check(Path folder) {
    NotYet.skipIfAnyListed(UsedNames.of(folder.resolve("model.keras")));
    CaseResult result = CaseVerifier.verify(folder, new LoadOptions());
    assertEquals(CaseResult.Status.PASS, result.status(), result::message);
  }

  @Test
  void theListOfWhatIsNotThereNamesNothingThatIs() {
    for (var type : KerasTypes.all()) {
      if (type instanceof KerasType<?>) {
        NotYet.assertNotListed(type.toString());
      }
    }
    KerasOps.all().forEach(op -> NotYet.assertNotListed("keras.ops." + op.className()));
  }
}

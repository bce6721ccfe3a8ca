package rhyton.golden;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Whole models that Python Keras has saved, measured and trained for some epochs. */
@Tag("golden")
class ModelsGoldenTest {
  @TestFactory
  Stream<DynamicTest> trainsAsPythonDoes() {
    return GoldenFolder.folders("models", LayersGoldenTest::check);
  }
}

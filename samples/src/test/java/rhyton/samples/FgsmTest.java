package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import rhyton.samples.data.FashionMnist;

class FgsmTest {
  @Test
  void smallStepsOfThePixelsFoolTheConvnet() {
    double[] accuracies = Fgsm.run(FewImages.of(FashionMnist.load()), 2);
    assertTrue(accuracies[0] > 0.6, "untouched images are known: " + accuracies[0]);
    assertTrue(accuracies[3] < 0.75 * accuracies[0], "attacked ones are not: " + accuracies[3]);
    for (int i = 1; i < accuracies.length; i++) {
      assertTrue(accuracies[i] < accuracies[i - 1], "larger steps fool more often");
    }
  }
}

package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import rhyton.samples.data.Sonnets;

class TextGenerationTest {
  /** Letters drawn with equal chances would cost log(60) = 4.1, by their frequency about 3. */
  @Test
  void learnsLetters() {
    String text = Sonnets.load().substring(0, 16_000);
    double loss = TextGeneration.run(text, 3, 40);
    assertTrue(loss < 3, "loss " + loss);
  }
}

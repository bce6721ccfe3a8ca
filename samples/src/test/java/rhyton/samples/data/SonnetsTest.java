package rhyton.samples.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SonnetsTest {
  @Test
  void allAreThere() {
    String text = Sonnets.load();
    assertEquals(94_653, text.length());
    assertTrue(text.startsWith("From fairest creatures we desire increase,\n"));
    assertEquals(154, text.split("\n\n").length);
    assertTrue(text.chars().allMatch(c -> c < 128));
  }
}

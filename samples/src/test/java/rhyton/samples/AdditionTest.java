package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdditionTest {
  /** Whoever guesses among the 199 sums is right in less than a hundredth of all cases. */
  @Test
  void learnsToAdd() {
    double right = Addition.run(6);
    assertTrue(right > 0.03, "right: " + right);
  }
}

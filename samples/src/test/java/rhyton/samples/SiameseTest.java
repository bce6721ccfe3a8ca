package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SiameseTest {
  /** The numbers are those that the twin in Python prints. */
  @Test
  void tellsDigitsApartAsInKeras() {
    var measured = Siamese.run(1280, 2);
    assertEquals(0.839, measured.get("accuracy"), 0.02);
    assertEquals(0.1349, measured.get("loss"), 5e-3);
  }
}

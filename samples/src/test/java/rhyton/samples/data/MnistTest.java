package rhyton.samples.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MnistTest {
  private final Mnist data = Mnist.load();

  @Test
  void hasTenThousandDigits() {
    assertArrayEquals(
        new int[] {901, 1027, 891, 932, 880, 763, 914, 970, 844, 878}, counts(data.train()));
    assertArrayEquals(
        new int[] {100, 100, 100, 100, 100, 100, 100, 100, 100, 100}, counts(data.test()));
  }

  @Test
  void startsWithKnownDigits() {
    assertArrayEquals(new int[] {8, 4, 1, 8, 7}, data.train().first(5).labels());
    assertArrayEquals(new int[] {4, 6, 1, 5, 2}, data.test().first(5).labels());
    assertEquals(20_765 / 255.0, sum(data.train().first(1)), 1e-3);
    assertEquals(19_860 / 255.0, sum(data.test().first(1)), 1e-3);
  }

  private static int[] counts(ImageSet digits) {
    int[] counts = new int[10];
    for (int label : digits.labels()) {
      counts[label]++;
    }
    return counts;
  }

  private static double sum(ImageSet digits) {
    double sum = 0;
    for (float pixel : digits.scaledPixels()) {
      sum += pixel;
    }
    return sum;
  }
}

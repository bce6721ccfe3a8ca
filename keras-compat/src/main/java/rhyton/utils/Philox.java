package rhyton.utils;

/**
 * The counter-based generator Philox4x32-10 of Salmon et al., as TensorFlow's kernels use it: block
 * {@code n} of four words is a function of key and counter alone.
 */
final class Philox {
  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xd2511f53L;
  private static final long MULTIPLIER_1 = 0xcd9e8d57L;
  private static final int KEY_STEP_0 = 0x9e3779b9;
  private static final int KEY_STEP_1 = 0xbb67ae85;

  private final long key;
  private final long counterHigh;

  /** The generator with a key and the upper half of the counter; the lower half counts blocks. */
  Philox(long key, long counterHigh) {
    this.key = key;
    this.counterHigh = counterHigh;
  }

  /** Writes the four words of a block. */
  void block(long index, int[] words) {
    int key0 = (int) key;
    int key1 = (int) (key >>> 32);
    int c0 = (int) index;
    int c1 = (int) (index >>> 32);
    int c2 = (int) counterHigh;
    int c3 = (int) (counterHigh >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (c0 & 0xffffffffL);
      long product1 = MULTIPLIER_1 * (c2 & 0xffffffffL);
      c0 = (int) (product1 >>> 32) ^ c1 ^ key0;
      c2 = (int) (product0 >>> 32) ^ c3 ^ key1;
      c1 = (int) product1;
      c3 = (int) product0;
      key0 += KEY_STEP_0;
      key1 += KEY_STEP_1;
    }
    words[0] = c0;
    words[1] = c1;
    words[2] = c2;
    words[3] = c3;
  }
}

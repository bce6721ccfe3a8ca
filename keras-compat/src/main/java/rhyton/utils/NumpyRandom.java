package rhyton.utils;

/**
 * The generator {@code numpy.random.RandomState}: the same seed gives the same numbers. Keras's
 * data set loaders put their samples in its order. Not safe for use by several threads.
 */
public final class NumpyRandom {
  private final Mt19937 words;

  /**
   * A generator with a seed.
   *
   * @param seed the seed, from 0 to 2^32 - 1
   * @throws IllegalArgumentException if the seed is out of these bounds
   */
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > 0xffffffffL) {
      throw new IllegalArgumentException(
          "NumpyRandom: argument `seed` must be from 0 to 4294967295. Received: seed=" + seed);
    }
    words = Mt19937.ofSeed((int) seed);
  }

  /**
   * A number below a bound.
   *
   * @param bound the bound, from 1 to 2^31 - 1
   * @return a number from 0 to {@code bound - 1}
   * @throws IllegalArgumentException if the bound is not positive
   */
  public int randint(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException(
          "randint: argument `bound` must be positive. Received: bound=" + bound);
    }
    return upTo(bound - 1);
  }

  private int upTo(int max) {
    if (max == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int number = words.nextWord() & mask;
    while (number > max) {
      number = words.nextWord() & mask;
    }
    return number;
  }

  /**
   * Puts the elements in random order.
   *
   * @param values the array, changed in place
   */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = upTo(i);
      int moved = values[i];
      values[i] = values[j];
      values[j] = moved;
    }
  }

  /** The words under this generator. */
  Mt19937 words() {
    return words;
  }
}

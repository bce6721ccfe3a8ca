package rhyton.utils;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * The generator behind Python's module {@code random}: the same seed gives the same numbers. Keras
 * draws from it the seed of everything that is made without one. Not safe for use by several
 * threads; {@link RandomSeeds} guards the one of the process.
 *
 * <pre>{@code
 * var random = new PythonRandom(42);
 * random.randint(1, 1_000_000_000);   // 686579304, as in Python
 * }</pre>
 */
public final class PythonRandom {
  private Mt19937 words;

  /** A generator with a seed that differs from run to run. */
  public PythonRandom() {
    this(new SplittableRandom().nextLong());
  }

  /**
   * A generator with a seed.
   *
   * @param seed the seed; its sign does not count
   */
  public PythonRandom(long seed) {
    seed(seed);
  }

  /**
   * Starts again from a seed.
   *
   * @param seed the seed; its sign does not count
   */
  public void seed(long seed) {
    seed(BigInteger.valueOf(seed));
  }

  /**
   * Starts again from a seed of any size.
   *
   * @param seed the seed; its sign does not count
   */
  public void seed(BigInteger seed) {
    BigInteger size = seed.abs();
    int[] key = new int[Math.max(1, (size.bitLength() + 31) / 32)];
    for (int i = 0; i < key.length; i++) {
      key[i] = size.shiftRight(32 * i).intValue();
    }
    words = Mt19937.ofKey(key);
  }

  /**
   * Random bits.
   *
   * @param bits how many, from 0 to 63
   * @return a number from 0 to {@code 2^bits - 1}
   * @throws IllegalArgumentException if there are less than 0 or more than 63 bits
   */
  public long getrandbits(int bits) {
    if (bits < 0 || bits > 63) {
      throw new IllegalArgumentException(
          "getrandbits: argument `bits` must be from 0 to 63. Received: bits=" + bits);
    }
    if (bits == 0) {
      return 0;
    }
    if (bits <= 32) {
      return topBits(bits);
    }
    long low = topBits(32);
    return (topBits(bits - 32) << 32) | low;
  }

  private long topBits(int bits) {
    return Integer.toUnsignedLong(words.nextWord() >>> (32 - bits));
  }

  /**
   * A number below a bound.
   *
   * @param bound the bound, at least 1
   * @return a number from 0 to {@code bound - 1}
   * @throws IllegalArgumentException if the bound is not positive
   */
  public long randbelow(long bound) {
    if (bound < 1) {
      throw new IllegalArgumentException(
          "randbelow: argument `bound` must be positive. Received: bound=" + bound);
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(bound);
    long number = getrandbits(bits);
    while (number >= bound) {
      number = getrandbits(bits);
    }
    return number;
  }

  /**
   * A number between two bounds, both of which may come.
   *
   * @param low the lower bound
   * @param high the upper bound
   * @return a number from {@code low} to {@code high}
   * @throws IllegalArgumentException if the upper bound is below the lower one
   */
  public long randint(long low, long high) {
    if (high < low) {
      throw new IllegalArgumentException(
          "randint: argument `high` must not be below `low`. Received: low="
              + low
              + " and high="
              + high);
    }
    return low + randbelow(Math.addExact(Math.subtractExact(high, low), 1));
  }

  /**
   * Puts the elements in random order.
   *
   * @param values the array, changed in place
   */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = (int) randbelow(i + 1L);
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

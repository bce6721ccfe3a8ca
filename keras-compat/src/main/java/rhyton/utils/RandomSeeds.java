package rhyton.utils;

/**
 * The random state of the process, which {@code setRandomSeed} sets: where objects made without a
 * seed get theirs from, and in which order {@code fit} takes its samples. Safe for use by several
 * threads; a program that wants to be repeatable makes its layers in one.
 *
 * <pre>{@code
 * RandomSeeds.setRandomSeed(42);
 * RandomSeeds.defaultSeed();   // 686579304: what Keras would give the first initializer
 * }</pre>
 */
public final class RandomSeeds {
  private static final long LARGEST_DEFAULT_SEED = 1_000_000_000;

  private static final Object LOCK = new Object();
  private static PythonRandom random = new PythonRandom();
  private static FitShuffle seededShuffle;
  private static long generation;
  private static volatile Runnable beforeReset = () -> {};

  private RandomSeeds() {}

  /**
   * Makes everything random that follows repeatable, as {@code keras.utils.set_random_seed} does.
   *
   * @param seed the seed, from 0 to 2^32 - 1
   * @throws IllegalArgumentException if the seed is out of these bounds
   */
  public static void setRandomSeed(long seed) {
    if (seed < 0 || seed > 0xffffffffL) {
      throw new IllegalArgumentException(
          "setRandomSeed: argument `seed` must be from 0 to 4294967295. Received: seed=" + seed);
    }
    reset(new PythonRandom(seed), FitShuffle.ofSeed(seed));
  }

  /** Makes everything random that follows unforeseeable, as it is when a program starts. */
  public static void unsetRandomSeed() {
    reset(new PythonRandom(), null);
  }

  /**
   * Says what has to happen before the state changes: objects that were made earlier draw from the
   * old one.
   *
   * @param action draws what is owed; replaces the one before
   */
  public static void beforeReset(Runnable action) {
    beforeReset = action;
  }

  private static void reset(PythonRandom newRandom, FitShuffle newShuffle) {
    beforeReset.run();
    synchronized (LOCK) {
      random = newRandom;
      seededShuffle = newShuffle;
      generation++;
    }
  }

  /**
   * Draws the seed of an object that is made without one.
   *
   * @return a number from 1 to 10^9
   */
  public static int defaultSeed() {
    synchronized (LOCK) {
      return (int) random.randint(1, LARGEST_DEFAULT_SEED);
    }
  }

  /**
   * Puts batch numbers in random order, which is how {@code fit} shuffles a source of data that
   * makes its batches itself.
   *
   * @param batches the numbers, changed in place
   */
  public static void shuffle(int[] batches) {
    synchronized (LOCK) {
      random.shuffle(batches);
    }
  }

  /**
   * The order of samples for one epoch of {@code fit}.
   *
   * @return the same order after each {@link #setRandomSeed}, another one each time without it
   */
  public static FitShuffle fitShuffle() {
    synchronized (LOCK) {
      return seededShuffle == null ? FitShuffle.unseeded() : seededShuffle;
    }
  }

  /**
   * How often the state was set. The global seed generator is made anew when this number has
   * changed.
   *
   * @return a number that grows
   */
  public static long generation() {
    synchronized (LOCK) {
      return generation;
    }
  }
}

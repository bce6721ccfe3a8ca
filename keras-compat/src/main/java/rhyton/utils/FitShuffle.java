package rhyton.utils;

import java.util.SplittableRandom;

/**
 * The order in which {@code fit} takes the samples of arrays: TensorFlow's {@code RandomShuffle} of
 * their numbers, with the seed of {@code setRandomSeed}. The order is a function of seed and sizes
 * alone, so it is the same in every epoch. {@link RandomSeeds#fitShuffle()} gives the one in force.
 *
 * <pre>{@code
 * int[] order = FitShuffle.ofSeed(42).order(10);   // 3, 8, 7, 5, 2, 0, 1, 6, 9, 4
 * }</pre>
 */
public final class FitShuffle {
  private static final long SEED_MODULUS = (1L << 31) - 1;
  private static final int BLOCK = 4;

  private final Philox random;

  private FitShuffle(Philox random) {
    this.random = random;
  }

  /**
   * The order for a seed.
   *
   * @param seed the seed given to {@code setRandomSeed}
   * @return the order
   */
  public static FitShuffle ofSeed(long seed) {
    long key = Math.floorMod(seed, SEED_MODULUS);
    return new FitShuffle(new Philox(key, key == 0 ? SEED_MODULUS : 0));
  }

  /**
   * An order that nobody can foresee.
   *
   * @return another one each time
   */
  public static FitShuffle unseeded() {
    var entropy = new SplittableRandom();
    return new FitShuffle(new Philox(entropy.nextLong(), entropy.nextLong()));
  }

  /**
   * The order of all samples, {@code shuffle=true}.
   *
   * @param samples how many samples there are
   * @return their numbers, from 0 to {@code samples - 1}, in the order of use
   */
  public int[] order(int samples) {
    return orderInBatches(samples, Math.max(1, samples));
  }

  /**
   * The order of samples that stay in their batches, {@code shuffle="batch"}: the batches come one
   * after the other, each is shuffled in itself.
   *
   * @param samples how many samples there are
   * @param batchSize the size of all batches but a smaller last one
   * @return their numbers, from 0 to {@code samples - 1}, in the order of use
   * @throws IllegalArgumentException if the batch size is not positive
   */
  public int[] orderInBatches(int samples, int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "shuffle: argument `batch_size` must be positive. Received: batch_size=" + batchSize);
    }
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) {
      order[i] = i;
    }
    long block = 0;
    for (int from = 0; from < samples; from += batchSize) {
      int size = Math.min(batchSize, samples - from);
      shuffle(order, from, size, block);
      int words = size - 1;
      block += (words + BLOCK - 1) / BLOCK;
    }
    return order;
  }

  private void shuffle(int[] order, int from, int size, long firstBlock) {
    int[] words = new int[BLOCK];
    for (int i = 0; i < size - 1; i++) {
      if (i % BLOCK == 0) {
        random.block(firstBlock + i / BLOCK, words);
      }
      int j = i + Integer.remainderUnsigned(words[i % BLOCK], size - i);
      int moved = order[from + i];
      order[from + i] = order[from + j];
      order[from + j] = moved;
    }
  }
}

package rhyton.random;

import rhyton.config.Codec;
import rhyton.tensor.Tensor;

/**
 * What random numbers are computed from: an integer, which gives the same numbers each time, or a
 * {@link SeedGenerator}, which gives others at each use.
 */
public sealed interface Seed permits IntegerSeed, SeedGenerator {
  /** In configs a number, or a serialized generator. */
  Codec<Seed> CODEC = new SeedCodec();

  /**
   * The seed of the next random op.
   *
   * @return two 64-bit integers
   */
  Tensor next();

  /**
   * An integer as a seed.
   *
   * @param seed any integer
   * @return the seed
   */
  static Seed of(long seed) {
    return new IntegerSeed(seed);
  }
}

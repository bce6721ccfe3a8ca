package rhyton.random;

import rhyton.tensor.Tensor;

/**
 * An integer as a seed: the pair of it and 0.
 *
 * @param seed the integer
 */
record IntegerSeed(long seed) implements Seed {
  @Override
  public Tensor next() {
    return Tensor.of(new long[] {seed, 0});
  }

  @Override
  public String toString() {
    return Long.toString(seed);
  }
}

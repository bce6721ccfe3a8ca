package rhyton.random;

import rhyton.config.Tickets;
import rhyton.tensor.Tensor;
import rhyton.utils.RandomSeeds;

/** The seeds of random functions that are called without one. */
final class GlobalSeeds {
  private static SeedGenerator generator;
  private static long generation;

  private GlobalSeeds() {}

  /** The next seed. After {@code setRandomSeed} the sequence begins anew. */
  static synchronized Tensor next() {
    if (generator == null || generation != RandomSeeds.generation()) {
      if (generator != null) {
        generator.close();
      }
      Tickets.settleAll();
      generation = RandomSeeds.generation();
      generator = new SeedGenerator();
    }
    return generator.nextUnordered();
  }
}

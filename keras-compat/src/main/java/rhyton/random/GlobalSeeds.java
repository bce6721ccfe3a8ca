package rhyton.random;

import rhyton.config.Tickets;
import rhyton.tensor.Tensor;
import rhyton.utils.RandomSeeds;

/**
 * The seeds of random functions that are called without one. The generator is never replaced, since
 * compiled functions may count with it.
 */
final class GlobalSeeds {
  private static final SeedGenerator GENERATOR = new SeedGenerator(0).name("global_seed_generator");

  private static long generation = -1;

  private GlobalSeeds() {}

  /** The next seed. After {@code setRandomSeed} the sequence begins anew. */
  static synchronized Tensor next() {
    if (generation != RandomSeeds.generation()) {
      generation = RandomSeeds.generation();
      Tickets.settleAll();
      GENERATOR.restart(Tickets.defaultSeed());
    }
    return GENERATOR.nextUnordered();
  }
}

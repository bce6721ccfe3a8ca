package rhyton.initializers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.DeclaredObject;
import rhyton.config.Tickets;
import rhyton.random.Seed;

/** Base of the initializers that draw random numbers. */
abstract sealed class RandomInitializer<S extends RandomInitializer<S>> extends DeclaredObject<S>
    implements Initializer
    permits FanInitializer, Orthogonal, RandomNormal, RandomUniform, TruncatedNormal {
  /** The seed; null draws one as Keras does. */
  public static final Arg<Seed> SEED = Arg.optional("seed", Seed.CODEC);

  private Seed drawn;

  RandomInitializer(ArgValues args) {
    super(args);
    takeTicket();
  }

  @Override
  protected void settle() {
    drawn = arg(SEED) == null ? Seed.of(Tickets.defaultSeed()) : arg(SEED);
  }

  /** The seed that was given or drawn. */
  final Seed seed() {
    use();
    return drawn;
  }

  /**
   * The seed of the random numbers. With an integer the same initializer gives the same values each
   * time; without one, too, but of a seed that is drawn.
   *
   * @param seed any integer; Python draws the same numbers from it
   * @return a copy with this option
   */
  @CheckReturnValue
  public S seed(long seed) {
    return seed(Seed.of(seed));
  }

  /**
   * The seed of the random numbers; with a {@link rhyton.random.SeedGenerator} each call gives
   * other values.
   *
   * @param seed an integer or a generator
   * @return a copy with this option
   */
  @CheckReturnValue
  public S seed(Seed seed) {
    return with(SEED, seed);
  }
}

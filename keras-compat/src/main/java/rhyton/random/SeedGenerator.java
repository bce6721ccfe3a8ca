package rhyton.random;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.DeclaredObject;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.LayerArgs;
import rhyton.config.Tickets;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.function.Variable;

/**
 * Gives a new seed at each use: the pair of its own seed and a number that counts the uses. The
 * count lives in native memory, so that compiled functions go on counting.
 *
 * <pre>{@code
 * var seeds = new SeedGenerator(1337);
 * Tensor a = KerasRandom.normal(Shape.of(2, 3), seeds);
 * Tensor b = KerasRandom.normal(Shape.of(2, 3), seeds);   // other numbers than a
 * }</pre>
 *
 * @see <a href="https://keras.io/api/random/seed_generator/">keras.random.SeedGenerator</a>
 */
public final class SeedGenerator extends DeclaredObject<SeedGenerator>
    implements Seed, AutoCloseable {
  /** The first number of the pair; null draws one as Keras does. */
  public static final Arg<Long> SEED = Arg.optional("seed", Codec.LONG);

  /** Its name; found automatically when it is null. */
  public static final Arg<String> NAME = LayerArgs.NAME;

  /** Keras's class. */
  public static final KerasType<SeedGenerator> TYPE =
      KerasType.of(Family.RANDOM, "SeedGenerator", SeedGenerator::new, SEED, NAME);

  private static final long[] ONE_USE = {0, 1};

  private String name;
  private long seed;
  private Variable state;

  /** A generator with a seed that is drawn as Keras draws it. */
  public SeedGenerator() {
    this(ArgValues.NONE);
  }

  /**
   * A generator.
   *
   * @param seed any integer
   */
  public SeedGenerator(long seed) {
    this(ArgValues.NONE.with(SEED, seed));
  }

  private SeedGenerator(ArgValues args) {
    super(args);
    takeTicket();
  }

  @Override
  public KerasType<SeedGenerator> type() {
    return TYPE;
  }

  @Override
  protected void settle() {
    name = arg(NAME) == null ? Tickets.uniqueName(TYPE.name()) : arg(NAME);
    seed = arg(SEED) == null ? Tickets.defaultSeed() : arg(SEED);
  }

  /**
   * Its name; automatic unless given.
   *
   * @param name a name without {@code /}
   * @return a copy with this option
   */
  @CheckReturnValue
  public SeedGenerator name(String name) {
    return with(NAME, name);
  }

  /** Returns the seed that was given or drawn. */
  public long seed() {
    use();
    return seed;
  }

  /**
   * The pair of seed and count of uses, which a traced function may read and change. It is made
   * when it is first asked for.
   *
   * @return a variable of two 64-bit integers, which belongs to this generator
   */
  public synchronized Variable state() {
    use();
    if (state == null) {
      state = Trace.outside(this::newState);
    }
    return state;
  }

  private Variable newState() {
    try (Tensor first = Tensor.of(new long[] {seed, 0})) {
      return new Variable(name + "/seed_generator_state", first);
    }
  }

  /** Begins anew with another seed. */
  synchronized void restart(long newSeed) {
    Variable pair = state();
    seed = newSeed;
    Trace.outside(
        () -> {
          try (Tensor first = Tensor.of(new long[] {newSeed, 0})) {
            pair.assign(first);
            return pair;
          }
        });
  }

  /** Returns the pair, and counts one use. */
  @Override
  public synchronized Tensor next() {
    Variable pair = state();
    Tensor now = pair.read();
    pair.assignAdd(Tensor.of(ONE_USE));
    return now;
  }

  /**
   * Returns the pair, and puts another pair in its place that does not look like the next one; the
   * way of Keras's global generator.
   */
  synchronized Tensor nextUnordered() {
    Variable pair = state();
    Tensor now = pair.read();
    pair.assign(now.add(1).multiply(5387).mod(933199));
    return now;
  }

  /** Frees the count. Closing twice is harmless; a later use begins at the seed again. */
  @Override
  public synchronized void close() {
    if (state != null) {
      state.close();
      state = null;
    }
  }
}

package rhyton.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhyton.utils.RandomSeeds;

/** The seeds of {@code setRandomSeed(42)} are 686579304, 119540832, 26855093, 796233791. */
class TicketsTest {
  private static final long[] SEEDS = {686579304, 119540832, 26855093, 796233791};
  private static final Arg<Long> SEED = Arg.optional("seed", Codec.LONG);
  private static final Arg<Drawer> START =
      Arg.of(
          "start",
          Codec.object(
              Family.INITIALIZER, Drawer.class, () -> TypeRegistry.of(List.of(Drawer.TYPE))),
          new Drawer());
  private static final Arg<Drawer> OTHER_START = Arg.of("other_start", START.codec(), new Drawer());

  /** Draws a seed as a random initializer does. */
  private static final class Drawer extends DeclaredObject<Drawer> {
    static final KerasType<Drawer> TYPE = KerasType.initializer("Drawer", Drawer::new, SEED);
    private long seed;

    Drawer() {
      this(ArgValues.NONE);
    }

    private Drawer(ArgValues args) {
      super(args);
      takeTicket();
    }

    @Override
    public KerasType<Drawer> type() {
      return TYPE;
    }

    @Override
    protected void settle() {
      seed = arg(SEED) == null ? Tickets.defaultSeed() : arg(SEED);
    }

    long seed() {
      use();
      return seed;
    }
  }

  /** Has a name and two initializers, as a recurrent layer has. */
  private static final class Thing extends DeclaredObject<Thing> {
    static final KerasType<Thing> TYPE =
        KerasType.of(Family.LAYER, "Thing", Thing::new, LayerArgs.NAME, START, OTHER_START);
    private String name;

    Thing() {
      this(ArgValues.NONE);
    }

    private Thing(ArgValues args) {
      super(args);
      takeTicket();
    }

    @Override
    public KerasType<Thing> type() {
      return TYPE;
    }

    @Override
    protected void settle() {
      name = arg(LayerArgs.NAME) == null ? Tickets.uniqueName("Thing") : arg(LayerArgs.NAME);
      super.settle();
    }

    String name() {
      use();
      return name;
    }

    long start() {
      return arg(START).seed();
    }

    long otherStart() {
      return arg(OTHER_START).seed();
    }
  }

  @BeforeEach
  void seed() {
    Tickets.clearSession();
    RandomSeeds.setRandomSeed(42);
  }

  @AfterEach
  void unseed() {
    RandomSeeds.unsetRandomSeed();
    Tickets.clearSession();
  }

  @Test
  void seedsAndNamesComeInTheOrderOfConstruction() {
    Thing first = new Thing();
    Drawer between = new Drawer();
    Thing second = new Thing();
    assertEquals("thing_1", second.name());
    assertEquals("thing", first.name());
    assertEquals(SEEDS[2], between.seed());
    assertEquals(SEEDS[0], first.start());
    assertEquals(SEEDS[1], first.otherStart());
    assertEquals(SEEDS[3], second.start());
  }

  @Test
  void aChangedCopyTakesThePlaceOfItsSource() {
    Thing first = new Thing().with(START, new Drawer().with(SEED, 5L));
    Thing second = new Thing().with(LayerArgs.NAME, "mine");
    Thing third = new Thing();
    assertEquals("mine", second.name());
    assertEquals("thing", first.name());
    assertEquals("thing_1", third.name());
    assertEquals(5, first.start());
    assertEquals(SEEDS[0], first.otherStart());
    assertEquals(SEEDS[1], second.start());
  }

  @Test
  void givenInitializersDrawBeforeTheirLayer() {
    Thing thing = new Thing().with(OTHER_START, new Drawer());
    assertEquals(SEEDS[1], thing.start());
    assertEquals(SEEDS[0], thing.otherStart());
  }

  @Test
  void stringsAndDefaultsMakeAnInitializerForEachLayer() {
    Thing template = new Thing().with(START, START.parse(this, "drawer"));
    Thing first = template.with(LayerArgs.NAME, "first");
    Thing second = template.with(LayerArgs.NAME, "second");
    assertEquals(SEEDS[0], first.start());
    assertEquals(SEEDS[1], first.otherStart());
    assertEquals(SEEDS[2], second.start());
    assertEquals(SEEDS[3], second.otherStart());
    assertNotSame(first.arg(START), second.arg(START));
  }

  @Test
  void oneInitializerGivenToTwoLayersIsShared() {
    Drawer shared = new Drawer();
    Thing first = new Thing().with(START, shared);
    Thing second = new Thing().with(START, shared);
    assertEquals(SEEDS[0], second.start());
    assertEquals(SEEDS[0], first.start());
  }

  @Test
  void aSourceThatIsUsedAfterAllTakesANewTicket() {
    Thing source = new Thing();
    Thing copy = source.with(LayerArgs.NAME, "copy");
    Thing next = new Thing();
    assertEquals("thing_1", source.name());
    assertEquals("copy", copy.name());
    assertEquals("thing", next.name());
    assertEquals(SEEDS[0], copy.start());
    assertEquals(SEEDS[2], next.start());
  }

  @Test
  void aCopyOfAUsedObjectIsANewOne() {
    Thing thing = new Thing();
    assertEquals("thing", thing.name());
    Thing copy = thing.with(START, new Drawer().with(SEED, 1L));
    assertEquals("thing_1", copy.name());
    assertNotEquals(thing.otherStart(), copy.otherStart());
  }

  @Test
  void threadsDoNotSettleEachOthersObjects() throws InterruptedException {
    Thing mine = new Thing();
    String[] other = new String[1];
    Thread thread = new Thread(() -> other[0] = new Thing().name());
    thread.start();
    thread.join();
    assertEquals("thing", other[0]);
    assertEquals("thing_1", mine.name());
  }

  @Test
  void anObjectMayBeUsedByAnotherThreadThanTheOneThatMadeIt() throws InterruptedException {
    Thing mine = new Thing();
    Thread thread = new Thread(mine::name);
    thread.start();
    thread.join();
    assertEquals("thing_1", new Thing().name());
    assertEquals("thing", mine.name());
  }

  @Test
  void clearSessionStartsTheNamesAnew() {
    assertEquals("thing", new Thing().name());
    Tickets.clearSession();
    assertEquals("thing", new Thing().name());
  }
}

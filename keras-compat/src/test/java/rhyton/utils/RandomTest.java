package rhyton.utils;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import rhyton.testing.GoldenJson;

class RandomTest {
  @AfterEach
  void unset() {
    RandomSeeds.unsetRandomSeed();
  }

  @TestFactory
  Stream<DynamicTest> numbersArePythons() {
    return StreamSupport.stream(GoldenJson.read("functions/random.json").spliterator(), false)
        .filter(c -> check(c.get("kind").asText()) != null)
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get("name").asText(), () -> check(c.get("kind").asText()).run(c)));
  }

  private interface Check {
    void run(JsonNode golden);
  }

  private static Check check(String kind) {
    return switch (kind) {
      case "python_randint" -> RandomTest::pythonRandint;
      case "numpy_random_state" -> RandomTest::numpyRandomState;
      case "fit_shuffle" -> RandomTest::fitShuffle;
      case "model_initialization" -> RandomTest::defaultSeeds;
      default -> null;
    };
  }

  private static void pythonRandint(JsonNode golden) {
    long seed = golden.get("seed").asLong();
    var random = new PythonRandom(seed);
    draws(golden.get("state_first_5_words"), counting(i -> word(random.words().stateWord(i))));
    assertEquals(golden.get("state_index").asInt(), random.words().position());
    draws(golden.get("first_uint32"), () -> word(random.words().nextWord()));
    random.seed(seed);
    draws(golden.get("first_getrandbits_30"), () -> random.getrandbits(30));
    random.seed(seed);
    draws(golden.get("default_seeds"), () -> random.randint(1, 1_000_000_000));
    random.seed(seed);
    for (int i = 1; i < 700; i++) {
      random.randint(1, 1_000_000_000);
    }
    assertEquals(golden.get("default_seed_number_700").asLong(), random.randint(1, 1_000_000_000));
    random.seed(seed);
    int[] numbers = IntStream.range(0, 12).toArray();
    random.shuffle(numbers);
    assertArrayEquals(ints(golden.get("shuffle_of_0_to_11")), numbers);
  }

  private static void numpyRandomState(JsonNode golden) {
    long seed = golden.get("seed").asLong();
    var words = new NumpyRandom(seed).words();
    draws(golden.get("first_uint32"), () -> word(words.nextWord()));
    var random = new NumpyRandom(seed);
    for (String shuffle : new String[] {"shuffle_of_0_to_11", "second_shuffle_of_0_to_11"}) {
      int[] numbers = IntStream.range(0, 12).toArray();
      random.shuffle(numbers);
      assertArrayEquals(ints(golden.get(shuffle)), numbers);
    }
    var again = new NumpyRandom(seed);
    draws(golden.get("randint_1e6"), () -> again.randint(1_000_000));
    int[] numbers = IntStream.range(0, 9).toArray();
    new NumpyRandom(seed).shuffle(numbers);
    assertArrayEquals(ints(golden.get("permutation_9")), numbers);
  }

  private static void fitShuffle(JsonNode golden) {
    int samples = golden.get("samples").asInt();
    boolean inBatches = golden.get("shuffle").asText().equals("batch");
    RandomSeeds.setRandomSeed(golden.get("seed").asLong());
    for (JsonNode epoch : golden.get("order_of_samples_in_each_epoch")) {
      FitShuffle shuffle = RandomSeeds.fitShuffle();
      assertArrayEquals(
          ints(epoch),
          inBatches
              ? shuffle.orderInBatches(samples, golden.get("batch_size").asInt())
              : shuffle.order(samples));
    }
  }

  private static void defaultSeeds(JsonNode golden) {
    RandomSeeds.setRandomSeed(golden.get("seed").asLong());
    draws(golden.get("seeds_drawn_in_order"), RandomSeeds::defaultSeed);
  }

  private static void draws(JsonNode expected, LongSupplier source) {
    assertFalse(expected.isEmpty());
    for (JsonNode number : expected) {
      assertEquals(number.asLong(), source.getAsLong());
    }
  }

  private interface Indexed {
    long at(int index);
  }

  private static LongSupplier counting(Indexed values) {
    int[] next = {0};
    return () -> values.at(next[0]++);
  }

  private static long word(int bits) {
    return Integer.toUnsignedLong(bits);
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  /** Orders that Python's data adapter gave for sizes that are no multiples of four. */
  @Test
  void eachBatchStartsOnANewBlock() {
    assertArrayEquals(
        new int[] {3, 4, 2, 1, 0, 8, 7, 6, 9, 5, 11, 12, 10},
        FitShuffle.ofSeed(42).orderInBatches(13, 5));
    assertArrayEquals(
        new int[] {3, 1, 4, 5, 0, 2, 10, 11, 6, 9, 8, 7, 14, 16, 15, 13, 12, 17, 18, 19},
        FitShuffle.ofSeed(7).orderInBatches(20, 6));
    assertArrayEquals(
        new int[] {1, 7, 0, 8, 2, 6, 4, 3, 5, 14, 17, 11, 16, 9, 15, 12, 13, 10, 18},
        FitShuffle.ofSeed(3).orderInBatches(19, 9));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6}, FitShuffle.ofSeed(11).orderInBatches(7, 1));
  }

  @Test
  void seedOfTheOrderIsTakenModulo() {
    int[] ofZero = {2, 0, 5, 8, 7, 1, 9, 6, 3, 4};
    int[] ofOne = {2, 4, 0, 8, 9, 1, 5, 6, 3, 7};
    assertArrayEquals(ofZero, FitShuffle.ofSeed(0x7fffffffL).order(10));
    assertArrayEquals(ofOne, FitShuffle.ofSeed(0x80000000L).order(10));
    assertArrayEquals(ofOne, FitShuffle.ofSeed(0xffffffffL).order(10));
    assertArrayEquals(new int[] {}, FitShuffle.ofSeed(1).order(0));
  }

  @Test
  void signOfTheSeedDoesNotCount() {
    assertEquals(
        new PythonRandom(Long.MAX_VALUE).getrandbits(63),
        new PythonRandom(-Long.MAX_VALUE).getrandbits(63));
    var random = new PythonRandom(Long.MIN_VALUE);
    long first = random.getrandbits(32);
    random.seed(BigInteger.TWO.pow(63));
    assertEquals(first, random.getrandbits(32));
  }

  /** Python: {@code random.seed(42); [random.getrandbits(k) for k in (0, 1, 32, 33, 40, 63)]}. */
  @Test
  void bitsOfAllSizes() {
    var random = new PythonRandom(42);
    long[] drawn = IntStream.of(0, 1, 32, 33, 40, 63).mapToLong(random::getrandbits).toArray();
    assertArrayEquals(
        new long[] {0, 1, 478163327L, 4402387665L, 267469214295L, 1287010195568088798L}, drawn);
  }

  @Test
  void withoutASeedNothingRepeats() {
    RandomSeeds.unsetRandomSeed();
    int[] first = RandomSeeds.fitShuffle().order(1000);
    assertFalse(Arrays.equals(first, RandomSeeds.fitShuffle().order(1000)));
    assertArrayEquals(IntStream.range(0, 1000).toArray(), Arrays.stream(first).sorted().toArray());
    List<Integer> drawn = List.of(RandomSeeds.defaultSeed(), RandomSeeds.defaultSeed());
    RandomSeeds.unsetRandomSeed();
    assertNotEquals(drawn, List.of(RandomSeeds.defaultSeed(), RandomSeeds.defaultSeed()));
  }

  @Test
  void shufflesBatchesWithPythonsGenerator() {
    int[] batches = IntStream.range(0, 12).toArray();
    RandomSeeds.setRandomSeed(42);
    RandomSeeds.shuffle(batches);
    assertArrayEquals(new int[] {7, 5, 2, 8, 9, 6, 11, 3, 4, 0, 1, 10}, batches);
  }

  @Test
  void settingTheSeedStartsANewGeneration() {
    long before = RandomSeeds.generation();
    RandomSeeds.setRandomSeed(1);
    assertEquals(before + 1, RandomSeeds.generation());
  }

  @Test
  void refusesWrongArguments() {
    assertMessage(
        "setRandomSeed: argument `seed` must be from 0 to 4294967295. Received: seed=-1",
        () -> RandomSeeds.setRandomSeed(-1));
    assertMessage(
        "NumpyRandom: argument `seed` must be from 0 to 4294967295. Received: seed=4294967296",
        () -> new NumpyRandom(1L << 32));
    assertMessage(
        "randint: argument `high` must not be below `low`. Received: low=3 and high=2",
        () -> new PythonRandom(1).randint(3, 2));
    assertMessage(
        "randbelow: argument `bound` must be positive. Received: bound=0",
        () -> new PythonRandom(1).randbelow(0));
    assertMessage(
        "getrandbits: argument `bits` must be from 0 to 63. Received: bits=64",
        () -> new PythonRandom(1).getrandbits(64));
    assertMessage(
        "shuffle: argument `batch_size` must be positive. Received: batch_size=0",
        () -> FitShuffle.ofSeed(1).orderInBatches(4, 0));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

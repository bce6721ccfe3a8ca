package rhyton.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.utils.RandomSeeds;

class KerasRandomTest {
  /** The other kinds of cases are about Python's generator, models and fit. */
  private static final Map<String, Consumer<JsonNode>> KINDS =
      Map.of(
          "integer_seed", KerasRandomTest::integerSeed,
          "seed_generator", KerasRandomTest::seedGenerator,
          "next", KerasRandomTest::next,
          "global_generator", KerasRandomTest::globalGenerator);

  @AfterEach
  void unseed() {
    RandomSeeds.unsetRandomSeed();
  }

  @Tag("golden")
  @TestFactory
  Stream<DynamicTest> everyFunctionOfEachSeed() {
    return GoldenFolder.cases(
        "functions/random.json",
        one -> KINDS.containsKey(one.get("kind").textValue()),
        one -> {
          try (TensorScope scope = TensorScope.open()) {
            KINDS.get(one.get("kind").textValue()).accept(one);
          }
        });
  }

  private static void integerSeed(JsonNode one) {
    Seed seed = Seed.of(one.get("seed").longValue());
    close(one, one.get("result"), draw(one, seed));
    close(one, one.get("result"), draw(one, seed));
  }

  private static void seedGenerator(JsonNode one) {
    try (SeedGenerator seed = new SeedGenerator(one.get("seed").longValue())) {
      assertArrayEquals(Json.longs(one.get("state_before")), seed.state().read().longs());
      for (JsonNode expected : one.get("draws")) {
        close(one, expected, draw(one, seed));
      }
      Json.assertClose(one.get("state_after"), seed.state().read(), 0, 0);
    }
  }

  private static void next(JsonNode one) {
    try (SeedGenerator seed = new SeedGenerator(one.get("seed").longValue())) {
      boolean ordered = one.get("ordered").booleanValue();
      for (JsonNode expected : one.get("returned")) {
        Json.assertClose(expected, ordered ? seed.next() : seed.nextUnordered(), 0, 0);
      }
      Json.assertClose(one.get("state_after"), seed.state().read(), 0, 0);
    }
  }

  private static void globalGenerator(JsonNode one) {
    RandomSeeds.setRandomSeed(one.get("seed").longValue());
    for (int i = 0; i < one.get("calls").size(); i++) {
      Tensor drawn =
          switch (one.get("calls").get(i).textValue()) {
            case "normal((3,))" -> KerasRandom.normal(Shape.of(3), null);
            case "uniform((2,))" -> KerasRandom.uniform(Shape.of(2), null);
            case "randint((3,), 0, 100)" -> KerasRandom.randint(Shape.of(3), 0, 100, null);
            default -> throw new IllegalArgumentException(one.get("calls").toString());
          };
      Json.assertClose(one.get("draws").get(i), drawn, 1e-6, 1e-6);
    }
  }

  private static void close(JsonNode one, JsonNode expected, Tensor drawn) {
    double tolerance =
        switch (one.get("function").textValue()) {
          case "normal", "truncated_normal", "gamma", "beta" -> 1e-6;
          case "uniform", "dropout" -> 1.2e-7;
          default -> 0;
        };
    if (drawn.dtype() == DType.FLOAT16 || drawn.dtype() == DType.BFLOAT16) {
      Json.assertClose(expected, drawn, 1e-2, 1e-2);
    } else {
      Json.assertClose(expected, drawn, tolerance, tolerance);
    }
  }

  private static Tensor draw(JsonNode one, Seed seed) {
    JsonNode args = one.get("args");
    Function<String, Double> number = key -> args.get(key).doubleValue();
    DType dtype = DType.of(args.path("dtype").asText("float32"));
    Shape shape = args.has("shape") ? Json.shape(args) : null;
    return switch (one.get("function").textValue()) {
      case "uniform" ->
          KerasRandom.uniform(
              shape, args.path("minval").asDouble(0), args.path("maxval").asDouble(1), dtype, seed);
      case "normal" ->
          KerasRandom.normal(
              shape, args.path("mean").asDouble(0), args.path("stddev").asDouble(1), dtype, seed);
      case "truncated_normal" ->
          KerasRandom.truncatedNormal(
              shape, args.path("mean").asDouble(0), args.path("stddev").asDouble(1), dtype, seed);
      case "randint" ->
          KerasRandom.randint(
              shape,
              args.get("minval").longValue(),
              args.get("maxval").longValue(),
              DType.of(args.path("dtype").asText("int32")),
              seed);
      case "gamma" -> KerasRandom.gamma(shape, number.apply("alpha"), dtype, seed);
      case "beta" ->
          KerasRandom.beta(shape, number.apply("alpha"), number.apply("beta"), dtype, seed);
      case "binomial" ->
          KerasRandom.binomial(
              shape, number.apply("counts"), number.apply("probabilities"), dtype, seed);
      case "categorical" ->
          KerasRandom.categorical(
              Json.tensor(args.get("inputs")),
              args.get("num_samples").intValue(),
              DType.of(args.path("dtype").asText("int32")),
              seed);
      case "dropout" ->
          KerasRandom.dropout(
              Json.tensor(args.get("inputs")), number.apply("rate"), noiseShape(args), seed);
      case "shuffle" ->
          KerasRandom.shuffle(Json.tensor(args.get("inputs")), args.path("axis").asInt(0), seed);
      default -> throw new IllegalArgumentException(one.toString());
    };
  }

  private static long[] noiseShape(JsonNode args) {
    JsonNode given = args.path("noise_shape");
    if (!given.isArray()) {
      return null;
    }
    long[] shape = new long[given.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = given.get(i).isNull() ? -1 : given.get(i).longValue();
    }
    return shape;
  }

  @Test
  void aGeneratorGoesOnCountingInACompiledFunction() {
    try (TensorScope scope = TensorScope.open();
        SeedGenerator seed = new SeedGenerator(7);
        SeedGenerator twin = new SeedGenerator(7)) {
      seed.state();
      try (CompiledFunction draw =
          CompiledFunction.trace(
              "draw", List.of(), none -> List.of(KerasRandom.normal(Shape.of(4), seed)))) {
        for (int i = 0; i < 3; i++) {
          float[] eager = KerasRandom.normal(Shape.of(4), twin).floats();
          assertArrayEquals(eager, draw.call(List.of()).get(0).floats(), 1e-6f);
        }
      }
      assertArrayEquals(new long[] {7, 3}, seed.state().read().longs());
    }
  }

  @Test
  void functionsWithoutSeedMayBeCompiled() {
    RandomSeeds.setRandomSeed(1);
    try (TensorScope scope = TensorScope.open();
        CompiledFunction draw =
            CompiledFunction.trace(
                "draw", List.of(), none -> List.of(KerasRandom.uniform(Shape.of(2), null)))) {
      float[] first = draw.call(List.of()).get(0).floats();
      float[] second = draw.call(List.of()).get(0).floats();
      RandomSeeds.setRandomSeed(1);
      assertArrayEquals(first, KerasRandom.uniform(Shape.of(2), null).floats());
      assertArrayEquals(second, draw.call(List.of()).get(0).floats());
    }
  }

  @Test
  void aGeneratorWithoutSeedDrawsItAsKerasDoes() {
    RandomSeeds.setRandomSeed(42);
    SeedGenerator first = new SeedGenerator();
    SeedGenerator second = new SeedGenerator().name("mine");
    assertEquals(119540832, second.seed());
    assertEquals(686579304, first.seed());
    assertEquals("{\"seed\":null,\"name\":\"mine\"}", second.config().toString());
  }

  @Test
  void dropoutOfNothingIsTheInputItself() {
    try (Tensor x = Tensor.of(new float[] {1, 2});
        Tensor all = KerasRandom.dropout(x, 1, null, Seed.of(1))) {
      assertSame(x, KerasRandom.dropout(x, 0, null, Seed.of(1)));
      assertArrayEquals(new float[] {0, 0}, all.floats());
    }
  }
}

package rhyton.initializers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.golden.GoldenFolder;
import rhyton.golden.Json;
import rhyton.random.SeedGenerator;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.utils.RandomSeeds;

class InitializersTest {
  @AfterEach
  void unseed() {
    RandomSeeds.unsetRandomSeed();
  }

  @Tag("golden")
  @TestFactory
  Stream<DynamicTest> everyInitializer() {
    return GoldenFolder.cases("functions/initializers.json", InitializersTest::check);
  }

  private static void check(JsonNode one) {
    ObjectNode json = one.get("config").deepCopy();
    if (one.has("constructor_only")) {
      ((ObjectNode) json.get("config")).setAll((ObjectNode) one.get("constructor_only"));
    }
    check(one, json);
  }

  private static void check(JsonNode one, JsonNode json) {
    Initializer initializer = read(json);
    Shape shape = Shape.of(Json.longs(one.get("shape")));
    DType dtype = DType.of(one.get("dtype").textValue());
    try (TensorScope scope = TensorScope.open()) {
      if (one.has("value")) {
        close(one, one.get("value"), initializer.apply(shape, dtype));
      } else {
        for (JsonNode value : one.get("values_of_successive_calls")) {
          close(one, value, initializer.apply(shape, dtype));
        }
      }
    }
  }

  private static void close(JsonNode one, JsonNode expected, Tensor value) {
    String name = one.get("config").get("class_name").textValue();
    double rtol =
        switch (value.dtype()) {
          case FLOAT16 -> 2e-3;
          case BFLOAT16 -> 2e-2;
          default -> name.equals("Orthogonal") ? 1e-4 : 1e-6;
        };
    double atol = name.equals("Orthogonal") ? 1e-5 : name.equals("STFT") ? 1e-6 : 5e-8;
    Json.assertClose(expected, value, rtol, atol);
  }

  private static Initializer read(JsonNode json) {
    return Initializers.CODEC.fromJson(json, ReadContext.of(TypeRegistry.EMPTY));
  }

  @Test
  void stringsAreKerasNames() {
    assertInstanceOf(HeNormal.class, Initializers.get("he_normal"));
    assertInstanceOf(HeNormal.class, Initializers.get("HeNormal"));
    assertInstanceOf(Zeros.class, Initializers.get("zero"));
    assertInstanceOf(RandomNormal.class, Initializers.get("normal"));
    assertInstanceOf(Orthogonal.class, Initializers.get("OrthogonalInitializer"));
    assertInstanceOf(STFT.class, Initializers.get("stft"));
    assertEquals(null, Initializers.get(null));
    assertEquals(
        "Unknown initializer `glorot`. Did you mean `GlorotNormal` or `GlorotUniform`?",
        assertThrows(IllegalArgumentException.class, () -> Initializers.get("glorot"))
            .getMessage());
  }

  @Test
  void anInitializerWithoutSeedRepeatsTheOneThatItDraws() {
    RandomSeeds.setRandomSeed(42);
    try (TensorScope scope = TensorScope.open()) {
      GlorotUniform unseeded = new GlorotUniform();
      float[] first = unseeded.apply(Shape.of(3, 4), DType.FLOAT32).floats();
      float[] second = unseeded.apply(Shape.of(3, 4), DType.FLOAT32).floats();
      float[] given =
          new GlorotUniform().seed(686579304).apply(Shape.of(3, 4), DType.FLOAT32).floats();
      assertArrayEquals(first, second);
      assertArrayEquals(given, first);
    }
  }

  @Test
  void aSeedGeneratorIsWrittenAndReadBack() {
    HeNormal he = new HeNormal().seed(new SeedGenerator(5).name("mine"));
    JsonNode seed = he.config().get("seed");
    assertEquals("{\"seed\":5,\"name\":\"mine\"}", seed.get("config").toString());
    assertEquals(he.config(), HeNormal.TYPE.fromConfig(he.config()).config());
  }

  @Test
  void wrongShapesAreNamed() {
    assertEquals(
        "Identity: the weight must be a matrix. Received: shape=(3,)",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Identity().apply(Shape.of(3), DType.FLOAT32))
            .getMessage());
    assertEquals(
        "Orthogonal: the weight must have at least two axes. Received: shape=(3,)",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Orthogonal().apply(Shape.of(3), DType.FLOAT32))
            .getMessage());
  }

  @Test
  void normalIsAShortNameOfTheTruncatedDistribution() {
    VarianceScaling scaling = new VarianceScaling().distribution("normal");
    assertEquals("truncated_normal", scaling.config().get("distribution").textValue());
    assertEquals(
        "VarianceScaling: argument `mode` must be one of \"fan_in\", \"fan_out\", \"fan_avg\"."
            + " Received: mode=\"fan\"",
        assertThrows(IllegalArgumentException.class, () -> new VarianceScaling().mode("fan"))
            .getMessage());
  }
}

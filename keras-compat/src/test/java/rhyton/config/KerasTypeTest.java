package rhyton.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class KerasTypeTest {
  private static final Arg<Integer> UNITS = Arg.positiveInt("units");
  private static final Arg<Boolean> USE_BIAS = Arg.flag("use_bias", true);
  private static final Arg<long[]> POOL_SIZE = Arg.of("pool_size", Codec.DIMS, new long[] {2});
  private static final Arg<long[]> STRIDES =
      Arg.required("strides", Codec.DIMS).defaultsTo(args -> args.get(POOL_SIZE));
  private static final Arg<Double> RATE = Arg.of("rate", Codec.FLOAT32, 0.001);
  private static final Arg<Long> SEED = Arg.optional("seed", Codec.LONG).since("3.15");
  private static final Arg<Double> GAIN = Arg.number("gain", 1.0).unlisted();

  /** A type with one option of each kind. */
  private static final class Thing extends DeclaredObject<Thing> {
    static final KerasType<Thing> TYPE =
        KerasType.loss("Thing", Thing::new, UNITS, USE_BIAS, POOL_SIZE, STRIDES, RATE, SEED, GAIN);

    Thing(int units) {
      this(ArgValues.NONE.with(UNITS, units));
    }

    private Thing(ArgValues args) {
      super(args.perAxis(2, POOL_SIZE, STRIDES));
    }

    @Override
    public KerasType<Thing> type() {
      return TYPE;
    }
  }

  @Test
  void aConfigHasAllKeysOfItsRelease() {
    assertEquals(
        json(
            """
            {"units": 3, "use_bias": true, "pool_size": [2, 2], "strides": [2, 2],
             "rate": 0.0010000000474974513, "seed": null}"""),
        new Thing(3).config());
  }

  @Test
  void filesLeaveOutYoungKeysAtTheirDefaults() {
    assertFalse(new Thing(3).config(ConfigStyle.PORTABLE).has("seed"));
    assertEquals(7, new Thing(3).with(SEED, 7L).config(ConfigStyle.PORTABLE).get("seed").asInt());
    assertEquals(2.0, new Thing(3).with(GAIN, 2.0).config().get("gain").doubleValue());
  }

  @Test
  void aChangedCopyComputesItsDefaultsAnew() {
    Thing thing = new Thing(3);
    Thing wider = thing.with(POOL_SIZE, new long[] {3, 4});
    assertArrayEquals(new long[] {3, 4}, wider.args().get(STRIDES));
    assertArrayEquals(new long[] {2, 2}, thing.args().get(STRIDES));
    assertArrayEquals(new long[] {1, 1}, wider.with(STRIDES, new long[] {1}).args().get(STRIDES));
  }

  @Test
  void arraysAreCopiedInAndOut() {
    long[] size = {3, 3};
    Thing thing = new Thing(3).with(POOL_SIZE, size);
    size[0] = 9;
    thing.args().get(POOL_SIZE)[1] = 9;
    assertArrayEquals(new long[] {3, 3}, thing.args().get(POOL_SIZE));
  }

  @Test
  void messagesNameTypeArgumentAndValue() {
    assertMessage(
        "Thing: argument `units` must be a positive integer. Received: units=-3",
        () -> new Thing(-3));
    assertMessage("Thing: argument `units` must be given.", () -> new Thing(ArgValues.NONE));
    assertMessage(
        "Thing: argument `use_bias` must be a boolean. Received: use_bias=null",
        () -> new Thing(3).with(USE_BIAS, null));
    assertMessage(
        "Thing: argument `pool_size` must be one integer or a list of 2."
            + " Received: pool_size=[1, 2, 3]",
        () -> new Thing(3).with(POOL_SIZE, new long[] {1, 2, 3}));
    assertMessage(
        "Thing: there is no argument `other`."
            + " Available: [units, use_bias, pool_size, strides, rate, seed, gain]",
        () -> new Thing(3).with(Arg.flag("other", true), false));
  }

  @Test
  void aConfigIsReadBack() {
    JsonNode config = json("{\"units\": 3.0, \"strides\": 1, \"seed\": 5, \"younger\": null}");
    Thing thing = Thing.TYPE.fromConfig(config, ReadContext.of(TypeRegistry.EMPTY));
    assertEquals(
        json(
            """
            {"units": 3, "use_bias": true, "pool_size": [2, 2], "strides": [1, 1],
             "rate": 0.0010000000474974513, "seed": 5}"""),
        thing.config());
  }

  @Test
  void errorsInAConfigNameThePlace() {
    assertMessage(
        "config.units: must be an integer. Received: \"x\"", () -> read("{\"units\": \"x\"}"));
    assertMessage(
        "config: Thing: argument `units` must be a positive integer. Received: units=0",
        () -> read("{\"units\": 0}"));
    assertMessage(
        "config.colour: Thing has no such key."
            + " It has [units, use_bias, pool_size, strides, rate, seed, gain]",
        () -> read("{\"units\": 1, \"colour\": \"red\"}"));
    assertMessage(
        "config.strides[1]: must be an integer. Received: 1.5",
        () -> read("{\"units\": 1, \"strides\": [1, 1.5]}"));
  }

  @Test
  void aRegistryFindsClassesByAllTheirNames() {
    TypeRegistry registry = TypeRegistry.of(List.of(Thing.TYPE.alias("Stuff")));
    ReadContext at = ReadContext.of(registry);
    for (String name : List.of("Thing", "Stuff", "thing")) {
      JsonNode json = json("{\"class_name\": \"" + name + "\", \"config\": {\"units\": 4}}");
      Thing thing = (Thing) registry.read(Family.LOSS, json, at);
      assertEquals(4, thing.args().get(UNITS));
    }
    assertMessage(
        "config: unknown loss `Else`. A class of your own must be given as a custom object:"
            + " LoadOptions.customObjects, or --classpath on the command line",
        () -> registry.read(Family.LOSS, json("{\"class_name\": \"Else\", \"config\": {}}"), at));
    assertMessage(
        "config: must be an object with `class_name` and `config`. Received: {}",
        () -> registry.read(Family.LOSS, json("{}"), at));
  }

  @Test
  void aClassOfTheUsersOwnIsFoundByItsRegisteredName() {
    KerasType<Thing> own = Thing.TYPE.registered("pkg");
    assertEquals("pkg>Thing", own.registeredName());
    TypeRegistry registry = TypeRegistry.of(List.of(own));
    JsonNode json =
        json(
            """
            {"module": null, "class_name": "Renamed", "config": {"units": 4},
             "registered_name": "pkg>Thing"}""");
    Thing thing = (Thing) registry.read(Family.LOSS, json, ReadContext.of(registry));
    assertEquals(4, thing.args().get(UNITS));
  }

  @Test
  void serializedObjectsKeepFurtherKeys() {
    JsonNode json =
        json(
            """
            {"module": "keras.losses", "class_name": "Thing", "config": {"units": 4},
             "registered_name": null, "build_config": {"input_shape": [null, 3]}}""");
    SerializedObject object = SerializedObject.read(json, ReadContext.of(TypeRegistry.EMPTY));
    assertEquals("[null,3]", object.extras().at("/build_config/input_shape").toString());
    assertEquals(json, object.toJson());
  }

  @Test
  void javaNamesFollowFromJsonNames() {
    assertEquals("beta1", Arg.number("beta_1", 0.9).javaName());
    assertEquals("useBias", USE_BIAS.javaName());
    assertEquals("units", UNITS.javaName());
  }

  private static Thing read(String config) {
    return Thing.TYPE.fromConfig(json(config), ReadContext.of(TypeRegistry.EMPTY));
  }

  private static void assertMessage(
      String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

package rhyton.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import rhyton.config.Arg;
import rhyton.config.CheckReturnValue;
import rhyton.config.ConfigStyle;
import rhyton.config.Family;
import rhyton.config.KerasObject;
import rhyton.config.KerasType;

/** What must hold for every declared type: one test for each type and rule. */
public final class TypeContract {
  private static final JsonNode PYTHON = read("/contract/keras_3.15.json");

  /** Options whose default follows another one, which changes both. */
  private static final Map<String, Set<String>> FOLLOWERS =
      Map.of("pool_size", Set.of("strides"), "renorm", Set.of("renorm_clipping"));

  /** Options that configs do not show. */
  private static final Set<String> HIDDEN =
      Set.of(
          "Bidirectional.weights",
          "Embedding.weights",
          "SpatialDropout1D.activity_regularizer",
          "SpatialDropout1D.trainable",
          "SpatialDropout2D.activity_regularizer",
          "SpatialDropout2D.trainable",
          "SpatialDropout3D.activity_regularizer",
          "SpatialDropout3D.trainable");

  /** Options that can have one value only. */
  private static final Set<String> FIXED =
      Set.of(
          "ActivityRegularization.activity_regularizer",
          "InputLayer.optional",
          "InputLayer.ragged",
          "InputLayer.sparse");

  private TypeContract() {}

  private static JsonNode read(String resource) {
    try (var in = TypeContract.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tests of some types. */
  public static Stream<DynamicNode> of(Collection<? extends KerasType<?>> types) {
    return types.stream().map(TypeContract::of);
  }

  private static DynamicNode of(KerasType<?> type) {
    return dynamicContainer(
        type.toString(),
        Stream.of(
            dynamicTest("its config is Python's", () -> isPythons(type)),
            dynamicTest("a config is read back", () -> isReadBack(type)),
            dynamicTest("files leave out what 3.1 does not know", () -> isPortable(type)),
            dynamicTest("each option has a method that changes it alone", () -> hasMethods(type)),
            dynamicTest("copying methods are marked", () -> marksCopies(type))));
  }

  /** The entry of Python's list for a type. */
  static JsonNode python(KerasType<?> type) {
    for (JsonNode one : PYTHON) {
      if (one.get("class_name").textValue().equals(type.name())
          && one.get("module").textValue().equals(type.family().module())) {
        return one;
      }
    }
    throw new AssertionError("Keras 3.15 has no " + type);
  }

  static KerasObject example(KerasType<?> type) {
    ObjectNode given = python(type).get("given").deepCopy();
    boolean named = type.family() == Family.LAYER || type.family() == Family.OPTIMIZER;
    if (named) { // automatic names depend on what was made before
      given.set("name", python(type).at("/config/name"));
    }
    return type.fromConfig(given);
  }

  private static void isPythons(KerasType<?> type) {
    assertSameJson(python(type).get("config"), example(type).config());
  }

  private static void isReadBack(KerasType<?> type) {
    ObjectNode config = example(type).config();
    assertSameJson(config, type.fromConfig(config).config());
    assertSameJson(config, type.fromConfig(python(type).get("config")).config());
  }

  private static void isPortable(KerasType<?> type) {
    ObjectNode portable = example(type).config(ConfigStyle.PORTABLE);
    assertSameJson(example(type).config(), type.fromConfig(portable).config());
  }

  private static void hasMethods(KerasType<?> type) throws ReflectiveOperationException {
    KerasObject example = example(type);
    for (Arg<?> arg : type.args().args()) {
      List<Method> methods =
          Arrays.stream(example.getClass().getMethods())
              .filter(m -> m.getName().equals(methodName(arg)) && m.getParameterCount() == 1)
              .toList();
      if (hasOneValue(example, arg)) {
        continue;
      }
      boolean required = arg.fallback() == null;
      assertFalse(methods.isEmpty() && !required, "no method " + arg.javaName());
      for (Method method : methods) {
        assertTrue(changes(example, method, arg), () -> "no value of the test suits " + method);
      }
    }
  }

  /** The name that follows from the JSON name, except where that is a word of Java. */
  private static String methodName(Arg<?> arg) {
    return arg.name().equals("synchronized") ? "synchronize" : arg.javaName();
  }

  private static boolean hasOneValue(KerasObject example, Arg<?> arg) {
    return FIXED.contains(example.type().name() + "." + arg.name())
        || arg.codec().expected().startsWith("null");
  }

  /** Whether one of the samples is a value that the option takes and does not have. */
  private static boolean changes(KerasObject example, Method method, Arg<?> arg)
      throws ReflectiveOperationException {
    JsonNode before = example.config();
    for (Object sample : Samples.of(method.getParameterTypes()[0])) {
      Object copy;
      try {
        copy = method.invoke(example, new Object[] {sample});
      } catch (InvocationTargetException e) {
        continue; // not a value of this option
      }
      Set<String> changed = differences(before, ((KerasObject) copy).config());
      changed.removeAll(FOLLOWERS.getOrDefault(arg.name(), Set.of()));
      if (HIDDEN.contains(example.type().name() + "." + arg.name())) {
        assertEquals(Set.of(), changed, method::toString);
        changed = Set.of(arg.name());
      }
      if (!changed.isEmpty()) {
        assertEquals(Set.of(arg.name()), changed, method::toString);
        assertEquals(before, example.config(), "the source changed");
        return true;
      }
    }
    return false;
  }

  private static Set<String> differences(JsonNode a, JsonNode b) {
    Set<String> names = new TreeSet<>();
    a.fieldNames().forEachRemaining(names::add);
    b.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> a.path(name).equals(b.path(name)));
    return names;
  }

  private static void marksCopies(KerasType<?> type) {
    Class<?> own = example(type).getClass();
    List<String> names = type.args().args().stream().map(Arg::javaName).toList();
    for (Method method : own.getMethods()) {
      if (names.contains(method.getName()) && method.getParameterCount() == 1) {
        boolean marked =
            method.isAnnotationPresent(CheckReturnValue.class)
                || method.getDeclaringClass().isAnnotationPresent(CheckReturnValue.class);
        assertTrue(marked, () -> method + " lacks @CheckReturnValue");
      }
    }
  }

  /** Equal up to the order of keys and the form of numbers: 2 is 2.0. */
  public static void assertSameJson(JsonNode expected, JsonNode actual) {
    assertNotNull(actual);
    if (!same(expected, actual)) {
      assertEquals(expected.toPrettyString(), actual.toPrettyString());
    }
  }

  private static boolean same(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return a.doubleValue() == b.doubleValue();
    }
    if (a.getNodeType() != b.getNodeType() || a.size() != b.size()) {
      return false;
    }
    if (a.isObject()) {
      return a.properties().stream()
          .allMatch(f -> b.has(f.getKey()) && same(f.getValue(), b.get(f.getKey())));
    }
    if (a.isArray()) {
      for (int i = 0; i < a.size(); i++) {
        if (!same(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    return a.equals(b);
  }
}

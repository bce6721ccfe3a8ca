package rhyton.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.optimizers.schedules.LearningRate;

/** What holds for the options of every optimizer, beyond the contract of all types. */
class OptimizerContractTest {
  private static Stream<DynamicTest> each(Consumer<KerasType<?>> check) {
    return Optimizers.TYPES.stream()
        .map(type -> DynamicTest.dynamicTest(type.name(), () -> check.accept(type)));
  }

  private static Optimizer<?> make(KerasType<?> type) {
    return (Optimizer<?>) type.create(ArgValues.NONE.with(OptimizerOptions.NAME, "mine"));
  }

  @TestFactory
  Stream<DynamicTest> aConfigMakesTheSameObject() {
    return each(
        type -> {
          Optimizer<?> changed = make(type);
          for (Arg<?> option : type.args().args()) {
            if (!option.name().contains("clip") && !option.name().equals("name")) {
              changed = set(changed, option);
            }
          }
          assertEquals(changed.config(), type.fromConfig(changed.config()).config(), type.name());
        });
  }

  /** Calls the method that sets an option, with some value that is allowed. */
  private static Optimizer<?> set(Optimizer<?> optimizer, Arg<?> option) {
    Method method =
        Arrays.stream(optimizer.getClass().getMethods())
            .filter(m -> m.getName().equals(option.javaName()) && m.getParameterCount() == 1)
            .filter(m -> m.getParameterTypes()[0] != LearningRate.class)
            .filter(m -> !m.isBridge())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no method " + option.javaName()));
    Object value =
        switch (method.getParameterTypes()[0].getSimpleName()) {
          case "double" -> option.name().equals("learning_rate_power") ? -0.25 : 0.25;
          case "int" -> 3;
          case "boolean" -> !(Boolean) optimizer.args().get(option);
          default -> "other";
        };
    try {
      return (Optimizer<?>) method.invoke(optimizer, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(option.name(), e);
    }
  }

  @Test
  void stringsAreNamesInAnyCase() {
    for (KerasType<?> type : Optimizers.TYPES) {
      String lower = type.name().toLowerCase(Locale.ROOT);
      for (String name : List.of(type.name(), lower, type.name().toUpperCase(Locale.ROOT))) {
        assertSame(type, Optimizers.get(name).type());
      }
    }
    assertNotSame(Optimizers.get("sgd"), Optimizers.get("sgd"));
    assertNull(Optimizers.get(null));
    SGD given = new SGD();
    assertSame(given, assertInstanceOf(SGD.class, Optimizers.get(given)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Optimizers.get("sdg")).getMessage();
    assertEquals("Unknown optimizer `sdg`. Did you mean `SGD`?", message);
    assertThrows(IllegalArgumentException.class, () -> Optimizers.get(3));
  }

  @Test
  void wrongOptionsAreNamed() {
    assertMessage(
        "SGD: argument `momentum` must be between 0 and 1. Received: momentum=1.5",
        () -> new SGD().momentum(1.5));
    assertMessage(
        "SGD: argument `gradient_accumulation_steps` must be an integer of at least 2. Received:"
            + " gradient_accumulation_steps=1",
        () -> new SGD().gradientAccumulationSteps(1));
    assertMessage(
        "SGD: only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set. Received:"
            + " clipnorm=1.0, clipvalue=2.0, global_clipnorm=null",
        () -> new SGD().clipnorm(1).clipvalue(2));
  }

  private static void assertMessage(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}

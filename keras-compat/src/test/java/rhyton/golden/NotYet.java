package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import rhyton.utils.Names;

/**
 * The list of classes, functions and features of Keras that golden cases use and that are not there
 * yet: {@code not_yet.txt}. It only gets shorter.
 */
public final class NotYet {
  private static final Set<String> NAMES = read();

  private NotYet() {}

  private static Set<String> read() {
    try (var in = NotYet.class.getResourceAsStream("/not_yet.txt")) {
      Set<String> names = new TreeSet<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Skips the test if the list has the name.
   *
   * @param name a class with its module, such as {@code keras.losses.Dice}, or a feature
   */
  public static void skipIfListed(String name) {
    Assumptions.assumeFalse(NAMES.contains(name), () -> name + " is not there yet");
  }

  /**
   * Skips the test if the list has one of the names; losses and metrics are found in it by the name
   * of their function, too.
   *
   * @param used the names that a case uses
   */
  public static void skipIfAnyListed(Set<String> used) {
    for (String listed : NAMES) {
      int dot = listed.lastIndexOf('.') + 1;
      String function = listed.substring(0, dot) + Names.snakeCase(listed.substring(dot));
      boolean needed = used.contains(listed) || used.contains(function);
      Assumptions.assumeFalse(needed, () -> listed + " is not there yet");
    }
  }

  /** Fails if the list has the name of something that is there. */
  public static void assertNotListed(String name) {
    assertFalse(NAMES.contains(name), () -> name + " is there: take it off not_yet.txt");
  }
}

package rhyton.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import rhyton.utils.Names;

/** What is said of a name that no class has: whether Keras knows it, or which names are close. */
final class UnknownClass {
  private static final String LIST = "keras_classes.txt";
  private static final int MOST_SUGGESTIONS = 3;
  private static final int SHORTEST_PART = 3;

  private UnknownClass() {}

  /** Lines of a kind and a class of Keras, also in snake case; read when something is unknown. */
  private static final class Keras {
    static final Set<String> CLASSES = read();

    private static Set<String> read() {
      try (var in = Objects.requireNonNull(UnknownClass.class.getResourceAsStream(LIST), LIST);
          var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        Set<String> classes = new HashSet<>();
        lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(
                line -> {
                  String[] words = line.split(" ");
                  classes.add(line);
                  classes.add(words[0] + " " + Names.snakeCase(words[1]));
                });
        return classes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether Keras 3.15 has a class of that name. */
  private static boolean isKerass(Family family, String name) {
    return Keras.CLASSES.contains(family.noun() + " " + name);
  }

  /**
   * The message, which starts with a small letter.
   *
   * @param known the names that there are
   */
  static String message(Family family, String name, Collection<String> known) {
    if (isKerass(family, name)) {
      return family.noun() + " `" + name + "` of Keras is not supported yet";
    }
    List<String> close = close(name, known);
    return ("unknown " + family.noun() + " `" + name + "`")
        + (close.isEmpty() ? "" : ". Did you mean `" + String.join("` or `", close) + "`?");
  }

  /** The message for a name in a file, where a class of the user's own may be meant. */
  static String messageInFile(Family family, String name, Collection<String> known) {
    String message = message(family, name, known);
    return isKerass(family, name)
        ? message
        : (message + (message.endsWith("?") ? " " : ". "))
            + "A class of your own must be given as a custom object: LoadOptions.customObjects, or"
            + " --classpath on the command line";
  }

  /** The few names that are nearest, if any is near. */
  private static List<String> close(String name, Collection<String> known) {
    String wanted = plain(name);
    Map<String, String> nearest = new TreeMap<>(); // by distance, then in alphabetical order
    for (String one : known) {
      String candidate = plain(one);
      int distance = distance(wanted, candidate);
      boolean isPart = wanted.length() >= SHORTEST_PART && candidate.contains(wanted);
      if (isPart || distance <= Math.max(1, wanted.length() / 4)) {
        nearest.merge("%04d %s".formatted(distance, candidate), one, UnknownClass::preferred);
      }
    }
    return nearest.values().stream().limit(MOST_SUGGESTIONS).toList();
  }

  /** Of two ways to write a name the one with capitals, which files have. */
  private static String preferred(String a, String b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** How many letters are inserted, left out, replaced, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        d[i][j] = swapped ? Math.min(d[i][j], 1 + d[i - 2][j - 2]) : d[i][j];
      }
    }
    return d[a.length()][b.length()];
  }
}

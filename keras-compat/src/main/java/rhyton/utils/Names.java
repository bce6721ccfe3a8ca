package rhyton.utils;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names are made of other names: of classes for layers, of JSON keys for Java methods. */
public final class Names {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");
  private static final Pattern WORD_START = Pattern.compile("(.)([A-Z][a-z]+)");
  private static final Pattern LOWER_TO_UPPER = Pattern.compile("([a-z])([A-Z])");
  private static final Pattern AFTER_UNDERSCORE = Pattern.compile("_+(.)");

  private Names() {}

  /**
   * The name Keras makes of a class name, for layers and for paths in weights files.
   *
   * @param className the simple name of a class
   * @return for example {@code conv2d_transpose} for {@code Conv2DTranspose}
   */
  public static String snakeCase(String className) {
    String name = NO_WORD.matcher(className).replaceAll("");
    name = WORD_START.matcher(name).replaceAll("$1_$2");
    return LOWER_TO_UPPER.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }

  /**
   * The name of the Java method for a key of a configuration.
   *
   * @param key the key in Keras's JSON
   * @return for example {@code kernelSize} for {@code kernel_size}
   */
  public static String camelCase(String key) {
    return AFTER_UNDERSCORE
        .matcher(key)
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}

package rhyton.layers.options;

import java.util.Arrays;
import rhyton.config.Check;

/** What sizes must be. */
public final class Sizes {
  /** At least 1 along each axis. */
  public static final Check<long[]> POSITIVE =
      new Check<>(
          "a positive integer, or one for each axis",
          sizes -> sizes.length > 0 && Arrays.stream(sizes).allMatch(size -> size > 0));

  /** At least 0 along each axis. */
  public static final Check<long[]> NOT_NEGATIVE =
      new Check<>(
          "an integer that is not negative, or one for each axis",
          sizes -> sizes.length > 0 && Arrays.stream(sizes).allMatch(size -> size >= 0));

  private Sizes() {}
}

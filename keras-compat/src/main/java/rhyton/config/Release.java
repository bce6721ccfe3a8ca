package rhyton.config;

/** Releases of Keras as numbers that can be compared. */
final class Release {
  /** Later than any release: an option that stands in a config only if it is not at its default. */
  static final int NEVER = Integer.MAX_VALUE;

  private Release() {}

  /** The number of a release such as 3.15. */
  static int of(String release) {
    String[] parts = release.split("\\.");
    return 1000 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
  }
}

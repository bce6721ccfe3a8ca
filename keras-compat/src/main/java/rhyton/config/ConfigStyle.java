package rhyton.config;

/**
 * For whom a config is written. Keras refuses a config with a key it does not know, so files leave
 * out what younger releases added, as long as it is at its default.
 */
public enum ConfigStyle {
  /** The config that Keras 3.15 writes, which {@code config()} returns. */
  FULL(Release.of("3.15")),
  /** The config that every Keras since 3.1 reads. */
  PORTABLE(Release.of("3.1"));

  private final int release;

  ConfigStyle(int release) {
    this.release = release;
  }

  /** Whether an option is written even at its default. */
  boolean always(int since) {
    return since <= release;
  }
}

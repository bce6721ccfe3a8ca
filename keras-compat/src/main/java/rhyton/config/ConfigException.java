package rhyton.config;

/**
 * A config cannot be turned into an object. The message starts with the place in the config, such
 * as {@code config.layers[3].config.kernel_size}.
 */
public final class ConfigException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;

  /**
   * An error at one place of a config.
   *
   * @param path the place
   * @param problem what is wrong there
   * @param cause what found it, or null
   */
  public ConfigException(String path, String problem, Throwable cause) {
    super((path.isEmpty() ? "the config" : path) + ": " + problem, cause);
    this.path = path;
  }

  /** Returns the place in the config. */
  public String path() {
    return path;
  }
}

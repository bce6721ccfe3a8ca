package rhyton.tensor.runtime;

import java.nio.file.Path;

/**
 * How the native library is started. Settings count for the whole process and only before its first
 * use; {@link NativeRuntime#configure} says so when it is too late.
 *
 * <p>What is not set here is taken from the environment: {@code RHYTON_INTRA_OP_THREADS}, {@code
 * RHYTON_INTER_OP_THREADS}, {@code RHYTON_CACHE_DIR}. The native log level ({@code
 * TF_CPP_MIN_LOG_LEVEL}, 0 to 3) and deterministic kernels ({@code TF_DETERMINISTIC_OPS=1}) are
 * read by the native library from the environment of the process alone, so they have to be set by
 * whoever starts it.
 *
 * <pre>{@code
 * NativeRuntime.configure(new RuntimeOptions().intraOpThreads(2).interOpThreads(1));
 * }</pre>
 */
public final class RuntimeOptions {
  private final int intraOpThreads;
  private final int interOpThreads;
  private final Path cacheFolder;

  /** The settings of the environment. */
  public RuntimeOptions() {
    this(
        fromEnvironment("RHYTON_INTRA_OP_THREADS"),
        fromEnvironment("RHYTON_INTER_OP_THREADS"),
        System.getenv("RHYTON_CACHE_DIR") == null
            ? null
            : Path.of(System.getenv("RHYTON_CACHE_DIR")));
  }

  private RuntimeOptions(int intraOpThreads, int interOpThreads, Path cacheFolder) {
    this.intraOpThreads = intraOpThreads;
    this.interOpThreads = interOpThreads;
    this.cacheFolder = cacheFolder;
  }

  private static int fromEnvironment(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      return 0;
    }
    try {
      return checked(name, Integer.parseInt(value.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " must be a number of threads. Received: " + value, e);
    }
  }

  private static int checked(String name, int threads) {
    if (threads < 0) {
      throw new IllegalArgumentException(
          name + " must be at least 0 (0: one for each core). Received: " + threads);
    }
    return threads;
  }

  /**
   * How many threads work on one op.
   *
   * @param threads the number of threads, 0 for one for each core (the default)
   * @return options with that number
   */
  public RuntimeOptions intraOpThreads(int threads) {
    return new RuntimeOptions(checked("intraOpThreads", threads), interOpThreads, cacheFolder);
  }

  /**
   * How many ops of a function may run at the same time.
   *
   * @param threads the number of threads, 0 for one for each core (the default)
   * @return options with that number
   */
  public RuntimeOptions interOpThreads(int threads) {
    return new RuntimeOptions(intraOpThreads, checked("interOpThreads", threads), cacheFolder);
  }

  /**
   * Where the native library is unpacked at its first use (about 700 MB), for containers whose home
   * folder cannot be written. A folder that is filled already may be read-only.
   *
   * @param folder the folder; default {@code ~/.javacpp/cache}
   * @return options with that folder
   */
  public RuntimeOptions cacheFolder(Path folder) {
    return new RuntimeOptions(intraOpThreads, interOpThreads, folder);
  }

  /** Returns the threads for one op, 0 for one for each core. */
  public int intraOpThreads() {
    return intraOpThreads;
  }

  /** Returns the threads for ops side by side, 0 for one for each core. */
  public int interOpThreads() {
    return interOpThreads;
  }

  /** Returns the folder for the unpacked library, or null for the default. */
  public Path cacheFolder() {
    return cacheFolder;
  }
}

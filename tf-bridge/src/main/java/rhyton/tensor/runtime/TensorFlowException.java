package rhyton.tensor.runtime;

import java.util.regex.Pattern;

/** The native library refused or failed: its own message, and its number for the kind of error. */
public final class TensorFlowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where in the graph an error came up: names that TensorFlow puts around what is wrong. */
  private static final Pattern WHERE =
      Pattern.compile(
          "\\{\\{function_node [^{}]*}} ?"
              + "|\\s*\\[\\[\\{\\{node [^{}]*}}]]"
              + "|\\n\\t \\[\\[[^\\[\\]]*]]");

  private static final Pattern CALLS = Pattern.compile("(?s)\\s*Function call stack.*");

  private final int code;

  /**
   * A failure of the native library.
   *
   * @param code TensorFlow's error code, for example 3 for an invalid argument
   * @param message TensorFlow's message; what it says of nodes and calls is left out
   */
  public TensorFlowException(int code, String message) {
    super(readable(message));
    this.code = code;
  }

  private static String readable(String message) {
    return CALLS.matcher(WHERE.matcher(message).replaceAll("")).replaceFirst("").strip();
  }

  /** Returns TensorFlow's error code (3 invalid argument, 5 not found, 8 resource exhausted, …). */
  public int code() {
    return code;
  }
}

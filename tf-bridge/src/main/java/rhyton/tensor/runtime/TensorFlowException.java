package rhyton.tensor.runtime;

/** The native library refused or failed: its own message, and its number for the kind of error. */
public final class TensorFlowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * A failure of the native library.
   *
   * @param code TensorFlow's error code, for example 3 for an invalid argument
   * @param message TensorFlow's message
   */
  public TensorFlowException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** Returns TensorFlow's error code (3 invalid argument, 5 not found, 8 resource exhausted, …). */
  public int code() {
    return code;
  }
}

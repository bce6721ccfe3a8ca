package rhyton.tensor;

/**
 * A file is not what it should be: damaged, of an unknown kind, or hostile. The message says which
 * file, where in it, what was expected and what is there.
 */
public class FileFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error in a file.
   *
   * @param message what is wrong, with the path inside the file
   */
  public FileFormatException(String message) {
    super(message);
  }

  /**
   * An error in a file, found by a library.
   *
   * @param message what is wrong, with the path inside the file
   * @param cause what the library reported
   */
  public FileFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}

package rhyton.saving;

import rhyton.tensor.FileFormatException;

/**
 * A file of Keras (a {@code .keras} archive, an HDF5 file, a weights file) cannot be read: it is
 * damaged, cut off, or holds something that is refused. The message names the file and the place
 * inside it, such as {@code layers/dense/vars/0} or {@code config.layers[3].kernel_size}.
 */
public final class KerasFileException extends FileFormatException {
  private static final long serialVersionUID = 1L;

  /** The file is bad; the message says where and why. */
  public KerasFileException(String message) {
    super(message);
  }

  /** The file is bad; the message says where and why, the cause is what was met while reading. */
  public KerasFileException(String message, Throwable cause) {
    super(message, cause);
  }
}

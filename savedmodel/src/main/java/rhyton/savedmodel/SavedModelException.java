package rhyton.savedmodel;

import rhyton.tensor.FileFormatException;

/** A folder is no SavedModel, or one that cannot be loaded. */
public final class SavedModelException extends FileFormatException {
  private static final long serialVersionUID = 1L;

  /**
   * An error in a SavedModel.
   *
   * @param message what is wrong, and where
   */
  public SavedModelException(String message) {
    super(message);
  }

  /**
   * An error in a SavedModel, found by TensorFlow.
   *
   * @param message what is wrong, and where
   * @param cause what TensorFlow reported
   */
  public SavedModelException(String message, Throwable cause) {
    super(message, cause);
  }
}

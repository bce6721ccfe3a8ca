package rhyton.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong, in one line. */
final class Failures {
  private Failures() {}

  static String reason(Throwable failure) {
    if (failure instanceof UncheckedIOException wrapped) {
      return reason(wrapped.getCause());
    }
    String message =
        failure instanceof FileSystemException file ? reason(file) : failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
    return failure instanceof Error ? failure.getClass().getSimpleName() + ": " + line : line;
  }

  /** Java says only the name of the file; the class of the exception says the rest. */
  private static String reason(FileSystemException failure) {
    String problem = failure.getReason();
    if (problem == null) {
      if (failure instanceof NoSuchFileException) {
        problem = "no such file or folder";
      } else if (failure instanceof AccessDeniedException) {
        problem = "permission denied";
      } else if (failure instanceof FileAlreadyExistsException) {
        problem = "exists already";
      } else if (failure instanceof NotDirectoryException) {
        problem = "is not a folder";
      } else {
        problem = failure.getClass().getSimpleName();
      }
    }
    return failure.getFile() == null ? problem : failure.getFile() + ": " + problem;
  }
}

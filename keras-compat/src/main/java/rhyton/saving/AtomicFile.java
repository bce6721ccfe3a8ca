package rhyton.saving;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files that are written whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** What writes a file. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes.
     *
     * @param path where to; there is nothing yet
     * @throws IOException if it cannot be written
     */
    void write(Path path) throws IOException;
  }

  /**
   * Writes a file beside its place and moves it there when it is complete. If something goes wrong,
   * what was there before is untouched.
   *
   * @param target its place
   * @param writer writes the content
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, Writer writer) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "there is no such folder");
    }
    Path temporary = sibling(target);
    try {
      writer.write(temporary);
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A new name in the same folder, so that a move does not copy. */
  static Path sibling(Path target) {
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".tmp";
    return target.resolveSibling(name);
  }
}

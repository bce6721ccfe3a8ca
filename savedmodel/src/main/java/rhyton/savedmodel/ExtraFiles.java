package rhyton.savedmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the user's in a SavedModel. */
final class ExtraFiles {
  private static final String FOLDER = "assets.extra";

  private ExtraFiles() {}

  static void check(String path) {
    Path relative = Path.of(path);
    if (path.isEmpty()
        || relative.isAbsolute()
        || relative.startsWith("..")
        || !relative.normalize().equals(relative)) {
      throw new IllegalArgumentException(
          "Extra files of a SavedModel have relative paths without `..`. Received: `" + path + "`");
    }
  }

  static Path path(Path folder, String path) {
    check(path);
    return folder.resolve(FOLDER).resolve(path);
  }

  static byte[] read(Path folder, String path) {
    Path file = path(folder, path);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SavedModelException(file + ": " + e.getMessage(), e);
    }
  }
}

package rhyton.savedmodel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a folder beside its place and puts it there when it is complete. */
final class FolderSwap {
  private FolderSwap() {}

  /** What is written. */
  interface Content {
    void write(Path folder) throws IOException;
  }

  static void write(Path target, Content content) throws IOException {
    Path place = target.toAbsolutePath().normalize();
    checkReplaceable(place);
    Files.createDirectories(place.getParent());
    Path made = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + "-");
    try {
      Path fresh = Files.createDirectory(made.resolve("new"));
      content.write(fresh);
      Path old = made.resolve("old");
      boolean replaces = Files.exists(place);
      if (replaces) {
        Files.move(place, old);
      }
      try {
        Files.move(fresh, place);
      } catch (IOException e) {
        if (replaces) {
          Files.move(old, place);
        }
        throw e;
      }
    } finally {
      delete(made);
    }
  }

  private static void checkReplaceable(Path place) throws IOException {
    if (!Files.exists(place) || SavedModel.isSavedModel(place)) {
      return;
    }
    if (Files.isDirectory(place)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
        if (!entries.iterator().hasNext()) {
          return;
        }
      }
    }
    throw new IllegalArgumentException(
        place + " cannot be replaced: it is neither an empty folder nor a SavedModel");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}

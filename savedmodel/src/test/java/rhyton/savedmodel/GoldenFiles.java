package rhyton.savedmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** SavedModels as several versions of TensorFlow and Keras wrote them, with what they compute. */
final class GoldenFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GoldenFiles() {}

  /** The project's own, or those below the folder that {@code rhyton.golden} names. */
  static Path root() {
    String given = System.getProperty("rhyton.golden");
    Path root =
        given == null
            ? own()
            : Path.of(System.getProperty("rhyton.calledFrom", "")).resolve(given).resolve("files");
    if (given != null && !Files.isDirectory(root.getParent())) {
      throw new IllegalStateException("The folder of golden cases is missing: " + root.getParent());
    }
    return root;
  }

  /** The project's own. */
  static Path own() {
    try {
      return Path.of(
          Objects.requireNonNull(GoldenFiles.class.getResource("/golden/files")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of all cases with a SavedModel. */
  static List<Path> cases() {
    if (!Files.isDirectory(root())) {
      return List.of();
    }
    try (Stream<Path> below = Files.list(root())) {
      return below
          .filter(one -> Files.exists(one.resolve("case.json")))
          .filter(one -> json(one.resolve("case.json")).get("format").asText().equals("savedmodel"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run over golden cases must not pass because there are none. */
@Tag("golden")
class GoldenFolderTest {
  @Test
  void theFolderHasCases() throws IOException {
    Path root = GoldenFolder.root();
    try (Stream<Path> files = Files.walk(root, 3)) {
      assertTrue(
          files.anyMatch(file -> file.getFileName().toString().endsWith(".json")),
          () -> "There is no golden case in " + root);
    }
  }
}

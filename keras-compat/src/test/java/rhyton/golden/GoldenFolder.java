package rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Where the golden cases are: the project's own, or the folder that the system property {@code
 * rhyton.golden} names, absolute or relative to where the build was called.
 */
public final class GoldenFolder {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GoldenFolder() {}

  /** The folder, which must exist. */
  public static Path root() {
    String given = System.getProperty("rhyton.golden");
    Path root = given == null ? own() : calledFrom().resolve(given);
    if (!Files.isDirectory(root)) {
      throw new IllegalStateException("The folder of golden cases is missing: " + root);
    }
    return root;
  }

  private static Path own() {
    try {
      return Path.of(GoldenFolder.class.getResource("/golden").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path calledFrom() {
    return Path.of(System.getProperty("rhyton.calledFrom", ""));
  }

  /** Reads a JSON file of the folder. */
  public static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One test for each case of a file that is a list of cases.
   *
   * @param path the file below the folder; if it is absent there, a skipped test says so
   * @param check what to do with a case
   */
  public static Stream<DynamicTest> cases(String path, Consumer<JsonNode> check) {
    return cases(path, one -> true, check);
  }

  /**
   * One test for each of some cases of a file that is a list of cases.
   *
   * @param path the file below the folder; if it is absent there, a skipped test says so
   * @param wanted which cases; the others are another test's
   * @param check what to do with a case
   */
  public static Stream<DynamicTest> cases(
      String path, Predicate<JsonNode> wanted, Consumer<JsonNode> check) {
    Path file = root().resolve(path);
    if (!Files.exists(file)) {
      return Stream.of(absent(path));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : read(file)) {
      if (wanted.test(one)) {
        tests.add(DynamicTest.dynamicTest(one.get("name").textValue(), () -> check.accept(one)));
      }
    }
    return tests.stream();
  }

  /**
   * One test for each folder with a {@code case.json}.
   *
   * @param family the folder of the family, such as {@code layers}; if it is absent, a skipped test
   *     says so
   * @param check what to do with the folder of a case
   */
  public static Stream<DynamicTest> folders(String family, Consumer<Path> check) {
    Path folder = root().resolve(family);
    if (!Files.isDirectory(folder)) {
      return Stream.of(absent(family));
    }
    try (Stream<Path> below = Files.list(folder)) {
      return below.filter(one -> Files.exists(one.resolve("case.json"))).sorted().toList().stream()
          .map(
              one ->
                  DynamicTest.dynamicTest(one.getFileName().toString(), () -> check.accept(one)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A skipped test that says that a family of cases is absent. */
  static DynamicTest absent(String path) {
    String message = path + " is not among the golden cases in " + root();
    return DynamicTest.dynamicTest(message, () -> Assumptions.abort(message));
  }
}

package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md says about the programs and their twins in Python. */
class TwinsTest {
  private static final Pattern ROW =
      Pattern.compile(
          "\\| \\[\\w+]\\((src/\\S+)\\) \\|.*\\| (\\d+) \\| \\[(\\d+)]\\((python/\\S+)\\)");
  private static final Pattern JAVA =
      Pattern.compile("(?m)/\\*(?s:.*?)\\*/|^\\s*//.*$|^(import|package) .*$");
  private static final Pattern PYTHON =
      Pattern.compile("(?m)\\A\"\"\"(?s:.*?)\"\"\"|^\\s*#.*$|^(import|from) .*$");

  @Test
  void programsAreAtMostThreeTenthsLongerThanTheirTwins() throws IOException {
    var rows = ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();
    assertTrue(rows.size() >= 4, "the table is there");
    for (MatchResult row : rows) {
      int java = lines(row.group(1), JAVA);
      int python = lines(row.group(4), PYTHON);
      assertEquals(Integer.parseInt(row.group(2)), java, row.group(1));
      assertEquals(Integer.parseInt(row.group(3)), python, row.group(4));
      assertTrue(java <= 1.3 * python, row.group(1));
    }
  }

  @Test
  void examplesAreCopies() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String folder : new String[] {"src/main/java/rhyton/samples", "python"}) {
      try (var files = Files.list(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    var examples =
        Pattern.compile("(?s)```(?:java|python)\n(.*?)```")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .toList();
    assertTrue(examples.size() >= 4);
    examples.forEach(e -> assertTrue(sources.indexOf(e.group(1)) >= 0, e.group(1)));
  }

  private static int lines(String file, Pattern left) throws IOException {
    String code = left.matcher(Files.readString(Path.of(file))).replaceAll("");
    return (int) code.lines().filter(line -> !line.isBlank()).count();
  }
}

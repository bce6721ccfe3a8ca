package rhyton.utils;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsoleOutputTest {
  /** What the process that the test starts prints. */
  public static void main(String[] args) {
    System.out.print(ConsoleOutput.isTerminal());
  }

  private static String folderOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  @Test
  void aPipeIsNoTerminal() throws IOException, URISyntaxException {
    String classes =
        String.join(
            System.getProperty("path.separator"),
            folderOf(ConsoleOutput.class),
            folderOf(ConsoleOutputTest.class));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-cp", classes, ConsoleOutputTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("false", printed);
  }
}

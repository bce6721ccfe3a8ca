package rhyton.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * What one call of the command line came to.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Cli(int code, String out, String err) {
  /** Runs a command; paths are taken as they are printed. */
  static Cli run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new Cli(code, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace("\r\n", "\n");
  }

  /** The output of a command that must succeed and be silent on standard error. */
  static String ok(Object... arguments) {
    Cli result = run(arguments);
    assertEquals("", result.err);
    assertEquals(0, result.code);
    return result.out;
  }

  /** A command that must fail with one line that has some words. */
  static void fails(List<?> arguments, String... words) {
    Cli result = run(arguments.toArray());
    assertEquals(1, result.code, result.err);
    assertEquals(1, result.err.lines().count(), result.err);
    for (String word : words) {
      assertTrue(result.err.contains(word), "`" + word + "` is not in: " + result.err);
    }
  }

  /** A command that must be refused as wrong usage. */
  static void isWrongUsage(List<?> arguments, String... words) {
    Cli result = run(arguments.toArray());
    assertEquals(2, result.code, result.err);
    assertTrue(result.err.contains("Usage: rhyton"), result.err);
    for (String word : words) {
      assertTrue(result.err.contains(word), "`" + word + "` is not in: " + result.err);
    }
  }
}

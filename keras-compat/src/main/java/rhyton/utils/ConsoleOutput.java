package rhyton.utils;

import java.io.Console;
import java.io.Flushable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the texts for the user go: progress, summaries, words of callbacks. */
public final class ConsoleOutput {
  /** Whether a Windows console may be at the other end, which has a charset of its own. */
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private ConsoleOutput() {}

  /**
   * Writes a text and flushes. A {@link PrintStream} gets UTF-8, whatever its own charset is, as
   * Python writes it; only on Windows it is its own charset, and a heavy bar that is missing there
   * becomes an equals sign.
   *
   * @param out where to
   * @param text the text, written as it is
   * @throws UncheckedIOException if it cannot be written
   */
  public static void print(Appendable out, String text) {
    try {
      if (!(out instanceof PrintStream stream)) {
        out.append(text);
      } else if (WINDOWS) {
        stream.append(consoleCharset().newEncoder().canEncode(text) ? text : plain(text));
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
      }
      if (out instanceof Flushable flushable) {
        flushable.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns whether a person watches the standard output: it is a terminal, not a file or a pipe.
   * Up to JDK 21 there is a console only on a terminal; later ones say whether it is one.
   */
  @SuppressWarnings("SystemConsoleNull") // both answers are asked for
  public static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static Charset consoleCharset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  private static String plain(String text) {
    return text.replace('━', '=');
  }
}

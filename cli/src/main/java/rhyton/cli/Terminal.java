package rhyton.cli;

import java.io.Console;
import java.io.PrintWriter;
import rhyton.training.Fit;

/** Whether a person watches: then long work shows its progress. */
final class Terminal {
  private Terminal() {}

  /** The options of Keras's progress bar: shown on a terminal, silent otherwise. */
  static Fit progress(Fit options, PrintWriter out) {
    return isWatched() ? options.verbose(1).output(out) : options.verbose(0);
  }

  /** Up to JDK 21 there is a console only on a terminal; later ones say whether it is one. */
  @SuppressWarnings("SystemConsoleNull") // both answers are asked for
  private static boolean isWatched() {
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
}

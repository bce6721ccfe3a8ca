package rhyton.cli;

import java.io.PrintWriter;
import rhyton.training.Fit;
import rhyton.utils.ConsoleOutput;

/** Whether a person watches: then long work shows its progress. */
final class Terminal {
  private Terminal() {}

  /** The options of Keras's progress bar: shown on a terminal, silent otherwise. */
  static Fit progress(Fit options, PrintWriter out) {
    return ConsoleOutput.isTerminal() ? options.verbose(1).output(out) : options.verbose(0);
  }
}

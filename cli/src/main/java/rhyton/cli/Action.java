package rhyton.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rhyton.tensor.TensorScope;

/** What all commands have: a scope that frees their tensors, and where they print. */
abstract class Action implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /**
   * Does the work.
   *
   * @return the exit code
   */
  abstract int run() throws Exception;

  @Override
  public final Integer call() throws Exception {
    try (TensorScope scope = TensorScope.open()) {
      return run();
    } finally {
      out().flush();
      err().flush();
    }
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** The exception for arguments that are wrong: exit code 2. */
  final CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}

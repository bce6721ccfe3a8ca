package rhyton.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code rhyton}: starts the subcommand that the arguments name.
 *
 * <p>Exit codes: 0 when all went well, 1 when the work failed (one line on standard error says why,
 * {@code --verbose} adds the stack trace), 2 when the arguments are wrong.
 */
@Command(
    name = "rhyton",
    description = "Keras for Java: train, run, inspect and convert models.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footer = {
      "",
      "Also: `rhyton demo`, `rhyton sample NAME` and `rhyton bench` start the programs of the"
          + " modules samples and benchmarks."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "When something fails, print the stack trace too.")
  private boolean verbose;

  private Main() {}

  /** Runs one command and ends the virtual machine with its exit code. */
  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--version")) { // at once, before picocli is loaded
      System.out.println(version());
      return;
    }
    var main = new Main();
    var line = new CommandLine(main);
    line.setExecutionExceptionHandler(main::report);
    System.exit(line.execute(args));
  }

  /** Without a subcommand there is nothing to do: that is wrong usage. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing a command.");
  }

  private int report(Exception failure, CommandLine line, ParseResult arguments) {
    PrintWriter err = line.getErr();
    if (verbose) {
      failure.printStackTrace(err);
    } else {
      err.println(reason(failure));
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The version as the manifest of the jar that this class comes from tells it. */
  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "rhyton " + (version == null ? "(not packaged)" : version);
  }

  /** What picocli prints for {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {version()};
    }
  }
}

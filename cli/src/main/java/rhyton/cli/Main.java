package rhyton.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
    subcommands = {
      PredictCommand.class,
      EvaluateCommand.class,
      FitCommand.class,
      SummaryCommand.class,
      InspectCommand.class,
      ConvertCommand.class,
      VerifyCommand.class,
      DoctorCommand.class
    },
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
    CommandLine line = commandLine();
    line.setOut(writer(FileDescriptor.out));
    line.setErr(writer(FileDescriptor.err));
    System.exit(line.execute(args));
  }

  /** The command with all its subcommands. */
  static CommandLine commandLine() {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().versionProvider(new Version());
    }
    line.setExpandAtFiles(false); // --class-weight @FILE is ours to read
    line.setExecutionStrategy(Main::run);
    line.setExecutionExceptionHandler(main::report);
    return line;
  }

  /**
   * UTF-8, as Python writes it: tables have lines that ASCII lacks. A console of Windows differs.
   */
  private static PrintWriter writer(FileDescriptor descriptor) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
    return new PrintWriter(new FileOutputStream(descriptor), true, charset);
  }

  /** Also errors of the virtual machine, such as a missing native library, are reported. */
  private static int run(ParseResult arguments) {
    try {
      return new CommandLine.RunLast().execute(arguments);
    } catch (LinkageError | OutOfMemoryError e) {
      CommandLine line = arguments.commandSpec().commandLine();
      throw new CommandLine.ExecutionException(line, Failures.reason(e), e);
    }
  }

  /** Without a subcommand there is nothing to do: that is wrong usage. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing a command.");
  }

  private int report(Exception failure, CommandLine line, ParseResult arguments) {
    PrintWriter err = line.getErr();
    err.println(Failures.reason(failure));
    if (verbose) {
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
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

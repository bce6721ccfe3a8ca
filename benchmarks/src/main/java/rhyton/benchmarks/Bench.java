package rhyton.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rhyton.benchmarks.Comparison.Round;

/**
 * Speed against Python's Keras: runs the same workloads in both, in turn, from the same files, each
 * in a process of its own, and prints one table.
 *
 * <p>Python writes the models and data that are missing. Both sides use the same number of threads,
 * print nothing, do not shuffle, and must come to the same loss. On a machine with other work to do
 * the lines of CPU time say more than those of time.
 */
@Command(
    name = "rhyton bench",
    description = "Compares Rhyton's speed with that of Keras in Python, workload by workload.",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(
      names = "--workload",
      split = ",",
      defaultValue = "mlp,convnet,tiny,lstm,gru,latency,latency-lstm",
      description = "What is run (default: ${DEFAULT-VALUE}).")
  private List<String> workloads;

  @Option(
      names = "--models",
      defaultValue = "bench-models",
      description = "Folder of models and data; what is missing is written.")
  private Path models;

  @Option(
      names = "--python",
      defaultValue = "${env:RHYTON_PYTHON:-python3}",
      description = "A Python with TensorFlow and Keras (default: RHYTON_PYTHON, else python3).")
  private String python;

  @Option(names = "--rounds", defaultValue = "3", description = "How often both sides run.")
  private int rounds;

  @Option(names = "--epochs", defaultValue = "5", description = "Measured epochs of a run.")
  private int epochs;

  @Option(names = "--warm", defaultValue = "2", description = "Epochs of a run before those.")
  private int warm;

  @Option(names = "--threads", defaultValue = "0", description = "Threads; 0: one for each core.")
  private int threads;

  @Option(names = "--json", description = "File for all that was measured.")
  private Path json;

  @Option(names = "--memory", description = "Check instead that the process does not grow.")
  private boolean memory;

  @Option(names = "--inside", hidden = true)
  private boolean inside;

  private Bench() {}

  /** Runs the benchmark and ends the virtual machine with its exit code. */
  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Bench());
    line.setExecutionExceptionHandler(
        (failure, command, arguments) -> {
          command.getErr().println("rhyton bench: " + failure.getMessage());
          return 1;
        });
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (memory) {
      return MemoryCheck.run() ? 0 : 1;
    }
    List<Workload> wanted = workloads.stream().map(Workload::of).toList();
    if (inside) {
      ArrayNode rows = JSON.createArrayNode();
      new Workloads(models, warm, epochs).run(wanted.get(0)).forEach(row -> rows.add(row.toJson()));
      System.out.println(rows);
    } else {
      compare(wanted);
    }
    return 0;
  }

  private void compare(List<Workload> wanted) throws IOException, InterruptedException {
    double loadBefore = load();
    Map<Workload, List<Round>> measured = measure(wanted);
    List<Comparison> lines = new ArrayList<>();
    measured.forEach((workload, all) -> lines.addAll(Comparison.of(workload, all)));
    System.out.println(Comparison.header());
    lines.forEach(line -> System.out.println(line.text()));
    System.out.printf(
        java.util.Locale.ROOT,
        "%d cores, load %.1f before and %.1f after, %d rounds%n",
        Runtime.getRuntime().availableProcessors(),
        loadBefore,
        load(),
        rounds);
    if (json != null) {
      ObjectNode result = JSON.createObjectNode();
      result.put("cores", Runtime.getRuntime().availableProcessors());
      result.put("load_before", loadBefore).put("load_after", load());
      lines.forEach(line -> result.withArray("comparison").add(line.toJson()));
      measured.forEach((workload, all) -> all.forEach(round -> add(result, round)));
      Files.writeString(json, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    }
  }

  private static void add(ObjectNode result, Round round) {
    ObjectNode one = result.withArray("rounds").addObject();
    round.python().forEach(row -> one.withArray("python").add(row.toJson()));
    round.rhyton().forEach(row -> one.withArray("rhyton").add(row.toJson()));
  }

  private Map<Workload, List<Round>> measure(List<Workload> wanted)
      throws IOException, InterruptedException {
    Files.createDirectories(models);
    List<String> options =
        List.of(
            "--models", models.toAbsolutePath().toString(),
            "--epochs", String.valueOf(epochs),
            "--warm", String.valueOf(warm));
    Side keras = Side.python(python, models.toAbsolutePath(), threads);
    Side rhyton = Side.java(threads);
    Map<Workload, List<Round>> measured = new LinkedHashMap<>();
    for (int i = 0; i < rounds; i++) {
      for (Workload workload : wanted) {
        System.err.printf("round %d of %d: %s%n", i + 1, rounds, workload);
        Round round = new Round(keras.run(workload, options), rhyton.run(workload, options));
        round.checkEqualWork(workload);
        measured.computeIfAbsent(workload, w -> new ArrayList<>()).add(round);
      }
    }
    return measured;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}

package rhyton.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One half of the benchmark: a command that runs a workload in a process of its own. */
final class Side {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LIMIT_MINUTES = 15;

  private final boolean java;
  private final String name;
  private final List<String> command;
  private final int threads;

  private Side(boolean java, List<String> command, int threads) {
    this.java = java;
    this.name = java ? "Rhyton" : "Python";
    this.command = command;
    this.threads = threads;
  }

  /** Python with the script that belongs to this program, which is unpacked into the folder. */
  static Side python(String python, Path folder, int threads) throws IOException {
    Path script = folder.resolve("keras_side.py");
    try (InputStream source = Side.class.getResourceAsStream("keras_side.py")) {
      if (source == null) {
        throw new IOException("keras_side.py is missing on the class path");
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    return new Side(false, List.of(python, script.toString(), "--inside"), threads);
  }

  /** This program, in a virtual machine with the same options. */
  static Side java(int threads) {
    return new Side(true, jvm(List.of(), Bench.class, List.of("--inside")), threads);
  }

  /** The command that starts a class in a virtual machine with this one's options and others. */
  static List<String> jvm(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  String name() {
    return name;
  }

  /** Runs a workload and returns what it measured. */
  List<Row> run(Workload workload, List<String> options) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    if (workload.trains() || java) {
      all.addAll(List.of("--workload", workload.toString()));
    } else {
      all.addAll(List.of("--workload", "latency", "--latency-of", workload.model));
    }
    all.addAll(options);
    Path out = Files.createTempFile("rhyton-bench", ".json");
    Path errors = Files.createTempFile("rhyton-bench", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(errors.toFile());
      if (threads > 0) { // the native library of both sides reads these
        builder.environment().put("TF_NUM_INTRAOP_THREADS", String.valueOf(threads));
        builder.environment().put("TF_NUM_INTEROP_THREADS", String.valueOf(threads));
      }
      Process process = builder.start();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(name + " did not end " + workload + " in the time allowed");
      }
      if (process.exitValue() != 0) {
        throw new IOException(name + " failed at " + workload + ":\n" + Files.readString(errors));
      }
      List<Row> rows = new ArrayList<>();
      for (JsonNode row : JSON.readTree(out.toFile())) {
        rows.add(Row.of(row));
      }
      return rows;
    } finally {
      Files.delete(out);
      Files.delete(errors);
    }
  }
}

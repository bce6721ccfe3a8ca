package rhyton.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the process grows ({@code ./rhyton bench --memory}): 1,000,000 small eager ops and
 * 100,000 calls of a function by no more than 50 MB each, 1,000 times load a model, predict and
 * close it by no more than 100 MB.
 */
final class MemoryCheck {
  /** What a process of Java grows and shrinks by without any reason of ours, in MiB. */
  private static final double NOISE = 6;

  /** A small heap that is resident at once, and no big compiler that grows beside it. */
  private static final List<String> FIXED_HEAP =
      List.of(
          "-Xms96m",
          "-Xmx96m",
          "-XX:+AlwaysPreTouch",
          "-XX:-UseG1GC",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  private static final double[] MIB_EACH = {50 / 1e6, 50 / 1e5, 100 / 1e3};

  /**
   * What one kind of work did.
   *
   * @param name the work
   * @param count how often it was done
   * @param growth by how much resident memory grew, in MiB
   * @param limit what is allowed for that count, in MiB
   */
  record Result(String name, int count, double growth, double limit) {
    boolean passed() {
      return growth <= limit;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,d %s: %+.1f MiB, at most %.1f", count, name, growth, limit);
    }
  }

  private MemoryCheck() {}

  /** Runs the long check and prints a line for each kind of work; returns whether none grew. */
  static boolean run() throws IOException {
    List<Result> results = run(1_000_000, 100_000, 1_000);
    results.forEach(System.out::println);
    return results.stream().allMatch(Result::passed);
  }

  /** Runs the check with some counts in a virtual machine of its own, against the same slopes. */
  static List<Result> run(int ops, int calls, int loads) throws IOException {
    List<String> command =
        Side.jvm(FIXED_HEAP, MemoryGrowth.class, List.of("" + ops, "" + calls, "" + loads));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<Result> results = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] fields = line.split("\t");
      int count = Integer.parseInt(fields[1]);
      double limit = NOISE + count * MIB_EACH[results.size()];
      results.add(new Result(fields[0], count, Double.parseDouble(fields[2]), limit));
    }
    if (results.size() != MIB_EACH.length) {
      throw new IOException("MemoryCheck: the process that was to be watched has failed");
    }
    return results;
  }
}

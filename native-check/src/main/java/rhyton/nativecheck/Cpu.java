package rhyton.nativecheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The processor, as far as the operating system tells.
 *
 * @param architecture Java's name of it, such as {@code amd64}
 * @param model its name; empty if it is not known
 * @param cores how many cores this process may use
 * @param features the instruction sets that the native kernels choose by; empty if not known
 */
public record Cpu(String architecture, String model, int cores, List<String> features) {
  static final Path PROC_CPUINFO = Path.of("/proc/cpuinfo");

  /** The instruction sets for which TensorFlow, Eigen and oneDNN have code of their own. */
  private static final List<String> USED =
      List.of(
          "sse4_1",
          "sse4_2",
          "avx",
          "avx2",
          "fma",
          "f16c",
          "avx512f",
          "avx512bw",
          "avx512vl",
          "avx512_vnni",
          "avx512_bf16",
          "avx512_fp16",
          "avx_vnni",
          "amx_tile",
          "amx_int8",
          "amx_bf16",
          "asimd",
          "asimdhp",
          "asimddp",
          "bf16",
          "i8mm",
          "sve");

  /** Makes a copy of the list. */
  public Cpu {
    features = List.copyOf(features);
  }

  static Cpu of(String architecture, Path cpuinfo) {
    int cores = Runtime.getRuntime().availableProcessors();
    List<String> lines = lines(cpuinfo);
    Set<String> flags = Set.copyOf(List.of(value(lines, "flags", "Features").split(" +")));
    return new Cpu(
        architecture,
        value(lines, "model name", "Processor"),
        cores,
        USED.stream().filter(flags::contains).toList());
  }

  private static List<String> lines(Path cpuinfo) {
    try {
      return Files.isReadable(cpuinfo) ? Files.readAllLines(cpuinfo) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The value of the first line with one of the keys, which stand before a colon. */
  private static String value(List<String> lines, String... keys) {
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && List.of(keys).contains(line.substring(0, colon).strip())) {
        return line.substring(colon + 1).strip();
      }
    }
    return "";
  }
}

package rhyton.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Time and memory of this process. */
final class Clock {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long wall = System.nanoTime();
  private final long cpu = SYSTEM.getProcessCpuTime();

  private Clock() {}

  static Clock start() {
    return new Clock();
  }

  /** Milliseconds since the start. */
  double wall() {
    return (System.nanoTime() - wall) / 1e6;
  }

  /** Milliseconds that all threads of the process have computed since the start. */
  double cpu() {
    return (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
  }

  /** The memory that is resident, in MiB. */
  static double resident() {
    return status("VmRSS:");
  }

  /** The most memory that was resident, in MiB. */
  static double peak() {
    return status("VmHWM:");
  }

  private static double status(String field) {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(field))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException("The memory of a process is read from Linux's /proc", e);
    }
  }
}

package rhyton.nativecheck;

import java.util.List;
import rhyton.tensor.runtime.NativeRuntime;

/**
 * Looks at the native library of this machine and runs one op of each kind that Rhyton needs.
 *
 * <pre>{@code
 * Report report = NativeCheck.run();
 * System.out.print(report.toText());
 * }</pre>
 */
public final class NativeCheck {
  private NativeCheck() {}

  /**
   * Does all checks; nothing that goes wrong ends them.
   *
   * @return what was found
   */
  public static Report run() {
    Cpu cpu = Cpu.of(System.getProperty("os.arch", ""), Cpu.PROC_CPUINFO);
    try {
      String version = NativeRuntime.version();
      List<NativeRuntime.Device> devices = NativeRuntime.devices();
      boolean oneDnn = NativeRuntime.hasKernel("_MklNativeConv2D", "CPU");
      Gpu gpu = Gpu.of(NativeRuntime.hasKernel("MatMul", "GPU"), devices);
      return new Report(version, null, devices, cpu, oneDnn, gpu, CheckResult.all(OpChecks.ALL));
    } catch (LinkageError | RuntimeException e) {
      return Report.withoutLibrary(cpu, CheckResult.reason(e));
    }
  }
}

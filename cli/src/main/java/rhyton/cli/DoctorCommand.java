package rhyton.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rhyton.nativecheck.NativeCheck;
import rhyton.nativecheck.Report;

/** Checks the native library of this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check that the native library works here: devices, and one op of each kind.")
final class DoctorCommand extends Action {
  @Mixin private JsonOutput json;

  @Override
  int run() throws IOException {
    Report report = NativeCheck.run();
    if (!json.isStandardOutput()) {
      out().print(report.toText());
    }
    json.write(report.toJson(), out());
    if (!report.works()) {
      err().println(report.problem());
    }
    return report.works() ? 0 : 1;
  }
}

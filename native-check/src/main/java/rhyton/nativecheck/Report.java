package rhyton.nativecheck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import rhyton.tensor.runtime.NativeRuntime;

/**
 * What {@link NativeCheck} found, as a table for people or as JSON for programs.
 *
 * @param tensorflow the version of TensorFlow; empty if the library could not be loaded
 * @param failure why the library could not be loaded; null if it was
 * @param devices the devices that run ops
 * @param cpu the processor
 * @param oneDnn whether the library has oneDNN's kernels
 * @param gpu what there is for GPUs; null if the library could not be loaded
 * @param checks the ops that were run
 */
public record Report(
    String tensorflow,
    String failure,
    List<NativeRuntime.Device> devices,
    Cpu cpu,
    boolean oneDnn,
    Gpu gpu,
    List<CheckResult> checks) {
  private static final int TITLE_WIDTH = 12;

  /** Makes copies of the lists. */
  public Report {
    devices = List.copyOf(devices);
    checks = List.copyOf(checks);
  }

  static Report withoutLibrary(Cpu cpu, String failure) {
    return new Report("", failure, List.of(), cpu, false, null, List.of());
  }

  /** Returns whether everything that Rhyton needs works. */
  public boolean works() {
    return failure == null && !gpu.isMissing() && checks.stream().allMatch(CheckResult::passed);
  }

  /** Returns what does not work, in one line; empty if everything does. */
  public String problem() {
    if (failure != null) {
      return "The native library cannot be loaded: " + failure;
    }
    if (gpu.isMissing()) {
      return "The native library is built for GPUs (" + Gpu.WANTED + ") but finds none to use";
    }
    List<String> failed =
        checks.stream().filter(check -> !check.passed()).map(CheckResult::name).toList();
    return failed.isEmpty() ? "" : "These ops do not work: " + String.join(", ", failed);
  }

  /** Returns the table, ended by a line feed. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    row(text, "TensorFlow", failure == null ? tensorflow : "cannot be loaded: " + failure);
    row(text, "Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
    row(text, "System", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    devices.forEach(device -> row(text, "Device", device.type() + "  " + device.name()));
    row(text, "CPU", (cpu.architecture() + "  " + cpu.model()).strip());
    row(text, "", cpu.cores() + " cores, " + features());
    if (failure == null) {
      row(text, "oneDNN", oneDnn ? OneDnn.setting() : "not in this library");
      gpuRows(text);
      text.append('\n');
      checks.forEach(check -> row(text, check.passed() ? "ok" : "FAILED", checkText(check)));
    }
    text.append('\n').append(works() ? "Everything works." : problem()).append('\n');
    return text.toString();
  }

  private String features() {
    return cpu.features().isEmpty()
        ? "instruction sets not known"
        : String.join(" ", cpu.features());
  }

  private static String checkText(CheckResult check) {
    return check.passed() ? check.name() : check.name() + ": " + check.message();
  }

  private void gpuRows(StringBuilder text) {
    if (!gpu.built()) {
      row(text, "GPU", "this library is built for CPUs only");
      return;
    }
    row(text, "GPU", gpu.devices() + " in use; the library wants " + Gpu.WANTED);
    row(text, "", "driver " + (gpu.driver().isEmpty() ? "not found" : gpu.driver()));
    gpu.libraries()
        .forEach(
            (name, file) -> row(text, "", name + "  " + (file.isEmpty() ? "not found" : file)));
  }

  private static void row(StringBuilder text, String title, String value) {
    text.append(title)
        .append(" ".repeat(Math.max(1, TITLE_WIDTH - title.length())))
        .append(value)
        .append('\n');
  }

  /** Returns the same as an object for JSON. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("works", works());
    json.put("problem", problem());
    json.put("tensorflow", tensorflow);
    json.put("java", Runtime.version().toString());
    json.put("os", System.getProperty("os.name"));
    ArrayNode deviceList = json.putArray("devices");
    devices.forEach(
        device -> deviceList.addObject().put("name", device.name()).put("type", device.type()));
    ObjectNode cpuNode = json.putObject("cpu");
    cpuNode.put("architecture", cpu.architecture());
    cpuNode.put("model", cpu.model());
    cpuNode.put("cores", cpu.cores());
    cpu.features().forEach(cpuNode.putArray("features")::add);
    cpuNode.put("onednn", oneDnn && OneDnn.isOn());
    if (gpu != null) {
      json.set("gpu", gpuJson());
    }
    ArrayNode checkList = json.putArray("checks");
    for (CheckResult check : checks) {
      checkList
          .addObject()
          .put("name", check.name())
          .put("status", check.passed() ? "PASS" : "FAIL")
          .put("message", check.message());
    }
    return json;
  }

  private ObjectNode gpuJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("built", gpu.built());
    json.put("devices", gpu.devices());
    json.put("driver", gpu.driver());
    json.put("wanted", gpu.built() ? Gpu.WANTED : "");
    ObjectNode found = json.putObject("libraries");
    gpu.libraries().forEach(found::put);
    return json;
  }
}

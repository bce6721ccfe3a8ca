package rhyton.nativecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhyton.nativecheck.CheckResult.Check;
import rhyton.tensor.Tensor;
import rhyton.tensor.runtime.NativeRuntime;

class NativeCheckTest {
  private static final Cpu CPU = new Cpu("amd64", "A processor", 2, List.of("avx2", "fma"));
  private static final NativeRuntime.Device DEVICE =
      new NativeRuntime.Device("/job:localhost/replica:0/task:0/device:CPU:0", "CPU");
  private static final Gpu NO_GPU = new Gpu(false, 0, "", Map.of());

  @Test
  void everyOpWorksOnThisMachine() {
    Report report = NativeCheck.run();
    List<CheckResult> failed = report.checks().stream().filter(check -> !check.passed()).toList();
    assertEquals(List.of(), failed);
    assertEquals(OpChecks.ALL.size(), report.checks().size());
    assertTrue(report.works(), report.problem());
    assertEquals("", report.problem());
    assertTrue(report.tensorflow().startsWith("2."), report.tensorflow());
    assertTrue(report.devices().stream().anyMatch(device -> device.type().equals("CPU")));
  }

  @Test
  void whatFailsIsReportedWithItsReasonAndEndsNothing() {
    Check throwing =
        new Check(
            "product",
            () -> {
              throw new LinkageError("no such\n  symbol");
            });
    Check sound = new Check("sum", () -> Tensor.of(1f).add(1).item());
    List<CheckResult> results = CheckResult.all(List.of(throwing, sound));
    assertEquals(
        List.of(
            new CheckResult("product", false, "LinkageError: no such symbol"),
            new CheckResult("sum", true, "")),
        results);
    Report report = new Report("2.18.0", null, List.of(DEVICE), CPU, true, NO_GPU, results);
    assertFalse(report.works());
    assertEquals("These ops do not work: product", report.problem());
    assertTrue(report.toText().contains("FAILED      product: LinkageError: no such symbol\n"));
    assertTrue(report.toText().endsWith("\nThese ops do not work: product\n"), report.toText());
  }

  @Test
  void aGpuLibraryWithoutGpuDoesNotWork() {
    Gpu gpu = new Gpu(true, 0, "550.54.15", Map.of("libcudnn.so.9", ""));
    Report report = new Report("2.18.0", null, List.of(DEVICE), CPU, true, gpu, List.of());
    assertFalse(report.works());
    assertTrue(report.problem().contains("CUDA 12.5, cuDNN 9.3"), report.problem());
    assertTrue(report.toText().contains("libcudnn.so.9  not found"), report.toText());
    assertTrue(report.toText().contains("driver 550.54.15"), report.toText());
    assertEquals("550.54.15", report.toJson().at("/gpu/driver").textValue());
    assertTrue(report.toJson().at("/gpu/libraries").has("libcudnn.so.9"));
  }

  @Test
  void aLibraryThatCannotBeLoadedIsTheOnlyFinding() {
    Report report = Report.withoutLibrary(CPU, "UnsatisfiedLinkError: no jnitensorflow");
    assertFalse(report.works());
    assertEquals(
        "The native library cannot be loaded: UnsatisfiedLinkError: no jnitensorflow",
        report.problem());
    ObjectNode json = report.toJson();
    assertFalse(json.get("works").booleanValue());
    assertEquals("A processor", json.at("/cpu/model").textValue());
    assertFalse(json.has("gpu"));
  }

  @Test
  void jsonSaysTheSame() {
    List<CheckResult> results = List.of(new CheckResult("sum", true, ""));
    Report report = new Report("2.18.0", null, List.of(DEVICE), CPU, true, NO_GPU, results);
    ObjectNode json = report.toJson();
    assertTrue(json.get("works").booleanValue());
    assertEquals("2.18.0", json.get("tensorflow").textValue());
    assertEquals("CPU", json.at("/devices/0/type").textValue());
    assertEquals("fma", json.at("/cpu/features/1").textValue());
    assertEquals("PASS", json.at("/checks/0/status").textValue());
    assertFalse(json.at("/gpu/built").booleanValue());
  }
}

package rhyton.nativecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }

  @Test
  void readsModelAndInstructionSets() throws IOException {
    Path cpuinfo =
        file(
            "processor\t: 0\n"
                + "model name\t: Some CPU @ 2GHz\n"
                + "flags\t\t: fpu sse4_2 avx avx2 avx2 fma\n");
    Cpu cpu = Cpu.of("amd64", cpuinfo);
    assertEquals("Some CPU @ 2GHz", cpu.model());
    assertEquals(List.of("sse4_2", "avx", "avx2", "fma"), cpu.features());
  }

  @Test
  void readsThoseOfArm() throws IOException {
    Cpu cpu = Cpu.of("aarch64", file("Features\t: fp asimd aes asimddp\n"));
    assertEquals(List.of("asimd", "asimddp"), cpu.features());
  }

  @Test
  void anotherSystemHasNoSuchFile() {
    Cpu cpu = Cpu.of("amd64", folder.resolve("missing"));
    assertEquals("", cpu.model());
    assertEquals(List.of(), cpu.features());
  }

  @Test
  void readsTheVersionOfTheDriver() throws IOException {
    Path version =
        file(
            "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5\n"
                + "GCC version: 12\n");
    assertEquals("550.54.15", Gpu.driver(version));
    assertEquals("", Gpu.driver(folder.resolve("missing")));
    assertEquals("", Gpu.driver(file("")));
  }

  @Test
  void findsLibrariesInTheFirstFolderThatHasThem() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Files.createFile(first.resolve("libcudnn.so.9"));
    Files.createFile(second.resolve("libcudnn.so.9"));
    Files.createFile(second.resolve("libcudart.so.12"));
    Map<String, String> found = Gpu.search(List.of(first, second));
    assertEquals(first.resolve("libcudnn.so.9").toString(), found.get("libcudnn.so.9"));
    assertEquals(second.resolve("libcudart.so.12").toString(), found.get("libcudart.so.12"));
  }
}

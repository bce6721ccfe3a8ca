package rhyton.nativecheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.tensor.runtime.NativeRuntime;

/**
 * Whether the library can use a GPU, and what of NVIDIA's software it finds.
 *
 * @param built whether the library was built for GPUs
 * @param devices how many GPUs it uses
 * @param driver the version of NVIDIA's driver; empty if there is none
 * @param libraries what the library loads for a GPU, and the file that was found; empty if none was
 */
public record Gpu(boolean built, int devices, String driver, Map<String, String> libraries) {
  /** What TensorFlow 2.18 was built with, and loads by these names on Linux. */
  static final String WANTED = "CUDA 12.5, cuDNN 9.3";

  private static final List<String> LIBRARIES =
      List.of(
          "libcuda.so.1",
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusolver.so.11",
          "libcusparse.so.12",
          "libcudnn.so.9",
          "libnccl.so.2");

  private static final List<String> USUAL_FOLDERS =
      List.of(
          "/usr/local/cuda/lib64",
          "/usr/local/cuda/targets/x86_64-linux/lib",
          "/usr/local/nvidia/lib64",
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib64",
          "/lib/x86_64-linux-gnu");

  /** Keeps the order of the libraries. */
  public Gpu {
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }

  static Gpu of(boolean built, List<NativeRuntime.Device> devices) {
    int count = (int) devices.stream().filter(device -> device.type().equals("GPU")).count();
    return new Gpu(
        built,
        count,
        driver(Path.of("/proc/driver/nvidia/version")),
        built ? search(folders(System.getenv("LD_LIBRARY_PATH"))) : Map.of());
  }

  /** Returns whether a library for GPUs found none that it can use. */
  public boolean isMissing() {
    return built && devices == 0;
  }

  /** The version in the first line: {@code NVRM version: … Kernel Module 550.54.15 date}. */
  static String driver(Path file) {
    try {
      String first =
          Files.isReadable(file) ? Files.readString(file).lines().findFirst().orElse("") : "";
      for (String word : first.split("\\s+")) {
        if (word.matches("\\d+\\.\\d+(\\.\\d+)?")) {
          return word;
        }
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  private static List<Path> folders(String libraryPath) {
    List<Path> folders = new ArrayList<>();
    if (libraryPath != null) {
      for (String folder : libraryPath.split(":")) {
        if (!folder.isBlank()) {
          folders.add(Path.of(folder));
        }
      }
    }
    USUAL_FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
    return folders;
  }

  /** The first file of each name: in the folders, else in the loader's own list. */
  static Map<String, String> search(List<Path> folders) {
    String cache = loaderCache(Path.of("/etc/ld.so.cache"));
    Map<String, String> found = new LinkedHashMap<>();
    for (String library : LIBRARIES) {
      String file =
          folders.stream()
              .map(folder -> folder.resolve(library))
              .filter(Files::exists)
              .map(Path::toString)
              .findFirst()
              .orElse("");
      found.put(library, file.isEmpty() ? inCache(cache, library) : file);
    }
    return found;
  }

  private static String loaderCache(Path file) {
    try {
      return Files.isReadable(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** The cache is a list of names and paths, each ended by a zero. */
  private static String inCache(String cache, String library) {
    int end = cache.indexOf("/" + library + "\0");
    return end < 0
        ? ""
        : cache.substring(cache.lastIndexOf('\0', end) + 1, end + 1 + library.length());
  }
}

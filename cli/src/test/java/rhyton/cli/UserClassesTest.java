package rhyton.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;

class UserClassesTest {
  @TempDir Path folder;

  private Path jar(String name, String member, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(member));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private Path model() {
    Path file = folder.resolve("own.keras");
    try (Model model = new Sequential(Input.of(2), new OwnTypes.Tripled())) {
      model.save(file);
    }
    return file;
  }

  @Test
  void layersOfAJarAreFound() throws IOException {
    String service = "META-INF/services/rhyton.config.TypeProvider";
    Path jar = jar("own.jar", service, "rhyton.cli.OwnTypes\n");
    Path model = model();
    Path x = Models.npz(folder.resolve("x.npz"), "x", new float[][] {{1, 2}});
    Path y = folder.resolve("y.npz");
    Cli.fails(List.of("predict", model, "--inputs", x, "--out", y), "Tripled");
    Cli.ok("predict", model, "--inputs", x, "--out", y, "--classpath", jar);
    assertArrayEquals(new float[] {3, 6}, Models.array(y, "predict", 1, 2));
    Path wrong = jar("wrong.jar", service, "no.such.Provider\n");
    Cli.fails(List.of("summary", model, "--classpath", wrong), "no.such.Provider");
  }

  @Test
  void aJarWithoutLayersIsRefused() throws IOException {
    Path jar = jar("empty.jar", "readme.txt", "");
    Cli.fails(
        List.of("summary", model(), "--classpath", jar),
        jar + ": has no META-INF/services/rhyton.config.TypeProvider");
    Path missing = folder.resolve("missing.jar");
    Cli.fails(
        List.of("summary", model(), "--classpath", missing), missing + ": no such file or folder");
  }
}

package rhyton.saving.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every HDF5 file among the golden files that some version of Keras wrote is read as a whole. */
@Tag("golden")
class H5GoldenTest {
  @TestFactory
  Stream<DynamicTest> readsEveryFile() throws IOException, URISyntaxException {
    Path folder = golden().resolve("files");
    assumeTrue(Files.isDirectory(folder), "no golden files in " + folder);
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(H5GoldenTest::isOfKeras).sorted().toList();
    }
    assumeFalse(files.isEmpty(), "no whole HDF5 files of Keras in " + folder);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(folder.relativize(file) + "", () -> read(file)));
  }

  private static Path golden() throws URISyntaxException {
    String named = System.getProperty("rhyton.golden");
    if (named != null) {
      return Path.of(System.getProperty("rhyton.calledFrom", "")).resolve(named);
    }
    var resource = H5GoldenTest.class.getResource("/golden");
    assumeTrue(resource != null, "no golden files: set -Drhyton.golden");
    return Path.of(resource.toURI());
  }

  private static boolean isOfKeras(Path file) {
    return file.toString().matches(".*\\.(h5|hdf5|keras)")
        && Files.isRegularFile(file)
        && !file.toString().contains("malformed");
  }

  private static void read(Path file) throws IOException {
    try (H5File open =
        isZip(file) ? H5File.openMember(file, "model.weights.h5") : H5File.open(file)) {
      for (String path : open.datasets("")) {
        H5Dataset dataset = open.dataset(path);
        assertEquals(dataset.byteSize(), dataset.data().remaining(), path);
      }
      readAttributes(open, "");
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.read() == 'P';
    }
  }

  private static void readAttributes(H5File file, String path) {
    file.attributes(path).values().forEach(H5Attribute::texts);
    if (file.hasGroup(path)) {
      file.children(path).forEach(child -> readAttributes(file, path + "/" + child));
    }
  }
}

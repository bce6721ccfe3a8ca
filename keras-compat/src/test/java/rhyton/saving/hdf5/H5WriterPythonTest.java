package rhyton.saving.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets the reference library judge what {@link H5Writer} writes: h5py looks up every object by its
 * name, compares the values, adds to the file and reads it again.
 */
class H5WriterPythonTest {
  private static final long[] SCALAR = {};

  @Test
  void satisfiesTheReferenceLibrary(@TempDir Path dir) throws Exception {
    Path python = python();
    Path file = dir.resolve("written.h5");
    write(file);
    Path script = H5FileTest.fixture("check_written.py");
    Process run =
        new ProcessBuilder(python.toString(), script.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, run.waitFor(), said);
    assertTrue(said.endsWith("as written\n"), said);
    try (H5File changed = H5File.open(file)) {
      assertEquals(1, changed.dataset("many5000/added").data().getInt());
      assertEquals("added", changed.attribute("vars", "added").orElseThrow().text());
    }
  }

  private static Path python() {
    String named = System.getProperty("rhyton.python", System.getenv("RHYTON_PYTHON"));
    assumeTrue(named != null, "no Python: set -Drhyton.python or RHYTON_PYTHON");
    return Path.of(System.getProperty("rhyton.calledFrom", "")).resolve(named);
  }

  private static void write(Path file) throws IOException {
    try (var out = new H5Writer(file)) {
      out.group("vars");
      for (H5Type type : H5Type.values()) {
        byte[] bytes = new byte[6 * type.bytes()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (type == H5Type.BOOL ? i % 2 : i);
        }
        out.dataset("types/" + type, type, new long[] {2, 3}, ByteBuffer.wrap(bytes));
      }
      var number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).flip();
      out.dataset("scalar", H5Type.FLOAT32, SCALAR, number);
      out.dataset("nothing", H5Type.FLOAT32, new long[] {0, 3});
      for (int count : new int[] {1, 8, 9, 256, 257, 300, 5000, 8193}) {
        for (int i = 0; i < count; i++) {
          out.dataset("many" + count + "/" + i, H5Type.INT32, SCALAR, H5WriterTest.int32(i));
        }
      }
      out.group("größe/😀");
      for (String at : List.of("", "vars", "scalar")) {
        attributes(out, at);
      }
    }
  }

  private static void attributes(H5Writer out, String at) {
    out.attribute(at, "name", "größe");
    out.attribute(at, "empty", "");
    out.attribute(at, "texts", List.of("a", "", "ü"));
    out.attribute(at, "no texts", List.of());
    out.attribute(at, "numbers", new double[] {1, 2.5});
    out.attribute(at, "whole", new long[] {-1, 1L << 40});
    out.attribute(at, "no numbers", new double[0]);
    out.attribute(at, "größe", "x");
    out.attribute(at, "64 KiB and more", "x".repeat(100_000));
    out.attribute(at, "megabytes", "y".repeat(5_000_000));
    var names = new ArrayList<String>();
    for (int i = 0; i < 4_000; i++) {
      names.add("layer_" + i);
    }
    out.attribute(at, "layer_names", names);
    for (int i = 0; i < 100; i++) {
      out.attribute(at, "number " + i, "value " + i);
    }
  }
}

package rhyton.saving.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhyton.saving.KerasFileException;

/** Damaged and hostile files: a refusal that names the place, or values; nothing else. */
class H5FuzzTest {
  /** The time limit is for endless loops only. */
  @ParameterizedTest
  @ValueSource(strings = {"small.h5", "earliest.h5", "latest.h5", "compressed.h5", "odd.h5"})
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void readsOrRefusesDamagedFiles(String name, @TempDir Path dir) throws IOException {
    byte[] good =
        name.equals("small.h5") ? small(dir) : Files.readAllBytes(H5FileTest.fixture(name));
    var random = new Random(name.hashCode());
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] bad = damage(good, random, 1 << round % 6);
      try (H5File file = H5File.of(name, ByteBuffer.wrap(bad))) {
        readAll(file);
      } catch (KerasFileException e) {
        assertTrue(e.getMessage().startsWith(name + ": "), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 100, refused + " of 400 were refused");
  }

  private static byte[] damage(byte[] good, Random random, int changes) {
    byte[] bad = random.nextInt(10) == 0 ? cut(good, random) : good.clone();
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(random.nextBoolean() ? bad.length : Math.min(bad.length, 2048));
      bad[at] = (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt(256));
    }
    return bad;
  }

  /** A file that is cut off but says that it is complete. */
  private static byte[] cut(byte[] good, Random random) {
    byte[] bad = Arrays.copyOf(good, 100 + random.nextInt(good.length - 100));
    ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putLong(40, bad.length);
    return bad;
  }

  private static void readAll(H5File file) {
    for (String path : file.datasets("")) {
      H5Dataset dataset = file.dataset(path);
      assertEquals(dataset.byteSize(), dataset.data().remaining());
      readAttributes(file, path);
    }
    for (String path : new String[] {"", "vars", "layers/dense/vars"}) {
      if (file.hasGroup(path)) {
        readAttributes(file, path);
      }
    }
  }

  private static void readAttributes(H5File file, String path) {
    for (H5Attribute attribute : file.attributes(path).values()) {
      if (attribute.isText()) {
        attribute.texts();
      } else {
        attribute.numbers();
      }
    }
  }

  /** A file of which every byte matters. */
  private static byte[] small(Path dir) throws IOException {
    Path path = dir.resolve("small.h5");
    try (var out = new H5Writer(path)) {
      out.group("vars");
      out.attribute("vars", "name", "model");
      for (int i = 0; i < 20; i++) {
        out.dataset("layers/dense/vars/" + i, H5Type.INT32, new long[] {1}, ByteBuffer.allocate(4));
      }
    }
    return Files.readAllBytes(path);
  }

  @Test
  void refusesATreeThatContainsItself(@TempDir Path dir) throws IOException {
    Path path = dir.resolve("many.h5");
    try (var out = new H5Writer(path)) {
      for (int i = 0; i < 300; i++) {
        out.group("many/" + i);
      }
    }
    var file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int tree = find(file, H5Group.TREE, 1);
    file.putLong(tree + 32, tree); // its first child is itself
    try (H5File damaged = H5File.of("many.h5", file)) {
      var error = assertThrows(KerasFileException.class, () -> damaged.children("many"));
      assertEquals(
          "many.h5: `many`: no node of a group's B-tree at address " + tree, error.getMessage());
    }
  }

  /** The first structure of a signature whose byte at 5, the level of a tree, is as asked. */
  private static int find(ByteBuffer file, int signature, int level) {
    for (int at = 0; ; at += 8) {
      if (file.getInt(at) == signature && file.get(at + 5) == level) {
        return at;
      }
    }
  }

  @Test
  void refusesAHeaderThatContinuesInItself() throws IOException {
    var file =
        ByteBuffer.wrap(Files.readAllBytes(H5FileTest.fixture("earliest.h5")))
            .order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) file.getLong(64);
    assertEquals(H5Header.CONTINUATION, file.getShort(header + 16));
    file.putLong(header + 24, header + 16);
    var error = assertThrows(KerasFileException.class, () -> H5File.of("loop.h5", file));
    assertEquals("loop.h5: an object header that continues in itself", error.getMessage());
  }

  @Test
  void takesNoMemoryOnTheWordOfAnAttribute(@TempDir Path dir) throws IOException {
    Path path = dir.resolve("attribute.h5");
    try (var out = new H5Writer(path)) {
      out.attribute("", "numbers", new double[] {1, 2, 3});
      out.attribute("", "text", "abc");
    }
    var file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int root = (int) file.getLong(64);
    int numbers = root + 16 + 24 + 8; // behind the header's prefix, the table, its own prefix
    int dimension = numbers + 8 + 8 + 24 + 8;
    assertEquals(3, file.getLong(dimension));
    file.putLong(dimension, 1L << 40);
    try (H5File damaged = H5File.of("attribute.h5", file)) {
      assertThrows(KerasFileException.class, () -> damaged.attributes(""));
    }
    file.putLong(dimension, 3);
    int text = dimension + 8 + 3 * 8 + 8;
    int length = text + 8 + 8 + 24 + 8;
    assertEquals(3, file.getInt(length));
    file.putInt(length, Integer.MAX_VALUE);
    try (H5File damaged = H5File.of("attribute.h5", file)) {
      var found = damaged.attribute("", "text").orElseThrow();
      var error = assertThrows(KerasFileException.class, found::text);
      assertEquals(
          "attribute.h5: attribute `text`: texts longer than the file", error.getMessage());
    }
  }
}

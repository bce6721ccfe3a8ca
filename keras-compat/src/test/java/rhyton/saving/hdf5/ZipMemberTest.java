package rhyton.saving.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhyton.saving.KerasFileException;

/** HDF5 files inside zip archives. */
class ZipMemberTest {
  private static final String MEMBER = "model.weights.h5";
  private static final long SMALL = 100;
  private static final long LARGE = H5Bytes.READ_UP_TO + 100;
  private static final long TOO_LARGE_TO_UNPACK = ZipMember.UNPACK_UP_TO + 100;

  @TempDir Path dir;
  private Path zip;

  @BeforeEach
  void choosePath() {
    zip = dir.resolve("model.keras");
  }

  /** Packs a file whose one dataset of bytes ends with 1, 2, 3. */
  private void pack(long size, int method) throws IOException {
    var data = ByteBuffer.allocate((int) size);
    data.put((int) size - 3, new byte[] {1, 2, 3});
    Path file = dir.resolve("file.h5");
    try (var out = new H5Writer(file)) {
      out.dataset("data", H5Type.UINT8, new long[] {size}, data);
    }
    byte[] bytes = Files.readAllBytes(file);
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("config.json"));
      out.write('{');
      var entry = new ZipEntry(MEMBER);
      entry.setMethod(method);
      if (method == ZipEntry.STORED) {
        var crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        entry.setSize(bytes.length);
      }
      out.putNextEntry(entry);
      out.write(bytes);
    }
  }

  private static void assertReads(H5File file, long size) {
    H5Dataset data = file.dataset("data");
    assertEquals(size, data.byteSize());
    assertEquals(ByteBuffer.wrap(new byte[] {0, 1, 2, 3}), data.data(size - 4, 4));
    assertEquals(size, data.data().remaining());
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void readsMembers(boolean large, boolean stored) throws IOException {
    long size = large ? LARGE : SMALL;
    pack(size, stored ? ZipEntry.STORED : ZipEntry.DEFLATED);
    try (H5File file = H5File.openMember(zip, MEMBER)) {
      assertReads(file, size);
      assertEquals(large && stored, file.dataset("data").data().isDirect(), "mapped in place");
    }
  }

  @Test
  void unpacksVeryLargeMembersIntoATemporaryFile() throws IOException {
    pack(TOO_LARGE_TO_UNPACK, ZipEntry.DEFLATED);
    ByteBuffer data;
    try (H5File file = H5File.openMember(zip, MEMBER)) {
      assertReads(file, TOO_LARGE_TO_UNPACK);
      data = file.dataset("data").data();
      assertTrue(data.isDirect());
    }
    assertEquals(3, data.get(data.limit() - 1), "data stay valid");
  }

  @Test
  void leavesNoTemporaryFileBehind() throws IOException {
    pack(TOO_LARGE_TO_UNPACK, ZipEntry.DEFLATED);
    Path temporary = Files.createTempFile("probe", ".h5");
    long before = temporaryFiles(temporary.getParent());
    H5File.openMember(zip, MEMBER).close();
    assertEquals(before, temporaryFiles(temporary.getParent()));
    Files.delete(temporary);
  }

  private static long temporaryFiles(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().matches("weights\\d+\\.h5")).count();
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "100, 8", "16777316, 0", "67108964, 8"})
  void refusesAMemberWhoseChecksumDoesNotFit(long size, int method) throws IOException {
    pack(size, method);
    byte[] bytes = Files.readAllBytes(zip);
    var directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int entry = bytes.length - 22 - 46 - MEMBER.length(); // the last of the directory
    assertEquals(ZipMember.DIRECTORY_ENTRY, directory.getInt(entry));
    bytes[entry + 16]++;
    Files.write(zip, bytes);
    var error = assertThrows(KerasFileException.class, () -> H5File.openMember(zip, MEMBER));
    assertEquals(
        "model.keras/model.weights.h5: the member's checksum does not fit its content",
        error.getMessage());
  }

  @Test
  void takesNoMemoryOnTheWordOfTheDirectory() throws IOException {
    pack(SMALL, ZipEntry.STORED);
    byte[] bytes = Files.readAllBytes(zip);
    var directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int entry = bytes.length - 22 - 46 - MEMBER.length();
    directory.putInt(entry + 24, 0xfffffff0); // the unpacked size
    Files.write(zip, bytes);
    try (H5File file = H5File.openMember(zip, MEMBER)) {
      assertReads(file, SMALL);
    } catch (KerasFileException e) {
      assertTrue(e.getMessage().startsWith("model.keras/model.weights.h5: "), e.getMessage());
    }
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    pack(SMALL, ZipEntry.STORED);
    var missing = assertThrows(KerasFileException.class, () -> H5File.openMember(zip, "other.h5"));
    assertEquals("model.keras/other.h5: the archive has no such member", missing.getMessage());
    var other = assertThrows(KerasFileException.class, () -> H5File.openMember(zip, "config.json"));
    assertEquals(
        "model.keras/config.json: not an HDF5 file: it does not start with HDF5's signature",
        other.getMessage());
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    var cut = assertThrows(KerasFileException.class, () -> H5File.openMember(zip, MEMBER));
    assertTrue(cut.getMessage().startsWith("model.keras/model.weights.h5: "), cut.getMessage());
    assertFalse(cut.getMessage().contains("null"), cut.getMessage());
    Files.delete(zip);
    assertThrows(NoSuchFileException.class, () -> H5File.openMember(zip, MEMBER));
  }
}

package rhyton.saving.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rhyton.saving.KerasFileException;

/** Reads the files of {@code src/test/resources/hdf5}, which h5py wrote. */
class H5FileTest {
  static Path fixture(String name) {
    try {
      return Path.of(H5FileTest.class.getResource("/hdf5/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static H5File open(String name) throws IOException {
    return H5File.open(fixture(name));
  }

  @ParameterizedTest
  @EnumSource(
      value = H5Type.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BOOL"})
  void readsEveryType(H5Type type) throws IOException {
    try (H5File file = open("earliest.h5")) {
      H5Dataset dataset = file.dataset("types/" + type.name().toLowerCase(Locale.ROOT));
      assertEquals(type, dataset.type());
      assertArrayEquals(new long[] {2, 3}, dataset.shape());
      assertEquals(6L * type.bytes(), dataset.byteSize());
      ByteBuffer data = dataset.data();
      assertEquals(ByteOrder.LITTLE_ENDIAN, data.order());
      for (int i = 0; i < 6; i++) {
        assertEquals(encoded(type, i), element(type, data), type + " " + i);
      }
      assertFalse(data.hasRemaining());
    }
  }

  /** The bits of a small number, as a type stores them. */
  private static long encoded(H5Type type, int value) {
    return switch (type) {
      case FLOAT64 -> Double.doubleToLongBits(value);
      case FLOAT32 -> Float.floatToIntBits(value);
      case BFLOAT16 -> Float.floatToIntBits(value) >>> 16;
      case FLOAT16 -> new int[] {0, 0x3c00, 0x4000, 0x4200, 0x4400, 0x4500}[value];
      default -> value;
    };
  }

  private static long element(H5Type type, ByteBuffer data) {
    return switch (type.bytes()) {
      case 1 -> data.get();
      case 2 -> Short.toUnsignedLong(data.getShort());
      case 4 -> data.getInt();
      default -> data.getLong();
    };
  }

  @Test
  void readsBooleansScalarsAndEmptyDatasets() throws IOException {
    try (H5File file = open("earliest.h5")) {
      H5Dataset truths = file.dataset("types/bool");
      assertEquals(H5Type.BOOL, truths.type());
      assertEquals(ByteBuffer.wrap(new byte[] {1, 0, 1}), truths.data());
      H5Dataset scalar = file.dataset("/scalar");
      assertEquals(0, scalar.shape().length);
      assertEquals(-7, scalar.data().getLong());
      H5Dataset nothing = file.dataset("nothing");
      assertArrayEquals(new long[] {0, 3}, nothing.shape());
      assertEquals(0, nothing.data().remaining());
    }
  }

  @ParameterizedTest
  @CsvSource({"earliest.h5, 300", "latest.h5, 30"})
  void readsGroupsOfManyChildren(String name, int count) throws IOException {
    try (H5File file = open(name)) {
      List<String> children = file.children("many");
      assertEquals(count, children.size());
      assertEquals(List.of("0", "1", "10"), children.subList(0, 3));
      for (String child : children) {
        assertEquals(Integer.parseInt(child), file.dataset("many/" + child).data().getInt(), child);
      }
      assertEquals(count, file.datasets("many").size());
    }
  }

  @Test
  void ordersChildrenByName() throws IOException {
    try (H5File file = open("latest.h5")) {
      assertEquals(List.of("a", "b"), file.children("few"));
    }
    try (H5File file = open("odd.h5")) {
      var children = file.children("");
      assertEquals(List.of("alias", "big_endian_float", "big_endian_long", "compact"), children);
    }
  }

  @Test
  void tellsGroupsFromDatasets() throws IOException {
    try (H5File file = open("earliest.h5")) {
      assertTrue(file.hasGroup(""));
      assertTrue(file.hasGroup("/layers/dense/vars/"));
      assertFalse(file.hasDataset("layers/dense/vars"));
      assertTrue(file.hasDataset("types/bool"));
      assertFalse(file.hasGroup("types/bool"));
      assertFalse(file.hasGroup("types/bool/below"));
      assertFalse(file.hasGroup("layers/conv"));
      assertEquals(List.of(), file.children("layers/dense/vars"));
    }
  }

  @Test
  void readsAttributes() throws IOException {
    try (H5File file = open("earliest.h5")) {
      assertEquals("größe", attribute(file, "layers/dense/vars", "name").text());
      assertEquals(List.of("a", "", "ü"), attribute(file, "", "texts").texts());
      assertArrayEquals(new long[] {3}, attribute(file, "", "texts").shape());
      assertEquals(List.of("ab", "c"), attribute(file, "", "fixed").texts());
      assertEquals("x".repeat(66_000), attribute(file, "", "large").text());
      assertArrayEquals(new double[] {1, -2, 3}, attribute(file, "", "integers").numbers());
      assertArrayEquals(new double[] {0.5}, attribute(file, "", "number").numbers());
      assertEquals(0, attribute(file, "", "number").shape().length);
      assertArrayEquals(new double[] {1}, attribute(file, "", "flag").numbers());
      assertTrue(file.attribute("", "none").isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"empty_texts", "empty_list", "null"})
  void readsEmptyAttributesAsEmptyListsOfAnything(String name) throws IOException {
    try (H5File file = open("earliest.h5")) {
      H5Attribute empty = attribute(file, "", name);
      assertTrue(empty.isEmpty());
      assertEquals(List.of(), empty.texts());
      assertEquals(0, empty.numbers().length);
      assertArrayEquals(new long[] {0}, empty.shape());
    }
  }

  @Test
  void readsAttributesOfTheNewForm() throws IOException {
    try (H5File file = open("latest.h5")) {
      for (int i = 0; i < 20; i++) {
        assertEquals("value " + i, attribute(file, "", "attribute " + i).text());
      }
      double[] large = attribute(file, "", "large").numbers();
      assertEquals(8_200, large.length);
      assertEquals(8_199, large[8_199]);
    }
  }

  private static H5Attribute attribute(H5File file, String path, String name) {
    return file.attribute(path, name).orElseThrow();
  }

  @Test
  void saysWhatAnAttributeHoldsInstead() throws IOException {
    try (H5File file = open("earliest.h5")) {
      assertRefused(
          () -> attribute(file, "", "texts").text(),
          "earliest.h5: attribute `texts` holds 3 texts, not one");
      assertRefused(
          () -> attribute(file, "", "number").text(),
          "earliest.h5: attribute `number` holds no text");
      assertRefused(
          () -> attribute(file, "layers/dense/vars", "name").numbers(),
          "earliest.h5: `layers/dense/vars`: attribute `name` holds no numbers");
    }
  }

  @ParameterizedTest
  @CsvSource({"latest.h5, chunked", "latest.h5, compressed", "compressed.h5, compressed"})
  void readsChunks(String name, String path) throws IOException {
    try (H5File file = open(name)) {
      ByteBuffer data = file.dataset(path).data();
      for (int i = 0; i < 300; i++) {
        assertEquals(i, data.getInt());
      }
      assertFalse(data.hasRemaining());
      assertEquals(17, file.dataset(path).data(17 * 4, 8).getInt());
    }
  }

  @Test
  void convertsBigEndianData() throws IOException {
    try (H5File file = open("odd.h5")) {
      ByteBuffer floats = file.dataset("big_endian_float").data();
      assertEquals(1.5f, floats.getFloat());
      assertEquals(-2.0f, floats.getFloat());
      assertEquals(-2, file.dataset("big_endian_long").data(8, 8).getLong());
      assertEquals(3, file.dataset("compact").data().getShort(4));
      assertEquals(floats.rewind(), file.dataset("alias").data());
    }
  }

  @Test
  void readsPartsOfADataset() throws IOException {
    try (H5File file = open("earliest.h5")) {
      H5Dataset dataset = file.dataset("types/int32");
      assertEquals(4, dataset.data(16, 4).getInt());
      assertEquals(0, dataset.data(24, 0).remaining());
      var beyond = assertThrows(IllegalArgumentException.class, () -> dataset.data(20, 8));
      assertEquals(
          "dataset `types/int32`: bytes 20 to 28 are asked for, it has 24", beyond.getMessage());
      var broken = assertThrows(IllegalArgumentException.class, () -> dataset.data(2, 4));
      assertEquals(
          "dataset `types/int32`: a part must consist of whole elements of 4 bytes."
              + " Received: from=2, length=4",
          broken.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
soft        | `soft`: `soft` is a soft link to `/target/data`, links are refused
external    | `external`: `external` is an external link into the file `other.h5`, links are refused
cycle/again | `cycle/again`: the group `again` contains itself
text        | `text`: numbers are expected, its elements are texts of 1 bytes
records     | `records`: numbers are expected, its elements are records of 8 bytes
opaque      | `opaque`: opaque elements, without an attribute `dtype` that says bfloat16
unwritten   | `unwritten`: declares the shape (4, 2), 32 bytes, but 0 bytes are stored
vast        | `vast`: declares the shape (1099511627776,), 8796093022208 bytes, but 0 bytes are stored
elsewhere   | `elsewhere`: its data are in other files, which is refused
target      | `target`: a dataset is expected, there is none
target/none | `target/none`: is missing
""")
  void refuses(String path, String message) throws IOException {
    try (H5File file = open("refused.h5")) {
      assertRefused(() -> file.dataset(path), "refused.h5: " + message);
    }
  }

  @Test
  void refusesVirtualDatasets() throws IOException {
    try (H5File file = open("virtual.h5")) {
      assertRefused(
          () -> file.dataset("virtual"), "virtual.h5: `virtual`: Virtual storage is not supported");
    }
  }

  @Test
  void refusesOtherFiles(@TempDir Path dir) throws IOException {
    String notHdf5 = ": not an HDF5 file: it does not start with HDF5's signature";
    Path text = Files.writeString(dir.resolve("text.h5"), "{\"class_name\": \"Sequential\"}");
    assertRefused(() -> H5File.open(text), "text.h5" + notHdf5);
    Path empty = Files.write(dir.resolve("empty.h5"), new byte[0]);
    assertRefused(() -> H5File.open(empty), "empty.h5" + notHdf5);
    byte[] good = Files.readAllBytes(fixture("odd.h5"));
    assertRefused(
        () -> H5File.of("cut.h5", ByteBuffer.wrap(good, 0, good.length - 1)),
        "cut.h5: the file is cut off: it should have 2072 bytes and has 2071");
    assertThrows(NoSuchFileException.class, () -> H5File.open(dir.resolve("none.h5")));
  }

  @Test
  void readsNothingAfterItIsClosed() throws IOException {
    H5File file = open("odd.h5");
    ByteBuffer data = file.dataset("compact").data();
    file.close();
    var error = assertThrows(IllegalStateException.class, () -> file.children(""));
    assertEquals("odd.h5 is closed", error.getMessage());
    assertEquals(1, data.getShort());
  }

  @Test
  void mapsLargeFiles(@TempDir Path dir) throws IOException {
    byte[] good = Files.readAllBytes(fixture("odd.h5"));
    Path large = dir.resolve("large.h5");
    try (var out = Files.newOutputStream(large)) {
      out.write(good);
      out.write(new byte[(int) H5Bytes.READ_UP_TO]);
    }
    try (H5File file = H5File.open(large)) {
      ByteBuffer data = file.dataset("compact").data();
      assertTrue(data.isDirect());
      assertEquals(2, data.getShort(2));
    }
  }

  private static void assertRefused(Executable action, String message) {
    var error = assertThrows(KerasFileException.class, action);
    assertEquals(message, error.getMessage());
  }
}

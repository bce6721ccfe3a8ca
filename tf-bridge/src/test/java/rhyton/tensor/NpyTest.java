package rhyton.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what NumPy wrote (npy/make.py), and compares what is written with it byte for byte. */
final class NpyTest {
  private static final Map<String, DType> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("b1", DType.BOOL);
    TYPES.put("i1", DType.INT8);
    TYPES.put("i2", DType.INT16);
    TYPES.put("i4", DType.INT32);
    TYPES.put("i8", DType.INT64);
    TYPES.put("u1", DType.UINT8);
    TYPES.put("u2", DType.UINT16);
    TYPES.put("u4", DType.UINT32);
    TYPES.put("u8", DType.UINT64);
    TYPES.put("f2", DType.FLOAT16);
    TYPES.put("f4", DType.FLOAT32);
    TYPES.put("f8", DType.FLOAT64);
    TYPES.put("c8", DType.COMPLEX64);
    TYPES.put("c16", DType.COMPLEX128);
  }

  private static final List<String> WORDS = List.of("", "é0", "a", "𝄞b", "c d", "longer");

  @TempDir private Path folder;
  private TensorScope scope;

  @BeforeEach
  void open() {
    scope = TensorScope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static Path resource(String name) {
    try {
      return Path.of(NpyTest.class.getResource("/npy/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers 0 to 5, as the script wrote them in this type. */
  private static void assertNumbers(DType dtype, Tensor x, String name) {
    assertEquals(dtype, x.dtype(), name);
    assertEquals(Shape.of(2, 3), x.shape(), name);
    if (dtype == DType.BOOL) {
      assertArrayEquals(new boolean[] {false, true, false, true, false, true}, x.booleans(), name);
    } else if (dtype.isComplex()) {
      ByteBuffer bytes = x.toBytes();
      for (int i = 0; i < 6; i++) {
        boolean single = dtype == DType.COMPLEX64;
        assertEquals(i, single ? bytes.getFloat() : bytes.getDouble(), name);
        assertEquals(i + 1, single ? bytes.getFloat() : bytes.getDouble(), name);
      }
    } else {
      assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5}, x.longs(), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.npz", "deflated.npz"})
  void readsAllTypesStoredOrDeflated(String file) throws IOException {
    try (Npz npz = Npz.open(resource(file))) {
      List<String> names = npz.names();
      assertEquals(List.copyOf(TYPES.keySet()), names.subList(0, TYPES.size()));
      for (String name : TYPES.keySet()) {
        assertNumbers(TYPES.get(name), npz.read(name), name);
      }
      assertEquals(WORDS, npz.read("U").strings());
      assertEquals(Shape.of(2, 3), npz.read("U").shape());
      assertEquals(7, npz.read("scalar").item());
      assertEquals(Shape.SCALAR, npz.read("scalar_word").shape());
      assertEquals(List.of("word"), npz.read("scalar_word").strings());
      assertEquals(Shape.of(0, 3), npz.read("nothing").shape());
      assertEquals(Shape.of(4), npz.read("line").shape());
    }
  }

  @Test
  void readsBothOrdersOfBytesAndAxes() throws IOException {
    Map<String, Tensor> all = Npz.readAll(resource("orders.npz"));
    for (String name : TYPES.keySet()) {
      assertNumbers(TYPES.get(name), all.get("big_" + name), "big_" + name);
      assertNumbers(TYPES.get(name), all.get("fortran_" + name), "fortran_" + name);
      assertNumbers(TYPES.get(name), all.get("both_" + name), "both_" + name);
    }
    assertEquals(WORDS, all.get("big_U").strings());
    assertEquals(WORDS, all.get("fortran_U").strings());
    assertEquals("x0", all.get("S").strings().get(1));
    Tensor rank3 = all.get("fortran_rank_3");
    assertEquals(Shape.of(2, 3, 4), rank3.shape());
    assertArrayEquals(IntStream.range(0, 24).toArray(), rank3.ints());
  }

  @Test
  void readsAllVersions() throws IOException {
    for (String name : List.of("version_1.npy", "version_2.npy", "version_3.npy")) {
      assertArrayEquals(new long[] {0, 1, 2}, Npy.read(resource(name)).longs());
    }
    Tensor old = Npy.read(resource("python_2.npy"));
    assertEquals(Shape.of(2, 1), old.shape());
    assertArrayEquals(new int[] {0, 1}, old.ints());
  }

  @Test
  void writesTheBytesThatNumpyWrites() throws IOException {
    Path copy = folder.resolve("copy.npz");
    Npz.write(copy, Npz.readAll(resource("plain.npz")));
    try (ZipFile expected = new ZipFile(resource("plain.npz").toFile());
        ZipFile written = new ZipFile(copy.toFile())) {
      assertEquals(
          expected.stream().map(e -> e.getName() + e.getMethod()).toList(),
          written.stream().map(e -> e.getName() + e.getMethod()).toList());
      for (var entry : expected.stream().toList()) {
        byte[] bytes = expected.getInputStream(entry).readAllBytes();
        byte[] mine = written.getInputStream(written.getEntry(entry.getName())).readAllBytes();
        assertArrayEquals(bytes, mine, entry.getName());
      }
    }
    Path one = folder.resolve("one.npy");
    Npy.write(one, Tensor.of(new long[] {0, 1, 2}));
    assertArrayEquals(Files.readAllBytes(resource("version_1.npy")), Files.readAllBytes(one));
  }

  @Test
  void writesDeflatedAndTheSameEveryTime() throws IOException {
    Map<String, Tensor> arrays = Map.of("x", Tensor.of(new float[1000][10]));
    Path first = folder.resolve("first.npz");
    Path second = folder.resolve("second.npz");
    Npz.writeCompressed(first, arrays);
    Npz.writeCompressed(second, arrays);
    assertTrue(Files.size(first) < 1000);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    assertEquals(Shape.of(1000, 10), Npz.readAll(first).get("x").shape());
  }

  @Test
  void writesWhatNumpyDoesNotKnowInATypeThatItKnows() throws IOException {
    Path file = folder.resolve("x.npy");
    Npy.write(file, Tensor.of(new float[] {1, 2.5f}).cast(DType.BFLOAT16));
    assertEquals(DType.FLOAT32, Npy.read(file).dtype());
    assertArrayEquals(new float[] {1, 2.5f}, Npy.read(file).floats());
    byte[][] raw = {{(byte) 0xff, 1}, {2}};
    Npy.write(file, Tensor.ofStrings(Shape.of(2), raw));
    assertTrue(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains("S2"));
  }

  @Test
  void readsArraysThatAreLargerThanAPieceOfTheFile() throws IOException {
    int[] numbers = IntStream.range(0, 5_000_000).toArray();
    Path file = folder.resolve("large.npy");
    Npy.write(file, Tensor.of(numbers));
    assertTrue(Arrays.equals(numbers, Npy.read(file).ints()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          header_code.npy     ; header_code.npy: the header is bad: expected a text in quotes at 10
          header_lies.npy     ; shape (200, 300), which needs 240000 bytes. Found: 24
          pickled_objects.npy ; `descr` is '|O': the file holds pickled Python objects
          shape_huge.npy      ; no file holds as many elements as shape (2147483648, 2147483648)
          shape_negative.npy  ; a dimension of the shape is `-2`
          structured.npy      ; `descr` is a list: structured records are not supported
          """)
  void refusesBadFiles(String name, String message) {
    var error =
        assertThrows(FileFormatException.class, () -> Npy.read(resource("malformed/" + name)));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void refusesBadArchives() throws IOException {
    var cut =
        assertThrows(FileFormatException.class, () -> Npz.open(resource("malformed/cut.npz")));
    assertEquals("cut.npz: no zip archive, or a damaged one", cut.getMessage());
    try (Npz lies = Npz.open(resource("lies.npz"))) {
      assertEquals(List.of("x"), lies.names());
      var error = assertThrows(FileFormatException.class, () -> lies.read("x"));
      assertTrue(error.getMessage().startsWith("lies.npz/x.npy: the header declares shape ("));
      var missing = assertThrows(IllegalArgumentException.class, () -> lies.read("y"));
      assertEquals("lies.npz: there is no array `y`. Available: [x]", missing.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 9, 60, 127, 140})
  void refusesFilesThatAreCut(int length) throws IOException {
    Path cut = folder.resolve("cut.npy");
    byte[] whole = Files.readAllBytes(resource("version_1.npy"));
    Files.write(cut, Arrays.copyOf(whole, length));
    var error = assertThrows(FileFormatException.class, () -> Npy.read(cut));
    assertTrue(error.getMessage().startsWith("cut.npy: "), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), 'more': 1}",
        "{'descr': '<f4', 'fortran_order': False}",
        "{'descr': '<f4', 'fortran_order': 0, 'shape': (3,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3.5,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': [3]}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)} and more",
        "{'descr': '<f16', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<U0', 'fortran_order': False, 'shape': (1000000000000,)}",
        "{'descr': '<U999999999', 'fortran_order': False, 'shape': (1000,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999999,)}",
        "",
      })
  void refusesBadHeaders(String text) throws IOException {
    Path file = folder.resolve("bad.npy");
    ByteBuffer bytes = ByteBuffer.allocate(10 + text.length() + 12);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length(), 0});
    bytes.put(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    Files.write(file, bytes.array());
    var error = assertThrows(FileFormatException.class, () -> Npy.read(file));
    assertTrue(error.getMessage().startsWith("bad.npy: "), error.getMessage());
  }
}

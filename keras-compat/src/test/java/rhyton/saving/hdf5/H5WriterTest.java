package rhyton.saving.hdf5;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link H5Writer} writes, read by {@link H5File} and looked at byte by byte. */
class H5WriterTest {
  private static final long[] SCALAR = {};

  @TempDir Path dir;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = dir.resolve("written.h5");
  }

  /** A piece of writing. */
  interface Writing {
    void to(H5Writer out) throws IOException;
  }

  private H5File written(Writing writing) throws IOException {
    try (var out = new H5Writer(path)) {
      writing.to(out);
    }
    return H5File.open(path);
  }

  static ByteBuffer int32(int... values) {
    var data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      data.putInt(value);
    }
    return data.flip();
  }

  @ParameterizedTest
  @EnumSource(H5Type.class)
  void writesEveryType(H5Type type) throws IOException {
    byte[] bytes = new byte[6 * type.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (type == H5Type.BOOL ? i % 2 : i);
    }
    var data = ByteBuffer.wrap(bytes);
    try (H5File file = written(out -> out.dataset("a/b", type, new long[] {2, 3}, data))) {
      assertEquals(bytes.length, data.remaining());
      H5Dataset found = file.dataset("a/b");
      assertEquals(type, found.type());
      assertArrayEquals(new long[] {2, 3}, found.shape());
      assertEquals(data, found.data());
      assertEquals(type == H5Type.BFLOAT16, file.attribute("a/b", "dtype").isPresent());
    }
  }

  @Test
  void writesScalarsAndDatasetsWithoutElements() throws IOException {
    try (H5File file =
        written(
            out -> {
              out.dataset("scalar", H5Type.INT32, SCALAR, int32(7));
              out.dataset("nothing", H5Type.FLOAT64, new long[] {3, 0, 2});
              out.dataset("parts", H5Type.INT32, new long[] {3}, int32(1), int32(2, 3));
            })) {
      assertArrayEquals(SCALAR, file.dataset("scalar").shape());
      assertEquals(7, file.dataset("scalar").data().getInt());
      assertArrayEquals(new long[] {3, 0, 2}, file.dataset("nothing").shape());
      assertEquals(0, file.dataset("nothing").byteSize());
      assertEquals(int32(1, 2, 3), file.dataset("parts").data());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 256, 257, 300, 5_000, 8_193})
  void writesGroupsOfAnySize(int count) throws IOException {
    try (H5File file =
        written(
            out -> {
              out.group("many");
              for (int i = count - 1; i >= 0; i--) {
                out.dataset("many/" + i, H5Type.INT32, SCALAR, int32(i));
              }
            })) {
      List<String> sorted = IntStream.range(0, count).mapToObj(Integer::toString).sorted().toList();
      assertEquals(sorted, file.children("many"));
      for (int i = 0; i < count; i++) {
        assertEquals(i, file.dataset("many/" + i).data().getInt());
      }
    }
  }

  @Test
  void writesAttributes() throws IOException {
    String large = "{\"ü\": 1}".repeat(100_000);
    List<String> texts = List.of("a", "", "größe", "€😀");
    try (H5File file =
        written(
            out -> {
              out.group("vars");
              out.dataset("data", H5Type.INT32, SCALAR, int32(1));
              for (String at : List.of("", "vars", "data")) {
                out.attribute(at, "name", "old");
                out.attribute(at, "name", "dense" + at);
                out.attribute(at, "empty", "");
                out.attribute(at, "model_config", large);
                out.attribute(at, "texts", texts);
                out.attribute(at, "no texts", List.of());
                out.attribute(at, "numbers", new double[] {0.1, -2});
                out.attribute(at, "whole", new long[] {Long.MIN_VALUE, 3});
                out.attribute(at, "no numbers", new double[0]);
                out.attribute(at, "größe", "x");
              }
            })) {
      for (String at : List.of("", "vars", "data")) {
        assertEquals("dense" + at, attribute(file, at, "name").text());
        assertEquals(SCALAR.length, attribute(file, at, "name").shape().length);
        assertEquals("", attribute(file, at, "empty").text());
        assertEquals(large, attribute(file, at, "model_config").text());
        assertEquals(texts, attribute(file, at, "texts").texts());
        assertTrue(attribute(file, at, "no texts").isEmpty());
        assertTrue(attribute(file, at, "no texts").isText());
        assertArrayEquals(new double[] {0.1, -2}, attribute(file, at, "numbers").numbers());
        assertArrayEquals(
            new double[] {(double) Long.MIN_VALUE, 3}, attribute(file, at, "whole").numbers());
        assertTrue(attribute(file, at, "no numbers").isEmpty());
        assertEquals("x", attribute(file, at, "größe").text());
        assertEquals(9, file.attributes(at).size());
      }
      assertEquals(List.of(), file.children("vars"));
    }
  }

  private static H5Attribute attribute(H5File file, String path, String name) {
    return file.attribute(path, name).orElseThrow();
  }

  @Test
  void writesMoreTextsThanOneHeapCollectionNumbers() throws IOException {
    var texts = new ArrayList<String>();
    for (int i = 0; i < 4_000; i++) {
      texts.add("layer_" + i);
    }
    try (H5File file =
        written(
            out -> {
              for (int i = 0; i < 20; i++) {
                out.group("g" + i);
                out.attribute("g" + i, "layer_names", texts);
              }
            })) {
      for (int i = 0; i < 20; i++) {
        assertEquals(texts, attribute(file, "g" + i, "layer_names").texts());
      }
    }
  }

  @Test
  void writesNamesOfEveryKindInTheOrderOfTheirBytes() throws IOException {
    List<String> names = List.of(" ", "10", "2", "Z", "a b", "a:0", "größe", "\uffee", "😀");
    try (H5File file = written(out -> names.forEach(name -> out.group(name + "/below")))) {
      assertEquals(names, file.children(""));
      names.forEach(name -> assertTrue(file.hasGroup(name + "/below"), name));
    }
  }

  @Test
  void writesTheSuperblockThatEveryReaderKnows() throws IOException {
    written(out -> out.dataset("a", H5Type.INT32, SCALAR, int32(0x01020304))).close();
    var file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] start = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 0, 8, 8, 0};
    assertEquals(ByteBuffer.wrap(start), file.slice(0, 16));
    assertEquals(4, file.getShort(16));
    assertEquals(16, file.getShort(18));
    assertEquals(0, file.getLong(24));
    assertEquals(-1, file.getLong(32));
    assertEquals(file.capacity(), file.getLong(40));
    assertEquals(0x01020304, file.getInt(96), "data start right behind the superblock");
    int header = (int) file.getLong(64);
    assertEquals(1, file.get(header), "version of the root's header");
    assertEquals(17, file.getShort(header + 16), "its one message is the symbol table");
    assertEquals(file.getLong(80), file.getLong(header + 24));
    assertEquals(file.getLong(88), file.getLong(header + 32));
    assertEquals("TREE", text(file, (int) file.getLong(80)));
    assertEquals("HEAP", text(file, (int) file.getLong(88)));
  }

  private static String text(ByteBuffer file, int at) {
    return US_ASCII.decode(file.slice(at, 4)).toString();
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    Writing writing =
        out -> {
          out.dataset("b", H5Type.INT32, SCALAR, int32(1));
          out.attribute("b", "name", "x");
          out.group("a");
        };
    written(writing).close();
    byte[] first = Files.readAllBytes(path);
    written(writing).close();
    assertArrayEquals(first, Files.readAllBytes(path));
  }

  @Test
  void writesBehindOtherBytesOfAChannel() throws IOException {
    Files.writeString(path, "before");
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.position(6);
      try (var out = new H5Writer(channel)) {
        out.dataset("a", H5Type.INT32, SCALAR, int32(5));
        out.attribute("a", "name", "x");
      }
      channel.write(ByteBuffer.wrap("after".getBytes(US_ASCII)));
    }
    byte[] all = Files.readAllBytes(path);
    assertEquals("before", new String(all, 0, 6, US_ASCII));
    assertEquals("after", new String(all, all.length - 5, 5, US_ASCII));
    try (H5File file = H5File.of("part", ByteBuffer.wrap(all, 6, all.length - 11))) {
      assertEquals(5, file.dataset("a").data().getInt());
      assertEquals("x", attribute(file, "a", "name").text());
    }
  }

  @Test
  void leavesNoReadableFileWhenDataCouldNotBeWritten() throws IOException {
    try (var channel =
        new FullChannel(
            Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      var out = new H5Writer(channel);
      out.dataset("a", H5Type.INT32, SCALAR, int32(5));
      channel.full = true;
      assertThrows(IOException.class, () -> out.dataset("b", H5Type.INT32, SCALAR, int32(5)));
      channel.full = false;
      out.close();
    }
    byte[] start = Files.readAllBytes(path);
    assertFalse(start.length > 1 && start[1] == 'H');
  }

  /** A channel to a full disk. */
  private static final class FullChannel implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private boolean full;

    FullChannel(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      if (full) {
        throw new IOException("no space left");
      }
      return channel.write(source);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      return channel.position(position);
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      return channel.truncate(size);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    try (var out = new H5Writer(path)) {
      out.dataset("a/b", H5Type.INT32, SCALAR, int32(5));
      assertWrong(
          () -> out.dataset("c", H5Type.INT32, new long[] {2, 2}, int32(1)),
          "dataset `c`: 16 bytes are needed for the shape [2, 2] of INT32. Received: 4 bytes");
      assertWrong(
          () -> out.dataset("c", H5Type.INT32, new long[] {-1}),
          "dataset `c`: argument `shape` must have up to 32 dimensions, none negative."
              + " Received: [-1]");
      assertWrong(
          () -> out.dataset("a/b", H5Type.INT32, SCALAR, int32(1)), "`a/b` is there already");
      assertWrong(
          () -> out.dataset("/", H5Type.INT32, SCALAR, int32(1)),
          "a dataset needs a name. Received: `/`");
      assertWrong(() -> out.group("a/b/c"), "`a/b/c`: `b` is a dataset");
      assertWrong(() -> out.group("a/./c"), "`.` cannot be a name. Received: path=`a/./c`");
      assertWrong(() -> out.group("a\0"), "path must not hold the character U+0000");
      assertWrong(() -> out.attribute("x", "name", "y"), "there is no object `x` for an attribute");
      assertWrong(
          () -> out.attribute("a", "name", "y\0"),
          "attribute `name` of `a` must not hold the character U+0000");
      assertWrong(
          () -> out.attribute("a", "names", new double[8_192]),
          "attribute `names` of `a` takes more than the 64 KiB that the format allows: split it");
    }
    var out = new H5Writer(path);
    out.close();
    out.close();
    var error = assertThrows(IllegalStateException.class, () -> out.group("a"));
    assertEquals("the HDF5 file is closed", error.getMessage());
  }

  @Test
  void writesTheLargestAttributeThatFits() throws IOException {
    double[] numbers = new double[(0xfff8 - 8 - 8 - 24 - 16) / 8];
    numbers[numbers.length - 1] = 1;
    try (H5File file = written(out -> out.attribute("", "numbers", numbers))) {
      assertArrayEquals(numbers, attribute(file, "", "numbers").numbers());
    }
    try (var out = new H5Writer(path)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> out.attribute("", "numbers", new double[numbers.length + 1]));
    }
  }

  private static void assertWrong(Executable action, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}

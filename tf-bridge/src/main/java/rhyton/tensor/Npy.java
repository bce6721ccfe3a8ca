package rhyton.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import rhyton.tensor.runtime.EagerCall;
import rhyton.tensor.runtime.HostMemory;
import rhyton.tensor.runtime.NativeHandle;

/**
 * Arrays in NumPy's {@code .npy} files.
 *
 * <p>All versions of the format, both byte orders and both orders of the axes are read: booleans,
 * whole numbers, float16 to float64, complex numbers, and texts ({@code U} and {@code S} become
 * strings, without the zeros that fill them up). Pickled Python objects and structured records are
 * refused. What a header declares is checked against the size of the file before memory is taken.
 *
 * <p>Files are written as {@code numpy.save} writes them: in version 1.0, C order and the byte
 * order of the machine; bfloat16, which NumPy does not know, as float32; strings as {@code U}, or
 * as {@code S} if they are not UTF-8.
 *
 * <pre>{@code
 * Tensor x = Npy.read(Path.of("x.npy"));
 * Npy.write(Path.of("twice.npy"), x.multiply(2));
 * }</pre>
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
public final class Npy {
  /** The bytes of the magic string and the version. */
  static final int PREFIX = 8;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 20;

  /** How much is read or written at a time; a multiple of the size of every element. */
  private static final int CHUNK = 1 << 24;

  private Npy() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the array, owned by the innermost open scope
   * @throws IOException if it cannot be read
   * @throws FileFormatException if it is no {@code .npy} file, damaged, or holds what is refused
   */
  public static Tensor read(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(in, in.size(), file.getFileName().toString());
    }
  }

  /**
   * Writes a file; one that is there is replaced.
   *
   * @param file the file
   * @param array a value
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Tensor array) throws IOException {
    try (TensorScope scope = TensorScope.open();
        FileChannel out =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      Content.of(array).writeTo(out);
    }
  }

  // ---- in ------------------------------------------------------------------------------------

  /**
   * Reads an array.
   *
   * @param in where it stands
   * @param size how many bytes there can be at most
   * @param where what messages call it
   */
  static Tensor read(ReadableByteChannel in, long size, String where) throws IOException {
    byte[] start = bytes(in, PREFIX, where);
    if (!Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
      throw new FileFormatException(where + ": no .npy file: it does not start with \\x93NUMPY");
    }
    int major = start[MAGIC.length];
    if (major < 1 || major > 3) {
      throw new FileFormatException(
          where + ": version " + major + " of the format. Known are 1, 2 and 3");
    }
    byte[] length = bytes(in, major == 1 ? 2 : 4, where);
    long declared = 0;
    for (int i = length.length - 1; i >= 0; i--) {
      declared = declared << 8 | length[i] & 0xff;
    }
    long left = size - PREFIX - length.length;
    if (declared > Math.min(left, LONGEST_HEADER)) {
      throw new FileFormatException(
          where + ": the header should have " + declared + " bytes. Found: " + left);
    }
    byte[] text = bytes(in, (int) declared, where);
    var charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    NpyHeader header = NpyHeader.parse(new String(text, charset), where);
    left -= declared;
    boolean missing = header.bytes() > left || header.itemSize() == 0 && header.count() > size;
    if (missing) {
      throw new FileFormatException(
          where
              + ": the header declares shape "
              + header.shape()
              + ", which needs "
              + header.bytes()
              + " bytes. Found: "
              + left);
    }
    return elements(header, in, where);
  }

  private static byte[] bytes(ReadableByteChannel in, int count, String where) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    fill(bytes, in, where);
    return bytes.array();
  }

  private static void fill(ByteBuffer bytes, ReadableByteChannel in, String where)
      throws IOException {
    while (bytes.hasRemaining()) {
      if (in.read(bytes) < 0) {
        throw new FileFormatException(
            where + ": the file is cut: " + bytes.remaining() + " bytes more were expected");
      }
    }
    bytes.flip();
  }

  private static Tensor elements(NpyHeader header, ReadableByteChannel in, String where)
      throws IOException {
    Shape shape = header.shape();
    if (header.fortranOrder()) {
      long[] dims = shape.toArray();
      for (int i = 0; i < dims.length; i++) {
        dims[i] = shape.get(dims.length - 1 - i);
      }
      shape = Shape.of(dims);
    }
    NativeHandle inOrder =
        header.isText() ? texts(header, shape, in, where) : numbers(header, shape, in, where);
    if (!header.fortranOrder() || shape.rank() < 2) {
      return Tensor.of(inOrder);
    }
    int[] reversed = new int[shape.rank()];
    Arrays.setAll(reversed, i -> reversed.length - 1 - i);
    try (inOrder;
        NativeHandle axes = Tensor.of(reversed).disown().handle()) {
      return Tensor.of(EagerCall.run("Transpose", List.of(inOrder, axes), Map.of()).get(0));
    }
  }

  private static NativeHandle numbers(
      NpyHeader header, Shape shape, ReadableByteChannel in, String where) throws IOException {
    try {
      return HostMemory.create(
          header.dtype(),
          shape,
          data -> {
            try {
              for (long at = 0; at < header.bytes(); at += CHUNK) {
                ByteBuffer part = part(data, at, header.bytes());
                fill(part, in, where);
                correct(part, header);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ByteBuffer part(Pointer data, long at, long end) {
    return new BytePointer(data).position(at).limit(Math.min(end, at + CHUNK)).asByteBuffer();
  }

  /** Brings bytes into the order of this machine, and truth values to 0 and 1. */
  private static void correct(ByteBuffer part, NpyHeader header) {
    int end = part.limit();
    if (header.kind() == 'b') {
      for (int i = 0; i < end; i++) {
        part.put(i, (byte) (part.get(i) == 0 ? 0 : 1));
      }
    }
    if (header.swapped()) {
      part.order(ByteOrder.nativeOrder());
      int unit = header.unit();
      for (int i = 0; i < end; i += unit) {
        switch (unit) {
          case 2 -> part.putShort(i, Short.reverseBytes(part.getShort(i)));
          case 4 -> part.putInt(i, Integer.reverseBytes(part.getInt(i)));
          case 8 -> part.putLong(i, Long.reverseBytes(part.getLong(i)));
          default -> {
            return;
          }
        }
      }
    }
  }

  private static NativeHandle texts(
      NpyHeader header, Shape shape, ReadableByteChannel in, String where) throws IOException {
    if (header.count() > Integer.MAX_VALUE || header.itemSize() > Integer.MAX_VALUE) {
      throw new FileFormatException(
          where + ": too many texts or too long ones, shape " + header.shape());
    }
    byte[][] texts = new byte[(int) header.count()][];
    for (int i = 0; i < texts.length; i++) {
      byte[] item = bytes(in, (int) header.itemSize(), where);
      texts[i] = header.kind() == 'U' ? NpyText.toUtf8(item, header, where) : NpyText.strip(item);
    }
    return HostMemory.ofStrings(shape, texts);
  }

  // ---- out -----------------------------------------------------------------------------------

  /** An array as the bytes of a file: what stands before the elements, and the elements. */
  record Content(byte[] header, Tensor numbers, byte[] texts) {
    static Content of(Tensor array) {
      Tensor plain = array.dtype() == DType.BFLOAT16 ? asFloats(array) : array;
      if (plain.dtype() == DType.STRING) {
        return NpyText.content(plain);
      }
      char kind = kind(plain.dtype());
      return new Content(
          NpyHeader.of(plain, kind, plain.dtype().size()).toBytes(), plain, new byte[0]);
    }

    private static Tensor asFloats(Tensor array) {
      return Tensor.of(
          EagerCall.run("Cast", List.of(array.handle()), Map.of("DstT", DType.FLOAT32)).get(0));
    }

    private static char kind(DType dtype) {
      if (dtype.size() == 0) {
        throw new IllegalArgumentException(
            "Npy: a tensor of dtype " + dtype + " has no form in a file");
      }
      return dtype == DType.BOOL
          ? 'b'
          : dtype.isFloating() ? 'f' : dtype.isComplex() ? 'c' : dtype.isUnsigned() ? 'u' : 'i';
    }

    /** The number of bytes in the file. */
    long size() {
      long elements =
          numbers == null ? texts.length : numbers.shape().size() * numbers.dtype().size();
      return header.length + elements;
    }

    void writeTo(WritableByteChannel out) throws IOException {
      write(ByteBuffer.wrap(header), out);
      write(ByteBuffer.wrap(texts), out);
      if (numbers == null) {
        return;
      }
      long bytes = numbers.shape().size() * numbers.dtype().size();
      try {
        HostMemory.read(
            numbers.handle(),
            data -> {
              try {
                for (long at = 0; at < bytes; at += CHUNK) {
                  write(part(data, at, bytes), out);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private static void write(ByteBuffer bytes, WritableByteChannel out) throws IOException {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }
}

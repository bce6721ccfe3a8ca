package rhyton.tensor;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Several arrays by name in NumPy's {@code .npz} files: zip archives with one {@code .npy} file for
 * each array.
 *
 * <p>Arrays are read one by one when they are asked for, deflated or stored, also beyond 4 GiB.
 * Other members of the archive are passed over. Files may come from strangers, as with {@link Npy}.
 *
 * <pre>{@code
 * try (Npz data = Npz.open(Path.of("mnist.npz"))) {
 *   data.names();                      // [x_train, y_train, …]
 *   Tensor x = data.read("x_train");
 * }
 * Npz.write(Path.of("weights.npz"), Map.of("kernel", kernel));
 * }</pre>
 */
public final class Npz implements Closeable {
  private static final String SUFFIX = ".npy";

  /** No stream of deflated bytes grows more than this. */
  private static final long MOST_EXPANSION = 1032;

  /** The same files for the same arrays: the first time without a time zone in it. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final String file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private Npz(String file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @param path the file
   * @return the archive, owned by the caller
   * @throws IOException if it cannot be read
   * @throws FileFormatException if it is no zip archive, or holds two arrays of one name
   */
  public static Npz open(Path path) throws IOException {
    String name = path.getFileName().toString();
    try {
      Npz npz = new Npz(name, new ZipFile(path.toFile()));
      try {
        npz.list();
        return npz;
      } catch (RuntimeException e) {
        npz.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new FileFormatException(name + ": no zip archive, or a damaged one", e);
    }
  }

  private void list() {
    zip.stream()
        .filter(entry -> entry.getName().endsWith(SUFFIX))
        .forEach(
            entry -> {
              String name = entry.getName();
              String array = name.substring(0, name.length() - SUFFIX.length());
              if (entries.put(array, entry) != null) {
                throw new FileFormatException(file + ": two arrays have the name `" + array + "`");
              }
            });
  }

  /** Returns the names of the arrays, in the order of the file. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /**
   * Reads an array.
   *
   * @param name its name, without {@code .npy}
   * @return the array, owned by the innermost open scope
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if there is no array of that name
   * @throws FileFormatException if it is damaged, or holds what is refused
   */
  public Tensor read(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          file + ": there is no array `" + name + "`. Available: " + names());
    }
    String where = file + "/" + entry.getName();
    long possible = entry.getCompressedSize();
    if (entry.getMethod() != ZipEntry.STORED && possible < Long.MAX_VALUE / MOST_EXPANSION) {
      possible *= MOST_EXPANSION;
    }
    try (ReadableByteChannel in = Channels.newChannel(zip.getInputStream(entry))) {
      return Npy.read(in, Math.min(entry.getSize(), possible), where);
    } catch (ZipException | EOFException e) {
      throw new FileFormatException(where + ": the zip archive is damaged", e);
    }
  }

  /**
   * Reads all arrays of a file.
   *
   * @param path the file
   * @return the arrays by name, in the order of the file, owned by the innermost open scope
   * @throws IOException if it cannot be read
   * @throws FileFormatException if it is damaged, or holds what is refused
   */
  public static Map<String, Tensor> readAll(Path path) throws IOException {
    try (Npz npz = open(path)) {
      Map<String, Tensor> arrays = new LinkedHashMap<>();
      for (String name : npz.names()) {
        arrays.put(name, npz.read(name));
      }
      return arrays;
    }
  }

  /**
   * Writes a file as {@code numpy.savez} does, without compression; one that is there is replaced.
   *
   * @param path the file
   * @param arrays values by name, written in the order of the map
   * @throws IOException if it cannot be written
   */
  public static void write(Path path, Map<String, Tensor> arrays) throws IOException {
    write(path, arrays, ZipEntry.STORED);
  }

  /**
   * Writes a file as {@code numpy.savez_compressed} does; one that is there is replaced.
   *
   * @param path the file
   * @param arrays values by name, written in the order of the map
   * @throws IOException if it cannot be written
   */
  public static void writeCompressed(Path path, Map<String, Tensor> arrays) throws IOException {
    write(path, arrays, ZipEntry.DEFLATED);
  }

  private static void write(Path path, Map<String, Tensor> arrays, int method) throws IOException {
    try (TensorScope scope = TensorScope.open();
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, Tensor> array : arrays.entrySet()) {
        Npy.Content content = Npy.Content.of(array.getValue());
        ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
        entry.setTimeLocal(TIME);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          entry.setSize(content.size());
          entry.setCompressedSize(content.size());
          entry.setCrc(checksum(content));
        }
        zip.putNextEntry(entry);
        content.writeTo(Channels.newChannel(zip));
        zip.closeEntry();
      }
    }
  }

  private static long checksum(Npy.Content content) throws IOException {
    Checksum checksum = new Checksum();
    content.writeTo(checksum);
    return checksum.crc.getValue();
  }

  /** Where bytes go to be summed up only. */
  private static final class Checksum implements WritableByteChannel {
    private final CRC32 crc = new CRC32();

    @Override
    public int write(ByteBuffer bytes) {
      int count = bytes.remaining();
      crc.update(bytes);
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** Closes the file. */
  @Override
  public void close() throws IOException {
    zip.close();
  }
}

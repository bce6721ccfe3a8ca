package rhyton.saving.hdf5;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The bytes of an HDF5 file that is a member of a zip archive: mapped where they lie if they are
 * large and stored without compression, as Keras stores them; else unpacked into memory, or, if
 * they are large, into a temporary file that vanishes when it is closed. The checksum is verified.
 */
final class ZipMember {
  /** Members up to this size are unpacked into memory. */
  static final int UNPACK_UP_TO = 64 << 20;

  private static final long FOUR_GIB = 4L << 30;
  private static final int MOST_EXPANSION = 100;
  private static final long IN_ZIP64 = 0xffffffffL;
  private static final int LOCAL_HEADER = 0x04034b50;
  static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int DIRECTORY_END = 0x06054b50;
  private static final int ZIP64_LOCATOR = 0x07064b50;

  private final Path zip;
  private final ZipEntry entry;

  private ZipMember(Path zip, ZipEntry entry) {
    this.zip = zip;
    this.entry = entry;
  }

  /** Opens a member. */
  static H5Bytes open(Path zip, String member) throws IOException {
    try (var archive = new ZipFile(zip.toFile())) {
      ZipEntry entry = archive.getEntry(member);
      if (entry == null) {
        throw new ZipException("the archive has no such member");
      }
      var found = new ZipMember(zip, entry);
      H5Bytes inPlace = entry.getSize() > H5Bytes.READ_UP_TO ? found.inPlace() : null;
      return inPlace != null ? inPlace : found.unpack(archive);
    }
  }

  private H5Bytes unpack(ZipFile archive) throws IOException {
    try (var in = new CheckedInputStream(archive.getInputStream(entry), new CRC32())) {
      byte[] start = in.readNBytes(UNPACK_UP_TO);
      if (start.length < UNPACK_UP_TO) {
        verify(in.getChecksum().getValue());
        return new H5Bytes(ByteBuffer.wrap(start));
      }
      FileChannel file = temporaryFile();
      try {
        file.write(ByteBuffer.wrap(start));
        copyRest(in, file);
        verify(in.getChecksum().getValue());
        return new H5Bytes(file, 0, file.size());
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    }
  }

  private static FileChannel temporaryFile() throws IOException {
    return FileChannel.open(
        Files.createTempFile("weights", ".h5"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private void copyRest(InputStream in, FileChannel file) throws IOException {
    var source = Channels.newChannel(in);
    long most = Math.max(FOUR_GIB, MOST_EXPANSION * entry.getCompressedSize());
    long copied;
    do {
      copied = file.transferFrom(source, file.position(), 1 << 20);
      file.position(file.position() + copied);
      if (file.position() > most) {
        throw new ZipException(
            "more than %d bytes come out of the %d of the archive"
                .formatted(most, entry.getCompressedSize()));
      }
    } while (copied > 0);
  }

  private void verify(long checksum) throws ZipException {
    if (entry.getCrc() != -1 && entry.getCrc() != checksum) {
      throw new ZipException("the member's checksum does not fit its content");
    }
  }

  /** The member where it lies in the archive, or null if it cannot be used there. */
  private H5Bytes inPlace() throws IOException {
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
      return null;
    }
    FileChannel file = FileChannel.open(zip, StandardOpenOption.READ);
    try {
      long from = dataOffset(file);
      if (from < 0 || from > file.size() - entry.getSize()) {
        file.close();
        return null;
      }
      verify(checksum(file, from));
      return H5Bytes.of(file, from, entry.getSize());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private long checksum(FileChannel file, long from) throws IOException {
    var crc = new CRC32();
    long end = from + entry.getSize();
    for (long at = from; at < end; ) {
      long length = Math.min(end - at, 1L << 30);
      crc.update(file.map(FileChannel.MapMode.READ_ONLY, at, length));
      at += length;
    }
    return crc.getValue();
  }

  /** Where the member's bytes start, found through the archive's directory; -1 if it is odd. */
  private long dataOffset(FileChannel file) throws IOException {
    ByteBuffer directory = directory(file);
    byte[] name = entry.getName().getBytes(StandardCharsets.UTF_8);
    while (directory != null && directory.remaining() >= 46) {
      int at = directory.position();
      if (directory.getInt(at) != DIRECTORY_ENTRY) {
        return -1;
      }
      int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
      int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
      int commentLength = Short.toUnsignedInt(directory.getShort(at + 32));
      long header = Integer.toUnsignedLong(directory.getInt(at + 42));
      if (directory.slice(at + 46, nameLength).equals(ByteBuffer.wrap(name))) {
        return header == IN_ZIP64 ? -1 : afterLocalHeader(file, header);
      }
      directory.position(at + 46 + nameLength + extraLength + commentLength);
    }
    return -1;
  }

  private static ByteBuffer directory(FileChannel file) throws IOException {
    int length = (int) Math.min(file.size(), 22 + 0xffff);
    ByteBuffer end = read(file, file.size() - length, length);
    for (int at = length - 22; at >= 0; at--) {
      if (end.getInt(at) == DIRECTORY_END) {
        long size = Integer.toUnsignedLong(end.getInt(at + 12));
        long from = Integer.toUnsignedLong(end.getInt(at + 16));
        if (at >= 20 && end.getInt(at - 20) == ZIP64_LOCATOR) {
          ByteBuffer zip64 = read(file, end.getLong(at - 12), 56);
          size = zip64.getLong(40);
          from = zip64.getLong(48);
        }
        return size > UNPACK_UP_TO ? null : read(file, from, (int) size);
      }
    }
    return null;
  }

  private static long afterLocalHeader(FileChannel file, long header) throws IOException {
    ByteBuffer local = read(file, header, 30);
    int lengths = Short.toUnsignedInt(local.getShort(26)) + Short.toUnsignedInt(local.getShort(28));
    return local.getInt(0) == LOCAL_HEADER ? header + 30 + lengths : -1;
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    var read = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (read.hasRemaining() && file.read(read, from + read.position()) >= 0) {}
    if (read.hasRemaining()) {
      throw new ZipException("the archive ends too early");
    }
    return read.flip();
  }
}

package rhyton.saving.hdf5;

import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of one HDF5 file in the form jHDF asks for them. Every range is checked against the
 * file before memory is taken, and what one question to the file may read is limited, so that a
 * hostile file costs neither memory nor time.
 */
final class H5Bytes implements HdfBackingStorage, Closeable {
  /** What stands in a file where an address could stand and there is nothing. */
  static final long UNDEFINED = -1;

  /** Files up to this size are copied into memory; larger ones are mapped. */
  static final long READ_UP_TO = 16L << 20;

  static final long SIGN = 0x89484446_0d0a1a0aL; // \x89 HDF \r \n \x1a \n

  /** Structures one question may read: a group of a million children still passes. */
  private static final int MOST_READS = 2_000_000;

  /** Bytes of structures one question may read; the data of datasets and heaps do not count. */
  private static final long MOST_BYTES = 64L << 20;

  /** In a channel, longer ranges are mapped, shorter ones are copied. */
  private static final long MAP_FROM = 1L << 20;

  private final ByteBuffer memory;
  private final FileChannel channel;
  private final long base;
  private final long size;
  private final Superblock superblock;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /** A file that is in memory, or mapped, as a whole. */
  H5Bytes(ByteBuffer memory) {
    this(memory.slice(), null, 0, memory.remaining());
  }

  /** A file that is too large for one buffer, or temporary; the channel is closed with it. */
  H5Bytes(FileChannel channel, long base, long size) {
    this(null, channel, base, size);
  }

  private H5Bytes(ByteBuffer memory, FileChannel channel, long base, long size) {
    this.memory = memory;
    this.channel = channel;
    this.base = base;
    this.size = size;
    this.superblock = readSuperblock();
  }

  /** A part of a file, in the way that suits its size; the channel belongs to the result. */
  static H5Bytes of(FileChannel channel, long base, long size) throws IOException {
    if (size > Integer.MAX_VALUE) {
      try {
        return new H5Bytes(channel, base, size);
      } catch (RuntimeException e) {
        channel.close();
        throw e;
      }
    }
    try (channel) {
      return new H5Bytes(
          size <= READ_UP_TO
              ? copy(channel, base, (int) size)
              : channel.map(MapMode.READ_ONLY, base, size));
    }
  }

  private Superblock readSuperblock() {
    ByteBuffer start = range(0, Math.min(size, 1024));
    if (start.remaining() < 8 || start.duplicate().order(ByteOrder.BIG_ENDIAN).getLong() != SIGN) {
      throw new HdfException("not an HDF5 file: it does not start with HDF5's signature");
    }
    Superblock found = Superblock.readSuperblock(start);
    if (found.getBaseAddressByte() != 0) {
      throw new HdfException("base address " + found.getBaseAddressByte() + " where 0 is expected");
    }
    if (Long.compareUnsigned(found.getEndOfFileAddress(), size) > 0) {
      throw new HdfException(
          "the file is cut off: it should have %s bytes and has %d"
              .formatted(Long.toUnsignedString(found.getEndOfFileAddress()), size));
    }
    return found;
  }

  /** The address of the object header of the root group. */
  long rootAddress() {
    return superblock instanceof Superblock.SuperblockV0V1 old
        ? new SymbolTableEntry(this, old.getRootGroupSymbolTableAddress()).getObjectHeaderAddress()
        : ((Superblock.SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
  }

  /** Starts the count anew: called before each question to the file. */
  void newQuestion() {
    reads.set(0);
    bytes.set(0);
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    if (bytes.addAndGet(length) > MOST_BYTES) {
      throw new HdfException("structures that refer to each other without end");
    }
    return map(address, length);
  }

  @Override
  public ByteBuffer map(long address, long length) {
    if (reads.incrementAndGet() > MOST_READS) {
      throw new HdfException("structures that refer to each other without end");
    }
    return range(address, length);
  }

  @Override
  public ByteBuffer mapNoOffset(long address, long length) {
    return map(address, length);
  }

  private ByteBuffer range(long address, long length) {
    if (address < 0 || length < 0 || address > size - length) {
      throw new HdfException(
          "the file is damaged: %d bytes at address %d are needed, it has %d bytes"
              .formatted(length, address, size));
    }
    if (length > Integer.MAX_VALUE) {
      throw new HdfException("a range of " + length + " bytes, more than one buffer can hold");
    }
    try {
      ByteBuffer found =
          memory != null
              ? memory.slice((int) address, (int) length)
              : length >= MAP_FROM
                  ? channel.map(MapMode.READ_ONLY, base + address, length)
                  : copy(channel, base + address, (int) length);
      return found.order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer copy(FileChannel channel, long from, int length) throws IOException {
    var copy = ByteBuffer.allocate(length);
    while (copy.hasRemaining()) {
      if (channel.read(copy, from + copy.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return copy.flip();
  }

  @Override
  public Superblock getSuperblock() {
    return superblock;
  }

  @Override
  public int getSizeOfOffsets() {
    return superblock.getSizeOfOffsets();
  }

  @Override
  public int getSizeOfLengths() {
    return superblock.getSizeOfLengths();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean inMemory() {
    return memory != null;
  }

  @Override
  public long getUserBlockSize() {
    return 0;
  }

  @Override
  public FileChannel getFileChannel() {
    return channel;
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package rhyton.saving.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The end of an HDF5 file that is being written: what is added gets the next free address. */
final class H5Output {
  private final SeekableByteChannel channel;
  private final long base;
  private long end;

  /**
   * Writes behind the channel's position.
   *
   * @param end the first address to give out; what is before it is written last
   */
  H5Output(SeekableByteChannel channel, int end) throws IOException {
    this.channel = channel;
    this.base = channel.position();
    this.end = end;
  }

  /** The address that the next addition gets: the file's length so far, a multiple of eight. */
  long end() {
    return end;
  }

  /** Adds a structure or data, filled up to a multiple of eight bytes; returns its address. */
  long add(ByteBuffer... parts) throws IOException {
    long address = end;
    for (ByteBuffer part : parts) {
      int length = part.remaining();
      writeAt(end, part.duplicate());
      end += length;
    }
    if (end % 8 != 0) {
      int padding = 8 - (int) (end % 8);
      writeAt(end, ByteBuffer.allocate(padding));
      end += padding;
    }
    return address;
  }

  /** Writes at an address. */
  void writeAt(long address, ByteBuffer bytes) throws IOException {
    channel.position(base + address);
    while (bytes.hasRemaining()) { // in portions: for heap buffers the JDK keeps a native copy each
      int portion = Math.min(bytes.remaining(), 1 << 20);
      int written = channel.write(bytes.slice(bytes.position(), portion));
      bytes.position(bytes.position() + written);
    }
  }

  /** Leaves the channel's position behind the file. */
  void seekEnd() throws IOException {
    channel.position(base + end);
  }

  /** A buffer in the byte order of the format. */
  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int padded(int length) {
    return Math.addExact(length, 7) & -8;
  }
}

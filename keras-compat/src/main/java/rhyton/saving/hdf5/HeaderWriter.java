package rhyton.saving.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An object header of version 1 that is being put together, message by message. */
final class HeaderWriter {
  /** The longest message: its length has two bytes and is a multiple of eight. */
  private static final int MOST_MESSAGE_BYTES = 0xfff8;

  private static final int CONSTANT = 1;

  /** What a dataset is, and where its elements are. */
  record Data(H5Type type, long[] shape, long address, long bytes) {}

  private final List<ByteBuffer> messages = new ArrayList<>();
  private int size;

  private void add(int type, int flags, ByteBuffer content) {
    int length = H5Output.padded(content.remaining());
    ByteBuffer message = H5Output.buffer(8 + length);
    message.putShort((short) type).putShort((short) length).putInt(flags).put(content).rewind();
    messages.add(message);
    size = Math.addExact(size, message.remaining());
  }

  /** Says that the object is a group, and where its children are. */
  void group(SymbolTableWriter.Table table) {
    var content = H5Output.buffer(16).putLong(table.tree()).putLong(table.heap());
    add(H5Header.SYMBOL_TABLE, 0, content.flip());
  }

  /** Says that the object is a dataset, and where its data are. */
  void dataset(Data data) {
    add(H5Header.DATASPACE, 0, dataspace(data.shape));
    add(H5Header.DATATYPE, CONSTANT, data.type.message());
    var fill = H5Output.buffer(8).putInt(0x01020202); // zeros, where somebody enlarges the dataset
    add(H5Header.FILL_VALUE, CONSTANT, fill.rewind());
    var layout = H5Output.buffer(18).put((byte) 3).put((byte) 1); // version, contiguous
    add(H5Header.LAYOUT, 0, layout.putLong(data.address).putLong(data.bytes).flip());
  }

  /** Adds an attribute message, see {@link #attribute(String, ByteBuffer, long[])}. */
  void attribute(ByteBuffer message) {
    add(H5Header.ATTRIBUTE, 0, message);
  }

  /**
   * The message of an attribute, positioned where the data are to be put; null if it gets too long.
   */
  static ByteBuffer attribute(String name, ByteBuffer datatype, long[] shape) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer dataspace = dataspace(shape);
    int nameLength = nameBytes.length + 1;
    int typeLength = datatype.remaining();
    int start = 8 + H5Output.padded(nameLength) + H5Output.padded(typeLength);
    long dataBytes = Arrays.stream(shape).reduce(datatype.getInt(4), Math::multiplyExact);
    long length = start + dataspace.remaining() + dataBytes;
    if (length > MOST_MESSAGE_BYTES) {
      return null;
    }
    var message = H5Output.buffer((int) length);
    message.putShort((short) 1).putShort((short) nameLength).putShort((short) typeLength);
    message.putShort((short) dataspace.remaining()).put(nameBytes);
    message.position(8 + H5Output.padded(nameLength)).put(datatype);
    return message.position(start).put(dataspace);
  }

  private static ByteBuffer dataspace(long[] shape) {
    var message = H5Output.buffer(8 + 8 * shape.length).put((byte) 1).put((byte) shape.length);
    message.position(8);
    for (long dim : shape) {
      message.putLong(dim);
    }
    return message.flip();
  }

  /** Adds the header to the file; returns its address. */
  long write(H5Output out) throws IOException {
    var header = H5Output.buffer(Math.addExact(16, size));
    header.putShort((short) 1).putShort((short) messages.size()).putInt(1).putInt(size);
    header.position(16);
    messages.forEach(header::put);
    return out.add(header.flip());
  }
}

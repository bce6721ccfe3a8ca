package rhyton.saving.hdf5;

import io.jhdf.Utils;
import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The header of an object: messages that say what the object is. Only their extent is read here;
 * what a message means is looked at when somebody asks for it, so an unknown message does no harm.
 */
final class H5Header {
  static final int DATASPACE = 1;
  static final int LINK_INFO = 2;
  static final int DATATYPE = 3;
  static final int FILL_VALUE = 5;
  static final int LINK = 6;
  static final int EXTERNAL_FILES = 7;
  static final int LAYOUT = 8;
  static final int ATTRIBUTE = 12;
  static final int CONTINUATION = 16;
  static final int SYMBOL_TABLE = 17;
  static final int ATTRIBUTE_INFO = 21;

  private static final int OHDR = 0x5244484f;
  private static final int OCHK = 0x4b48434f;
  private static final int SHARED = 2;
  private static final int CREATION_ORDER_TRACKED = 4;
  private static final int PHASE_CHANGE_STORED = 16;
  private static final int TIMES_STORED = 32;

  private record Message(int type, int flags, ByteBuffer data) {}

  /** Where the links or attributes of an object with many of them are: a heap and its index. */
  record Dense(long heap, long index) {}

  private final H5Bytes bytes;
  private final long address;
  private final List<Message> messages = new ArrayList<>();
  private final Set<Long> chunks = new HashSet<>();

  /** Reads the header at an address. */
  H5Header(H5Bytes bytes, long address) {
    this.bytes = bytes;
    this.address = address;
    ByteBuffer start = bytes.readBufferFromAddress(address, 12);
    if (start.getInt(0) == OHDR) {
      readVersion2(start);
    } else if (start.get(0) == 1) {
      int size = Utils.readBytesAsUnsignedInt(start.position(8), 4);
      readVersion1(address + 16, size);
    } else {
      throw new HdfException("no object header at address " + address);
    }
  }

  private void readVersion1(long from, int size) {
    ByteBuffer chunk = chunk(from, size);
    while (chunk.remaining() >= 8) {
      int type = Short.toUnsignedInt(chunk.getShort());
      int length = Short.toUnsignedInt(chunk.getShort());
      int flags = chunk.getInt(); // the last three bytes are reserved
      if (add(type, flags & 0xff, chunk, length)) {
        ByteBuffer place = messages.get(messages.size() - 1).data.duplicate().order(chunk.order());
        readVersion1(offset(place), Utils.readBytesAsUnsignedInt(place, bytes.getSizeOfLengths()));
      }
    }
  }

  private void readVersion2(ByteBuffer start) {
    int flags = start.get(5);
    int head = 6 + ((flags & TIMES_STORED) != 0 ? 16 : 0);
    head += (flags & PHASE_CHANGE_STORED) != 0 ? 4 : 0;
    int width = 1 << (flags & 3);
    int size =
        Utils.readBytesAsUnsignedInt(bytes.readBufferFromAddress(address + head, width), width);
    ByteBuffer chunk = chunk(address, Math.addExact(head + width + 4, size));
    readVersion2(chunk, head + width, (flags & CREATION_ORDER_TRACKED) != 0);
  }

  private void readVersion2(ByteBuffer chunk, int from, boolean ordered) {
    ChecksumUtils.validateChecksum(chunk.duplicate().order(chunk.order()));
    chunk.position(from).limit(chunk.limit() - 4);
    while (chunk.remaining() >= (ordered ? 6 : 4)) {
      int type = Byte.toUnsignedInt(chunk.get());
      int length = Short.toUnsignedInt(chunk.getShort());
      int flags = chunk.get();
      chunk.position(chunk.position() + (ordered ? 2 : 0));
      if (add(type, flags, chunk, length)) {
        ByteBuffer place = messages.get(messages.size() - 1).data.duplicate().order(chunk.order());
        ByteBuffer next =
            chunk(offset(place), Utils.readBytesAsUnsignedInt(place, bytes.getSizeOfLengths()));
        if (next.getInt(0) != OCHK) {
          throw new HdfException("no continuation of an object header where one is announced");
        }
        readVersion2(next, 4, ordered);
      }
    }
  }

  private ByteBuffer chunk(long from, int size) {
    if (!chunks.add(from)) {
      throw new HdfException("an object header that continues in itself");
    }
    return bytes.readBufferFromAddress(from, size);
  }

  /** Notes a message; true if it says where the header goes on. */
  private boolean add(int type, int flags, ByteBuffer chunk, int length) {
    ByteBuffer data = chunk.slice(chunk.position(), length).order(chunk.order());
    chunk.position(chunk.position() + length);
    messages.add(new Message(type, flags, data));
    return type == CONTINUATION;
  }

  private long offset(ByteBuffer buffer) {
    return Utils.readBytesAsUnsignedLong(buffer, bytes.getSizeOfOffsets());
  }

  /** The address of the header, which is the object's identity. */
  long address() {
    return address;
  }

  boolean isGroup() {
    return has(SYMBOL_TABLE) || has(LINK_INFO);
  }

  boolean isDataset() {
    return has(DATASPACE);
  }

  boolean has(int type) {
    return messages.stream().anyMatch(m -> m.type == type);
  }

  /** The messages of a type, each from its start. */
  List<ByteBuffer> all(int type) {
    var found = new ArrayList<ByteBuffer>();
    for (Message message : messages) {
      if (message.type == type) {
        if ((message.flags & SHARED) != 0) {
          throw new HdfException("a message of type " + type + " that other objects share");
        }
        found.add(message.data.duplicate().order(message.data.order()));
      }
    }
    return found;
  }

  /** The one message of a type. */
  ByteBuffer one(int type) {
    List<ByteBuffer> found = all(type);
    if (found.size() != 1) {
      throw new HdfException(
          "%d header messages of type %d where one is needed".formatted(found.size(), type));
    }
    return found.get(0);
  }

  /** Where links or attributes stand that are not in the header itself, or null. */
  Dense dense(int infoType) {
    if (!has(infoType)) {
      return null;
    }
    ByteBuffer info = one(infoType);
    boolean counted = (info.get(1) & 1) != 0;
    info.position(2 + (counted ? infoType == LINK_INFO ? 8 : 2 : 0));
    var found = new Dense(offset(info), offset(info));
    return found.heap == H5Bytes.UNDEFINED ? null : found;
  }
}

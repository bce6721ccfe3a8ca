package rhyton.saving.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The global heap: where the texts of attributes lie, in collections, of which a reference names
 * the address and the number of the text in it. While texts are put, nothing else may be added to
 * the file, because a collection's address is given out before it is written.
 */
final class GlobalHeapWriter {
  /** Bytes of a reference: length of the text, address of the collection, number in it. */
  static final int REFERENCE_BYTES = 16;

  private static final int HEAD = 16;
  private static final int SMALLEST = 4096;
  private static final int COMFORTABLE = 1 << 20;
  private static final int MOST_OBJECTS = 0xffff;

  private final H5Output out;
  private final List<byte[]> texts = new ArrayList<>();
  private long used = HEAD;

  GlobalHeapWriter(H5Output out) {
    this.out = out;
  }

  /** Puts a text and writes the reference to it. */
  void put(String text, ByteBuffer reference) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      reference.putInt(0).putLong(0).putInt(0);
      return;
    }
    int needed = HEAD + H5Output.padded(bytes.length);
    if (texts.size() == MOST_OBJECTS || !texts.isEmpty() && used + needed > COMFORTABLE) {
      flush();
    }
    texts.add(bytes);
    used += needed;
    reference.putInt(bytes.length).putLong(out.end()).putInt(texts.size());
  }

  /** Writes the collection that is being filled. */
  void flush() throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    var collection = H5Output.buffer(Math.toIntExact(Math.max(SMALLEST, used)));
    collection.putInt(H5Attribute.GLOBAL_HEAP).putInt(1).putLong(collection.capacity());
    int number = 0;
    for (byte[] text : texts) {
      collection.putShort((short) ++number).putShort((short) 1).putInt(0).putLong(text.length);
      collection.put(text).position(H5Output.padded(collection.position()));
    }
    if (collection.remaining() >= HEAD) { // object 0 is the free space
      collection.putLong(collection.position(), 0);
      collection.putLong(collection.position() + 8, collection.remaining());
    }
    out.add(collection.rewind());
    texts.clear();
    used = HEAD;
  }
}

package rhyton.saving.hdf5;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes an HDF5 file in the form of the format's first version, which every release of the
 * reference library reads and h5py writes by default: superblock 0, old-style groups, contiguous
 * data. Data go straight to the file; only the tree of names and attributes is kept until {@link
 * #close()} writes it and, last of all, the superblock: a file that was not closed is no HDF5 file.
 * But one that was closed too early, after an exception say, is a sound file that lacks something:
 * who replaces a file writes to another name first.
 *
 * <p>The same calls give the same bytes: no time stamps.
 *
 * <pre>{@code
 * try (var out = new H5Writer(Path.of("model.weights.h5"))) {
 *   out.dataset("layers/dense/vars/0", H5Type.FLOAT32, new long[] {3, 4}, kernel);
 *   out.attribute("layers/dense/vars", "name", "dense");
 * }
 * }</pre>
 */
public final class H5Writer implements Closeable {
  private static final int SUPERBLOCK_BYTES = 96;
  private static final int MOST_DIMENSIONS = 32;
  private static final long[] SCALAR = {};

  /** An attribute's message, positioned where the references to its texts are to be put. */
  private record Attribute(ByteBuffer message, List<String> texts) {}

  private sealed interface Node {
    Map<String, Attribute> attributes();
  }

  private record Group(TreeMap<byte[], Node> children, Map<String, Attribute> attributes)
      implements Node {
    Group() {
      this(new TreeMap<>(Arrays::compareUnsigned), new LinkedHashMap<>()); // the order of strcmp
    }
  }

  private record Dataset(HeaderWriter.Data data, Map<String, Attribute> attributes)
      implements Node {}

  private final SeekableByteChannel channel;
  private final boolean ownsChannel;
  private final H5Output out;
  private final Group root = new Group();
  private boolean broken;
  private boolean closed;

  /**
   * Writes to a file, which is created or replaced.
   *
   * @throws IOException if it cannot be written
   */
  public H5Writer(Path path) throws IOException {
    this(Files.newByteChannel(path, WRITE, CREATE, TRUNCATE_EXISTING), true);
  }

  /**
   * Writes to a channel, from its position on: the file may stand behind other bytes, as in an
   * archive. {@link #close()} leaves the channel open, positioned behind the file.
   *
   * @throws IOException if it cannot be written
   */
  public H5Writer(SeekableByteChannel channel) throws IOException {
    this(channel, false);
  }

  private H5Writer(SeekableByteChannel channel, boolean ownsChannel) throws IOException {
    this.channel = channel;
    this.ownsChannel = ownsChannel;
    this.out = new H5Output(channel, SUPERBLOCK_BYTES);
  }

  /** Makes a group, and those above it, unless they are there. The empty path is the root. */
  public void group(String path) {
    groupAt(path, names(path));
  }

  /**
   * Writes a dataset; the groups above it are made. A dataset of {@link H5Type#BFLOAT16} gets the
   * attribute {@code dtype} by which Keras knows it.
   *
   * @param path where it stands, such as {@code layers/dense/vars/0}
   * @param type the type of its elements
   * @param shape its dimensions, none for a scalar; each may be 0
   * @param littleEndian the elements row by row, little-endian whatever the buffers' own order; in
   *     several buffers if one cannot hold them. The buffers' positions are not moved
   * @throws IOException if it cannot be written
   */
  public void dataset(String path, H5Type type, long[] shape, ByteBuffer... littleEndian)
      throws IOException {
    List<String> names = names(path);
    long bytes = byteSize(path, type, shape);
    long given = Arrays.stream(littleEndian).mapToLong(ByteBuffer::remaining).sum();
    if (given != bytes) {
      throw new IllegalArgumentException(
          "dataset `%s`: %d bytes are needed for the shape %s of %s. Received: %d bytes"
              .formatted(path, bytes, Arrays.toString(shape), type, given));
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a dataset needs a name. Received: `" + path + "`");
    }
    Group parent = groupAt(path, names.subList(0, names.size() - 1));
    byte[] name = utf8(names.get(names.size() - 1));
    if (parent.children.containsKey(name)) {
      throw new IllegalArgumentException("`" + path + "` is there already");
    }
    long address = H5Bytes.UNDEFINED;
    if (bytes > 0) {
      broken = true; // until all of it is written
      address = out.add(littleEndian);
      broken = false;
    }
    var data = new HeaderWriter.Data(type, shape.clone(), address, bytes);
    parent.children.put(name, new Dataset(data, new LinkedHashMap<>()));
    if (type == H5Type.BFLOAT16) {
      attribute(path, H5Type.DTYPE_ATTRIBUTE, H5Type.BFLOAT16_NAME);
    }
  }

  private static long byteSize(String path, H5Type type, long[] shape) {
    if (shape.length > MOST_DIMENSIONS || Arrays.stream(shape).anyMatch(dim -> dim < 0)) {
      throw new IllegalArgumentException(
          "dataset `%s`: argument `shape` must have up to %d dimensions, none negative. Received: %s"
              .formatted(path, MOST_DIMENSIONS, Arrays.toString(shape)));
    }
    return Arrays.stream(shape).reduce(type.bytes(), Math::multiplyExact);
  }

  /** Gives an object a text of any length as attribute; an attribute of that name is replaced. */
  public void attribute(String path, String name, String text) {
    attribute(path, name, H5Type.textMessage(), SCALAR, List.of(text));
  }

  /**
   * Gives an object a list of texts as attribute, which may be empty.
   *
   * @throws IllegalArgumentException if the references to the texts (16 bytes each) and the name
   *     come to more than 64 KiB
   */
  public void attribute(String path, String name, List<String> texts) {
    attribute(path, name, H5Type.textMessage(), new long[] {texts.size()}, List.copyOf(texts));
  }

  /**
   * Gives an object numbers as attribute, which may be none.
   *
   * @throws IllegalArgumentException if they and the name come to more than 64 KiB
   */
  public void attribute(String path, String name, double[] numbers) {
    long[] shape = {numbers.length};
    attribute(path, name, H5Type.FLOAT64.message(), shape, List.of()).asDoubleBuffer().put(numbers);
  }

  /**
   * Gives an object whole numbers as attribute, which may be none.
   *
   * @throws IllegalArgumentException if they and the name come to more than 64 KiB
   */
  public void attribute(String path, String name, long[] numbers) {
    long[] shape = {numbers.length};
    attribute(path, name, H5Type.INT64.message(), shape, List.of()).asLongBuffer().put(numbers);
  }

  /** Adds an attribute; returns its message, to put the data in if they are not texts. */
  private ByteBuffer attribute(
      String path, String name, ByteBuffer datatype, long[] shape, List<String> texts) {
    Node node = existing(path);
    String what = "attribute `%s` of `%s`".formatted(name, path);
    checkText(what, name);
    texts.forEach(text -> checkText(what, text));
    ByteBuffer message = HeaderWriter.attribute(name, datatype, shape);
    if (message == null) {
      throw new IllegalArgumentException(
          what + " takes more than the 64 KiB that the format allows: split it");
    }
    node.attributes().put(name, new Attribute(message, texts));
    return message.slice().order(message.order());
  }

  private static void checkText(String what, String text) {
    if (text.indexOf(0) >= 0) {
      throw new IllegalArgumentException(what + " must not hold the character U+0000");
    }
  }

  private static List<String> names(String path) {
    var names = new ArrayList<>(List.of(path.split("/")));
    names.removeIf(String::isEmpty);
    if (names.contains(".")) {
      throw new IllegalArgumentException("`.` cannot be a name. Received: path=`" + path + "`");
    }
    checkText("path", path);
    return names;
  }

  private Group groupAt(String path, List<String> names) {
    checkOpen();
    Group group = root;
    for (String name : names) {
      Node child = group.children.computeIfAbsent(utf8(name), n -> new Group());
      if (!(child instanceof Group below)) {
        throw new IllegalArgumentException("`" + path + "`: `" + name + "` is a dataset");
      }
      group = below;
    }
    return group;
  }

  private Node existing(String path) {
    checkOpen();
    Node node = root;
    for (String name : names(path)) {
      node = node instanceof Group group ? group.children.get(utf8(name)) : null;
    }
    if (node == null) {
      throw new IllegalArgumentException("there is no object `" + path + "` for an attribute");
    }
    return node;
  }

  private static byte[] utf8(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the HDF5 file is closed");
    }
  }

  /**
   * Writes what is still missing and closes the file. If data could not be written, the file is
   * left without its start.
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!broken) {
        finish();
      }
    } finally {
      if (ownsChannel) {
        channel.close();
      }
    }
  }

  private void finish() throws IOException {
    var heap = new GlobalHeapWriter(out);
    putTexts(root, heap);
    heap.flush();
    var table = writeTable(root);
    long header = writeHeader(root, table);
    var superblock = H5Output.buffer(SUPERBLOCK_BYTES).order(ByteOrder.BIG_ENDIAN);
    superblock.putLong(H5Bytes.SIGN).order(ByteOrder.LITTLE_ENDIAN).putInt(0).put((byte) 0);
    superblock.put((byte) Long.BYTES).put((byte) Long.BYTES).put((byte) 0);
    superblock.putShort((short) SymbolTableWriter.LEAF_K);
    superblock.putShort((short) SymbolTableWriter.TREE_K).putInt(0);
    superblock.putLong(0).putLong(H5Bytes.UNDEFINED).putLong(out.end()).putLong(H5Bytes.UNDEFINED);
    superblock.putLong(0).putLong(header).putInt(1).putInt(0); // 1: the next two are there
    superblock.putLong(table.tree()).putLong(table.heap());
    out.writeAt(0, superblock.flip());
    out.seekEnd();
  }

  private static void putTexts(Node node, GlobalHeapWriter heap) throws IOException {
    for (Attribute attribute : node.attributes().values()) {
      for (String text : attribute.texts) {
        heap.put(text, attribute.message);
      }
    }
    if (node instanceof Group group) {
      for (Node child : group.children.values()) {
        putTexts(child, heap);
      }
    }
  }

  /** Writes everything below a group. */
  private SymbolTableWriter.Table writeTable(Group group) throws IOException {
    var headers = new TreeMap<byte[], Long>(group.children.comparator());
    for (var child : group.children.entrySet()) {
      Node node = child.getValue();
      var table = node instanceof Group below ? writeTable(below) : null;
      headers.put(child.getKey(), writeHeader(node, table));
    }
    return new SymbolTableWriter(out).write(headers);
  }

  private long writeHeader(Node node, SymbolTableWriter.Table table) throws IOException {
    var header = new HeaderWriter();
    if (node instanceof Dataset d) {
      header.dataset(d.data);
    } else {
      header.group(table);
    }
    node.attributes().values().forEach(attribute -> header.attribute(attribute.message.rewind()));
    return header.write(out);
  }
}

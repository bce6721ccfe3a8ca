package rhyton.saving.hdf5;

import io.jhdf.FractalHeap;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.AttributeMessage;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import rhyton.saving.KerasFileException;
import rhyton.saving.hdf5.H5Group.Link;

/**
 * An HDF5 file, open for reading. Paths lead from the root group, {@code layers/dense/vars/0}; a
 * slash at the start is allowed, and the empty path is the root.
 *
 * <p>The file may come from a stranger: whatever is wrong with it ends in a {@link
 * KerasFileException} that names the file and the path inside it. Links into other files, soft
 * links, groups that contain themselves, and datasets that declare far more than the file stores
 * are refused.
 *
 * <pre>{@code
 * try (H5File file = H5File.open(Path.of("model.weights.h5"))) {
 *   for (String layer : file.children("layers")) {
 *     H5Dataset kernel = file.dataset("layers/" + layer + "/vars/0");
 *     use(kernel.shape(), kernel.type(), kernel.data());
 *   }
 * }
 * }</pre>
 *
 * <p>May be used from several threads.
 */
public final class H5File implements Closeable {
  private static final String ROOT = "";

  private final String name;
  private final H5Bytes bytes;
  private final Map<Long, Map<String, Link>> linksByAddress = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private interface Source {
    H5Bytes open() throws IOException;
  }

  private H5File(String name, Supplier<H5Bytes> source) {
    this.name = name;
    this.bytes = ask(ROOT, source);
    try {
      if (!find(ROOT).isGroup()) {
        throw bad(ROOT, "the root is not a group");
      }
    } catch (RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static H5File open(String name, Source source) throws IOException {
    try {
      return new H5File(
          name,
          () -> {
            try {
              return source.open();
            } catch (ZipException | EOFException e) {
              throw new HdfException(e.getMessage(), e);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Opens a file. Files over 16 MiB are mapped into memory: on Windows such a file cannot be
   * replaced before the garbage collector has dropped the last buffer of its data.
   *
   * @throws IOException if it cannot be read
   * @throws KerasFileException if it is not an HDF5 file, or damaged
   */
  public static H5File open(Path path) throws IOException {
    return open(
        path.getFileName().toString(),
        () -> H5Bytes.of(FileChannel.open(path, StandardOpenOption.READ), 0, Files.size(path)));
  }

  /**
   * Opens a file that is a member of a zip archive, such as the weights in a {@code .keras} file. A
   * large member that is stored without compression, as Keras does it, is mapped where it lies;
   * others are unpacked into memory, or into a temporary file if they are over 64 MiB.
   *
   * @param zip the archive, in the default file system
   * @param member the member's name, such as {@code model.weights.h5}
   * @throws IOException if the archive cannot be read
   * @throws KerasFileException if the archive or the member is damaged or no HDF5 file, or there is
   *     no such member
   */
  public static H5File openMember(Path zip, String member) throws IOException {
    return open(zip.getFileName() + "/" + member, () -> ZipMember.open(zip, member));
  }

  /**
   * Opens a file that is in memory.
   *
   * @param name what messages call it
   * @param bytes the file, from position to limit; must not be changed while it is in use
   * @throws KerasFileException if it is not an HDF5 file, or damaged
   */
  public static H5File of(String name, ByteBuffer bytes) {
    return new H5File(name, () -> new H5Bytes(bytes));
  }

  /**
   * The names of a group's children, in the order of their names: {@code 10} stands before {@code
   * 2}.
   *
   * @throws KerasFileException if there is no such group
   */
  public List<String> children(String group) {
    return List.copyOf(links(group, group(group)).keySet());
  }

  /** Whether there is a group at the path. */
  public boolean hasGroup(String path) {
    H5Header node = find(path);
    return node != null && node.isGroup();
  }

  /** Whether there is a dataset at the path. */
  public boolean hasDataset(String path) {
    H5Header node = find(path);
    return node != null && node.isDataset();
  }

  /**
   * The dataset at a path.
   *
   * @throws KerasFileException if there is none, or it holds no numbers, or less than it declares
   */
  public H5Dataset dataset(String path) {
    H5Header node = existing(path);
    if (!node.isDataset()) {
      throw bad(path, "a dataset is expected, there is none");
    }
    return ask(path, () -> new H5Dataset(this, clean(path), node));
  }

  /**
   * The paths of all datasets below a group, those of a child before those of the next child. A
   * group that is linked several times is visited once.
   *
   * @throws KerasFileException if there is no such group, or something below it is refused
   */
  public List<String> datasets(String group) {
    var found = new ArrayList<String>();
    var seen = new HashSet<Long>();
    group(group);
    var open = new ArrayDeque<String>(List.of(clean(group)));
    while (!open.isEmpty()) {
      String path = open.pop();
      H5Header node = existing(path);
      if (node.isDataset()) {
        found.add(path);
      } else if (node.isGroup() && seen.add(node.address())) {
        var names = new ArrayDeque<>(links(path, node).keySet());
        names
            .descendingIterator()
            .forEachRemaining(n -> open.push(path.isEmpty() ? n : path + "/" + n));
      }
    }
    return found;
  }

  /**
   * The attributes of the group or dataset at a path, by name.
   *
   * @throws KerasFileException if there is no such object
   */
  public Map<String, H5Attribute> attributes(String path) {
    return attributes(path, existing(path));
  }

  Map<String, H5Attribute> attributes(String path, H5Header header) {
    return ask(
        path,
        () -> {
          var found = new LinkedHashMap<String, H5Attribute>();
          for (AttributeMessage message : attributeMessages(header)) {
            found.put(message.getName(), new H5Attribute(this, clean(path), message));
          }
          return found;
        });
  }

  /** The attribute of that name of the group or dataset at a path, if it has one. */
  public Optional<H5Attribute> attribute(String path, String attribute) {
    return Optional.ofNullable(attributes(path).get(attribute));
  }

  private List<AttributeMessage> attributeMessages(H5Header header) {
    var messages = new ArrayList<AttributeMessage>();
    for (ByteBuffer message : header.all(H5Header.ATTRIBUTE)) {
      messages.add(new AttributeMessage(message, bytes, new BitSet()));
    }
    H5Header.Dense dense = header.dense(H5Header.ATTRIBUTE_INFO);
    if (dense != null) { // many, or large ones
      var heap = new FractalHeap(bytes, dense.heap());
      var index = new BTreeV2<AttributeNameForIndexedAttributesRecord>(bytes, dense.index());
      for (var entry : index.getRecords()) {
        ByteBuffer message = heap.getId(entry.getHeapId());
        messages.add(new AttributeMessage(message, bytes, entry.getFlags()));
      }
    }
    return messages;
  }

  private H5Header group(String path) {
    H5Header node = existing(path);
    if (!node.isGroup()) {
      throw bad(path, "a group is expected, there is none");
    }
    return node;
  }

  private H5Header existing(String path) {
    H5Header node = find(path);
    if (node == null) {
      throw bad(path, "is missing");
    }
    return node;
  }

  /** The object at a path, or null; follows hard links only. */
  private H5Header find(String path) {
    H5Header node = node(ROOT, ask(ROOT, bytes::rootAddress));
    var ancestors = new HashSet<Long>();
    for (String part : path.split("/")) {
      if (part.isEmpty()) {
        continue;
      }
      Link link = node.isGroup() ? links(path, node).get(part) : null;
      if (link == null) {
        return null;
      }
      if (link.refusal() != null) {
        throw bad(path, "`" + part + "` is " + link.refusal() + ", links are refused");
      }
      ancestors.add(node.address());
      if (ancestors.contains(link.address())) {
        throw bad(path, "the group `" + part + "` contains itself");
      }
      node = node(path, link.address());
    }
    return node;
  }

  private H5Header node(String path, long address) {
    return ask(path, () -> new H5Header(bytes, address));
  }

  private Map<String, Link> links(String path, H5Header group) {
    return ask(
        path,
        () -> linksByAddress.computeIfAbsent(group.address(), a -> H5Group.links(bytes, group)));
  }

  H5Bytes bytes() {
    return bytes;
  }

  /**
   * Asks the file something; whatever goes wrong in it becomes an exception that names the path.
   */
  <T> T ask(String path, Supplier<T> question) {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
    if (bytes != null) {
      bytes.newQuestion();
    }
    try {
      return question.get();
    } catch (KerasFileException | UncheckedIOException e) {
      throw e;
    } catch (StackOverflowError e) {
      throw bad(path, "structures that are nested without end", e);
    } catch (OutOfMemoryError e) {
      throw bad(path, "needs more memory than there is", e);
    } catch (RuntimeException e) {
      throw bad(path, reason(e), e);
    }
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    boolean saysIt = root instanceof HdfException || root instanceof IOException;
    return saysIt && root.getMessage() != null
        ? root.getMessage()
        : "the file is damaged (" + root + ")";
  }

  KerasFileException bad(String path, String what) {
    return bad(path, what, null);
  }

  private KerasFileException bad(String path, String what, Throwable cause) {
    String place = clean(path).isEmpty() ? "" : "`" + clean(path) + "`: ";
    return new KerasFileException(name + ": " + place + what, cause);
  }

  private static String clean(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (start < end && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  /** Closes the file. Buffers of data that were handed out stay valid. */
  @Override
  public void close() {
    closed = true;
    bytes.close();
  }
}

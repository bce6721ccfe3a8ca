package rhyton.saving.hdf5;

import io.jhdf.FractalHeap;
import io.jhdf.LocalHeap;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.LinkMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The links of a group: its children's names and where they stand. Both forms of groups are read,
 * the old one (B-tree, symbol table nodes, local heap) and the new one (link messages).
 */
final class H5Group {
  /** One link; {@code refusal} is null for a hard link, or says what kind of link it is. */
  record Link(String name, long address, String refusal) {}

  static final int TREE = 0x45455254;
  static final int SNOD = 0x444f4e53;
  private static final int SOFT_LINK = 2;

  private final H5Bytes bytes;
  private final Map<String, Link> links = new LinkedHashMap<>();

  private H5Group(H5Bytes bytes) {
    this.bytes = bytes;
  }

  /** The links of a group, in the order of their names. */
  static Map<String, Link> links(H5Bytes bytes, H5Header header) {
    var group = new H5Group(bytes);
    if (header.has(H5Header.SYMBOL_TABLE)) {
      group.readSymbolTable(header.one(H5Header.SYMBOL_TABLE));
    } else {
      group.readLinkMessages(header);
    }
    return group.links;
  }

  private void add(Link link) {
    if (link.name.isEmpty() || link.name.contains("/")) {
      throw new HdfException("a child of the impossible name `" + link.name + "`");
    }
    if (links.put(link.name, link) != null) {
      throw new HdfException("two children of the name `" + link.name + "`");
    }
  }

  private void readSymbolTable(ByteBuffer table) {
    List<Long> nodes = symbolNodes(offset(table));
    ByteBuffer names = new LocalHeap(bytes, offset(table)).getDataBuffer();
    for (long node : nodes) {
      ByteBuffer head = bytes.readBufferFromAddress(node, 8);
      if (head.getInt() != SNOD) {
        throw new HdfException("no symbol table node at address " + node);
      }
      int count = Short.toUnsignedInt(head.getShort(6));
      int entryBytes = 2 * bytes.getSizeOfOffsets() + 24;
      ByteBuffer entries = bytes.readBufferFromAddress(node + 8, count * entryBytes);
      for (int i = 0; i < count; i++) {
        readEntry(entries.slice(i * entryBytes, entryBytes).order(entries.order()), names);
      }
    }
  }

  private void readEntry(ByteBuffer entry, ByteBuffer names) {
    String name = text(names, offset(entry));
    long address = offset(entry);
    if (entry.getInt() == SOFT_LINK) {
      entry.getInt(); // reserved
      String target = text(names, Integer.toUnsignedLong(entry.getInt()));
      add(new Link(name, H5Bytes.UNDEFINED, "a soft link to `" + target + "`"));
    } else {
      add(new Link(name, address, null));
    }
  }

  /** The addresses of the symbol table nodes below a B-tree, from left to right. */
  private List<Long> symbolNodes(long root) {
    var found = new ArrayList<Long>();
    var seen = new HashSet<Long>();
    var open = new ArrayDeque<Long>(List.of(root));
    int offset = bytes.getSizeOfOffsets();
    int length = bytes.getSizeOfLengths();
    while (!open.isEmpty()) {
      long address = open.pop();
      ByteBuffer head = bytes.readBufferFromAddress(address, 8);
      if (head.getInt() != TREE || head.get() != 0 || !seen.add(address)) {
        throw new HdfException("no node of a group's B-tree at address " + address);
      }
      boolean leaf = head.get() == 0;
      int count = Short.toUnsignedInt(head.getShort());
      ByteBuffer body =
          bytes.readBufferFromAddress(address + 8 + 2L * offset, count * (offset + length));
      var children = new ArrayDeque<Long>(count);
      for (int i = 0; i < count; i++) {
        body.position(body.position() + length); // the key: names before it are further left
        children.add(offset(body));
      }
      if (leaf) {
        found.addAll(children);
      } else {
        children.descendingIterator().forEachRemaining(open::push);
      }
    }
    return found;
  }

  private long offset(ByteBuffer buffer) {
    return Utils.readBytesAsUnsignedLong(buffer, bytes.getSizeOfOffsets());
  }

  private static String text(ByteBuffer heap, long from) {
    int start = Math.toIntExact(from);
    int end = start;
    while (heap.get(end) != 0) {
      end++;
    }
    return StandardCharsets.UTF_8.decode(heap.slice(start, end - start)).toString();
  }

  private void readLinkMessages(H5Header header) {
    var messages = new ArrayList<LinkMessage>();
    for (ByteBuffer message : header.all(H5Header.LINK)) {
      messages.add(LinkMessage.fromBuffer(message, bytes.getSuperblock()));
    }
    H5Header.Dense dense = header.dense(H5Header.LINK_INFO);
    if (dense != null) {
      var heap = new FractalHeap(bytes, dense.heap());
      var index = new BTreeV2<LinkNameForIndexedGroupRecord>(bytes, dense.index());
      for (var link : index.getRecords()) {
        messages.add(LinkMessage.fromBuffer(heap.getId(link.getId()), bytes.getSuperblock()));
      }
    }
    messages.sort(Comparator.comparing(LinkMessage::getLinkName));
    for (LinkMessage message : messages) {
      String name = message.getLinkName();
      add(
          switch (message.getLinkType()) {
            case HARD -> new Link(name, message.getHardLinkAddress(), null);
            case SOFT ->
                new Link(name, H5Bytes.UNDEFINED, "a soft link to `" + message.getSoftLink() + "`");
            case EXTERNAL ->
                new Link(
                    name,
                    H5Bytes.UNDEFINED,
                    "an external link into the file `" + message.getExternalFile() + "`");
          });
    }
  }
}

package rhyton.saving.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The children of a group in the old form: a local heap with their names, symbol table nodes with
 * eight children each, and a B-tree of nodes with up to 32 nodes below them.
 */
final class SymbolTableWriter {
  /** The superblock's k of symbol table nodes: they hold up to twice as many children. */
  static final int LEAF_K = 4;

  /** The superblock's k of B-tree nodes. */
  static final int TREE_K = 16;

  private static final int HEAP = 0x50414548;
  private static final int ENTRY_BYTES = 40;
  private static final int TREE_NODE_BYTES = 24 + 8 * (4 * TREE_K + 1);
  private static final long NO_FREE_SPACE = 1;

  /** What a group's symbol table message holds. */
  record Table(long tree, long heap) {}

  /** A node of the tree: its names are behind {@code before} and up to {@code last} in the heap. */
  private record Node(long address, long before, long last) {}

  private final H5Output out;

  SymbolTableWriter(H5Output out) {
    this.out = out;
  }

  /**
   * Writes a group's table.
   *
   * @param children the addresses of the children's headers by name, in the order of C's strcmp
   */
  Table write(SortedMap<byte[], Long> children) throws IOException {
    var offsets = new ArrayList<Long>();
    long heap = writeHeap(children.keySet(), offsets);
    List<Node> level = writeLeaves(new ArrayList<>(children.values()), offsets);
    int height = 0;
    do {
      level = writeLevel(level, height++);
    } while (level.size() > 1);
    return new Table(level.get(0).address, heap);
  }

  private long writeHeap(Iterable<byte[]> names, List<Long> offsets) throws IOException {
    int size = 8; // the empty name, which the tree's first key refers to
    for (byte[] name : names) {
      offsets.add((long) size);
      size = Math.addExact(size, H5Output.padded(name.length + 1));
    }
    var heap = H5Output.buffer(32 + size);
    heap.putInt(HEAP).putInt(0).putLong(size).putLong(NO_FREE_SPACE).putLong(out.end() + 32);
    int child = 0;
    for (byte[] name : names) {
      heap.position(32 + offsets.get(child++).intValue()).put(name);
    }
    return out.add(heap.rewind());
  }

  private List<Node> writeLeaves(List<Long> headers, List<Long> offsets) throws IOException {
    var nodes = new ArrayList<Node>();
    for (int from = 0; from < headers.size(); from += 2 * LEAF_K) {
      int to = Math.min(headers.size(), from + 2 * LEAF_K);
      var node = H5Output.buffer(8 + 2 * LEAF_K * ENTRY_BYTES);
      node.putInt(H5Group.SNOD).putShort((short) 1).putShort((short) (to - from));
      for (int i = from; i < to; i++) {
        node.putLong(offsets.get(i)).putLong(headers.get(i));
        node.position(node.position() + ENTRY_BYTES - 16); // nothing is cached here
      }
      long before = from == 0 ? 0 : offsets.get(from - 1);
      nodes.add(new Node(out.add(node.rewind()), before, offsets.get(to - 1)));
    }
    return nodes;
  }

  /** Writes the nodes of one level of the tree, one behind the other. */
  private List<Node> writeLevel(List<Node> below, int height) throws IOException {
    var nodes = new ArrayList<Node>();
    int from = 0;
    do { // an empty group has one node without children
      int to = Math.min(below.size(), from + 2 * TREE_K);
      List<Node> children = below.subList(from, to);
      long left = from == 0 ? H5Bytes.UNDEFINED : out.end() - TREE_NODE_BYTES;
      long right = to == below.size() ? H5Bytes.UNDEFINED : out.end() + TREE_NODE_BYTES;
      ByteBuffer node = H5Output.buffer(TREE_NODE_BYTES).putInt(H5Group.TREE);
      node.put((byte) 0).put((byte) height).putShort((short) children.size());
      node.putLong(left).putLong(right);
      long before = children.isEmpty() ? 0 : children.get(0).before;
      long last = before;
      node.putLong(before);
      for (Node child : children) {
        node.putLong(child.address).putLong(child.last);
        last = child.last;
      }
      nodes.add(new Node(out.add(node.rewind()), before, last));
      from = to;
    } while (from < below.size());
    return nodes;
  }
}

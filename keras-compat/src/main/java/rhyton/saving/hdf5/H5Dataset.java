package rhyton.saving.hdf5;

import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.dataset.DatasetLoader;
import io.jhdf.dataset.NoParent;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.DataLayout;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;

/**
 * A dataset of numbers. Its shape and type are known, and its size is checked against what the file
 * stores, before any value is read.
 */
public final class H5Dataset {
  private static final long FOUR_GIB = 4L << 30;
  private static final int MOST_EXPANSION = 1000;

  private final H5File file;
  private final String path;
  private final H5Header header;
  private final DataLayoutMessage layout;
  private final H5Type type;
  private final ByteOrder order;
  private final long[] shape;
  private final long byteSize;

  H5Dataset(H5File file, String path, H5Header header) {
    this.file = file;
    this.path = path;
    this.header = header;
    if (header.has(H5Header.EXTERNAL_FILES)) {
      throw file.bad(path, "its data are in other files, which is refused");
    }
    var superblock = file.bytes().getSuperblock();
    this.layout =
        DataLayoutMessage.createDataLayoutMessage(
            header.one(H5Header.LAYOUT), superblock, new BitSet());
    ByteBuffer datatype = header.one(H5Header.DATATYPE);
    this.order = H5Type.order(datatype);
    this.type = checkedType(datatype);
    DataSpace space = DataSpace.readDataSpace(header.one(H5Header.DATASPACE), superblock);
    this.shape = space.getDimensionsAsLong();
    this.byteSize = checkedSize(space.getTotalLength());
  }

  private H5Type checkedType(ByteBuffer datatype) {
    H5Type known = H5Type.of(datatype);
    if (known == null) {
      throw file.bad(path, "numbers are expected, its elements are " + H5Type.describe(datatype));
    }
    if (known == H5Type.BFLOAT16 && H5Type.isOpaque(datatype)) {
      H5Attribute dtype = file.attributes(path, header).get(H5Type.DTYPE_ATTRIBUTE);
      if (dtype == null || !dtype.text().equals(H5Type.BFLOAT16_NAME)) {
        throw file.bad(path, "opaque elements, without an attribute `dtype` that says bfloat16");
      }
    }
    return known;
  }

  private long checkedSize(long elements) {
    for (long dim : shape) {
      if (dim < 0) {
        throw file.bad(path, "a negative dimension in the shape " + shapeText());
      }
    }
    long declared = Math.multiplyExact(elements, type.bytes());
    long stored = declared == 0 ? 0 : storedSize();
    if (chunked() ? declared > FOUR_GIB && declared / MOST_EXPANSION > stored : declared > stored) {
      throw file.bad(
          path,
          "declares the shape %s, %d bytes, but %d bytes are stored"
              .formatted(shapeText(), declared, stored));
    }
    return declared;
  }

  /** The shape as Python writes it. */
  private String shapeText() {
    String dims = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return shape.length == 1 ? "(" + dims + ",)" : "(" + dims + ")";
  }

  private long storedSize() {
    if (layout instanceof CompactDataLayoutMessage compact) {
      return compact.getDataBuffer().remaining();
    }
    if (layout instanceof ContiguousDataLayoutMessage contiguous) {
      long address = contiguous.getAddress();
      long there = address == H5Bytes.UNDEFINED ? 0 : Math.max(0, file.bytes().size() - address);
      return contiguous.getSize() < 0 ? there : Math.min(there, contiguous.getSize());
    }
    return chunks().getStorageInBytes();
  }

  private boolean chunked() {
    return layout.getDataLayout() == DataLayout.CHUNKED;
  }

  private Dataset chunks() {
    ObjectHeader same = ObjectHeader.readObjectHeader(file.bytes(), header.address());
    return DatasetLoader.createDataset(file.bytes(), same, path, NoParent.INSTANCE);
  }

  /** The path inside the file, without a slash at its start. */
  public String path() {
    return path;
  }

  /** The type of the elements. */
  public H5Type type() {
    return type;
  }

  /** The shape, empty for a scalar. */
  public long[] shape() {
    return shape.clone();
  }

  /** The size of all elements in bytes. */
  public long byteSize() {
    return byteSize;
  }

  /**
   * All elements, row by row, little-endian. The buffer is a view of the file's bytes where they
   * can be handed out without a copy: do not write into it. It stays valid after the file is
   * closed, as long as nobody changes the file.
   *
   * @throws rhyton.saving.KerasFileException if the data are damaged, or more than one buffer can
   *     hold (2 GiB): read those with {@link #data(long, int)}
   */
  public ByteBuffer data() {
    if (byteSize > Integer.MAX_VALUE) {
      throw file.bad(path, byteSize + " bytes, more than one buffer can hold: read it in parts");
    }
    return data(0, (int) byteSize);
  }

  /**
   * A part of the elements' bytes, little-endian; see {@link #data()}.
   *
   * @param from first byte, a multiple of the element size
   * @param length number of bytes, a multiple of the element size
   */
  public ByteBuffer data(long from, int length) {
    if (from < 0 || length < 0 || from > byteSize - length) {
      throw new IllegalArgumentException(
          "dataset `%s`: bytes %d to %d are asked for, it has %d"
              .formatted(path, from, from + length, byteSize));
    }
    if ((from | length) % type.bytes() != 0) {
      throw new IllegalArgumentException(
          ("dataset `%s`: a part must consist of whole elements of %d bytes."
                  + " Received: from=%d, length=%d")
              .formatted(path, type.bytes(), from, length));
    }
    return file.ask(path, () -> littleEndian(stored(from, length)));
  }

  private ByteBuffer stored(long from, int length) {
    if (length == 0) {
      return ByteBuffer.allocate(0);
    }
    if (layout instanceof ContiguousDataLayoutMessage contiguous) {
      return file.bytes().map(contiguous.getAddress() + from, length);
    }
    if (layout instanceof CompactDataLayoutMessage compact) {
      return compact.getDataBuffer().slice((int) from, length);
    }
    ByteBuffer all = ((DatasetBase) chunks()).getDataBuffer();
    if (all.remaining() != byteSize) {
      throw new HdfException(all.remaining() + " bytes where " + byteSize + " are declared");
    }
    return all.slice((int) from, length);
  }

  private ByteBuffer littleEndian(ByteBuffer data) {
    if (order == ByteOrder.LITTLE_ENDIAN || type.bytes() == 1) {
      return data.order(ByteOrder.LITTLE_ENDIAN);
    }
    data.order(order);
    var swapped = ByteBuffer.allocate(data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    while (data.hasRemaining()) {
      switch (type.bytes()) {
        case 2 -> swapped.putShort(data.getShort());
        case 4 -> swapped.putInt(data.getInt());
        default -> swapped.putLong(data.getLong());
      }
    }
    return swapped.flip();
  }
}

package rhyton.saving.hdf5;

import io.jhdf.Utils;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An attribute of a group or dataset: texts or numbers. Texts may be stored with variable or fixed
 * length, and are read as UTF-8 whatever the file calls them, because Python writes UTF-8 bytes
 * into strings it declares as ASCII.
 */
public final class H5Attribute {
  static final int GLOBAL_HEAP = 0x4c4f4347; // GCOL

  private final H5File file;
  private final String path;
  private final AttributeMessage message;

  H5Attribute(H5File file, String path, AttributeMessage message) {
    this.file = file;
    this.path = path;
    this.message = message;
  }

  /** The attribute's name. */
  public String name() {
    return message.getName();
  }

  /** The shape, empty for a scalar; an attribute without any value has the shape {@code [0]}. */
  public long[] shape() {
    return isNull() ? new long[] {0} : message.getDataSpace().getDimensionsAsLong();
  }

  /** Whether the attribute holds no value at all, of whatever type. */
  public boolean isEmpty() {
    return message.getDataBuffer() == null;
  }

  /** Whether the attribute holds texts (one, several or none). */
  public boolean isText() {
    return message.getDataType() instanceof StringData
        || message.getDataType() instanceof VariableLength v && v.isVariableLengthString();
  }

  /**
   * The one text this attribute holds.
   *
   * @throws rhyton.saving.KerasFileException if it holds none, several, or something else
   */
  public String text() {
    List<String> all = texts();
    if (all.size() != 1) {
      throw file.bad(path, "attribute `" + name() + "` holds " + all.size() + " texts, not one");
    }
    return all.get(0);
  }

  /**
   * The texts this attribute holds, in order; an empty attribute of any type holds none (an empty
   * list of Python arrives as an empty array of float64).
   *
   * @throws rhyton.saving.KerasFileException if it holds something else
   */
  public List<String> texts() {
    if (isEmpty()) {
      return List.of();
    }
    if (!isText()) {
      throw file.bad(path, "attribute `" + name() + "` holds no text");
    }
    return file.ask(
        path,
        () ->
            message.getDataType() instanceof StringData fixed
                ? fixedLength(fixed)
                : variableLength());
  }

  /**
   * The numbers this attribute holds, in order (truth values as 0 and 1).
   *
   * @throws rhyton.saving.KerasFileException if it holds something else
   */
  public double[] numbers() {
    if (isEmpty()) {
      return new double[0];
    }
    DataType found = message.getDataType();
    H5Type type = H5Type.of(found);
    if (type == null || type == H5Type.BFLOAT16 || type == H5Type.FLOAT16) {
      throw file.bad(path, "attribute `" + name() + "` holds no numbers");
    }
    ByteBuffer data = message.getDataBuffer().order(order(found));
    double[] numbers = new double[data.remaining() / type.bytes()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(type, data);
    }
    return numbers;
  }

  private static double number(H5Type type, ByteBuffer data) {
    return switch (type) {
      case FLOAT32 -> data.getFloat();
      case FLOAT64 -> data.getDouble();
      case INT8 -> data.get();
      case INT16 -> data.getShort();
      case INT32 -> data.getInt();
      case INT64 -> (double) data.getLong();
      case UINT8, BOOL -> Byte.toUnsignedInt(data.get());
      case UINT16 -> Short.toUnsignedInt(data.getShort());
      case UINT32 -> (double) Integer.toUnsignedLong(data.getInt());
      case UINT64 -> Double.parseDouble(Long.toUnsignedString(data.getLong()));
      default -> throw new AssertionError(type);
    };
  }

  static ByteOrder order(DataType type) {
    return type instanceof OrderedDataType o ? o.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
  }

  private boolean isNull() {
    return message.getDataSpace().getTotalLength() == 0
        && message.getDataSpace().getDimensionsAsLong().length == 0;
  }

  private List<String> fixedLength(StringData type) {
    ByteBuffer data = message.getDataBuffer();
    int width = type.getSize();
    var texts = new ArrayList<String>(data.remaining() / width);
    for (int start = 0; start + width <= data.limit(); start += width) {
      ByteBuffer element = data.slice(start, width);
      type.getStringPaddingHandler().setBufferLimit(element);
      texts.add(StandardCharsets.UTF_8.decode(element).toString());
    }
    return texts;
  }

  private List<String> variableLength() {
    H5Bytes bytes = file.bytes();
    ByteBuffer data = message.getDataBuffer().order(ByteOrder.LITTLE_ENDIAN);
    int width = 8 + bytes.getSizeOfOffsets();
    var texts = new ArrayList<String>(data.remaining() / width);
    var heaps = new HashMap<Long, Map<Integer, ByteBuffer>>();
    long total = 0;
    while (data.remaining() >= width) {
      int length = data.getInt();
      long heap = Utils.readBytesAsUnsignedLong(data, bytes.getSizeOfOffsets());
      int index = data.getInt();
      total += Integer.toUnsignedLong(length);
      if (total > bytes.size()) {
        throw new HdfException("attribute `" + name() + "`: texts longer than the file");
      }
      texts.add(
          length == 0
              ? ""
              : decode(heaps.computeIfAbsent(heap, h -> globalHeap(bytes, h)).get(index), length));
    }
    return texts;
  }

  private String decode(ByteBuffer object, int length) {
    if (object == null) {
      throw new HdfException("attribute `" + name() + "`: a text that is not in the heap");
    }
    int end = 0;
    while (end < length && object.get(end) != 0) { // C strings: what follows a zero is not text
      end++;
    }
    return StandardCharsets.UTF_8.decode(object.slice(0, end)).toString();
  }

  /** The objects of one collection of the global heap, by their index. */
  private static Map<Integer, ByteBuffer> globalHeap(H5Bytes bytes, long address) {
    int head = 8 + bytes.getSizeOfLengths();
    ByteBuffer start = bytes.readBufferFromAddress(address, head);
    if (start.getInt() != GLOBAL_HEAP) {
      throw new HdfException("no global heap at address " + address);
    }
    start.position(8);
    long size = Utils.readBytesAsUnsignedLong(start, bytes.getSizeOfLengths());
    ByteBuffer heap = bytes.map(address + head, size - head);
    var objects = new HashMap<Integer, ByteBuffer>();
    while (heap.remaining() >= head) {
      int index = Short.toUnsignedInt(heap.getShort());
      heap.position(heap.position() + 6); // reference count, reserved
      int length = Utils.readBytesAsUnsignedInt(heap, bytes.getSizeOfLengths());
      if (index == 0) {
        break; // the free space at the end
      }
      objects.put(index, heap.slice(heap.position(), length));
      heap.position(Math.min(heap.limit(), Math.addExact(heap.position(), length + 7 & -8)));
    }
    return objects;
  }
}

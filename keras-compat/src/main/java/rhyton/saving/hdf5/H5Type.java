package rhyton.saving.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The element types of the datasets that Keras writes, little-endian, with their HDF5 encoding. */
public enum H5Type {
  /** IEEE half precision. */
  FLOAT16(Kind.FLOAT, 2, 5, 10),
  /** IEEE single precision. */
  FLOAT32(Kind.FLOAT, 4, 8, 23),
  /** IEEE double precision. */
  FLOAT64(Kind.FLOAT, 8, 11, 52),
  /**
   * The upper half of a {@link #FLOAT32}. HDF5 has no such type: it is stored as opaque elements of
   * two bytes, in a dataset whose attribute {@code dtype} says {@code bfloat16}.
   */
  BFLOAT16(Kind.OPAQUE, 2, 8, 7),
  /** Signed, one byte. */
  INT8(Kind.SIGNED, 1),
  /** Signed, two bytes. */
  INT16(Kind.SIGNED, 2),
  /** Signed, four bytes. */
  INT32(Kind.SIGNED, 4),
  /** Signed, eight bytes. */
  INT64(Kind.SIGNED, 8),
  /** Unsigned, one byte. */
  UINT8(Kind.UNSIGNED, 1),
  /** Unsigned, two bytes. */
  UINT16(Kind.UNSIGNED, 2),
  /** Unsigned, four bytes. */
  UINT32(Kind.UNSIGNED, 4),
  /** Unsigned, eight bytes. */
  UINT64(Kind.UNSIGNED, 8),
  /** One byte, 0 or 1: an enumeration of the names FALSE and TRUE. */
  BOOL(Kind.ENUM, 1);

  /** The attribute by which a dataset of opaque elements says that it holds bfloat16. */
  static final String DTYPE_ATTRIBUTE = "dtype";

  /** The value of {@link #DTYPE_ATTRIBUTE}. */
  static final String BFLOAT16_NAME = "bfloat16";

  private static final Map<Integer, String> BOOL_MEMBERS = Map.of(0, "FALSE", 1, "TRUE");

  private enum Kind {
    FLOAT,
    OPAQUE,
    SIGNED,
    UNSIGNED,
    ENUM
  }

  private final Kind kind;
  private final int bytes;
  private final int exponent;
  private final int mantissa;

  H5Type(Kind kind, int bytes) {
    this(kind, bytes, 0, 0);
  }

  H5Type(Kind kind, int bytes, int exponent, int mantissa) {
    this.kind = kind;
    this.bytes = bytes;
    this.exponent = exponent;
    this.mantissa = mantissa;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** The type that a datatype message of a file describes, or null if it is none of these. */
  static H5Type of(ByteBuffer message) {
    if (isOpaque(message)) { // not left to jHDF, which stumbles over an empty tag
      return message.getInt(4) == BFLOAT16.bytes ? BFLOAT16 : null;
    }
    return of(DataType.readDataType(message.slice().order(message.order())));
  }

  /** The type that a datatype is, or null if it is none of these. */
  static H5Type of(DataType found) {
    for (H5Type type : values()) {
      if (type.matches(found)) {
        return type;
      }
    }
    return null;
  }

  static boolean isOpaque(ByteBuffer message) {
    return (message.get(0) & 15) == 5;
  }

  /** The byte order that a datatype message of a file asks for. */
  static ByteOrder order(ByteBuffer message) {
    int kind = message.get(0) & 15;
    boolean big = kind <= 1 && (message.get(1) & 1) != 0; // 0 integers, 1 floating point
    return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** A datatype in words, for messages. */
  static String describe(ByteBuffer message) {
    String[] kinds = {
      "integers",
      "floating-point numbers",
      "times",
      "texts",
      "bit fields",
      "opaque",
      "records",
      "references",
      "enumerated",
      "texts or lists of variable length",
      "arrays"
    };
    int kind = message.get(0) & 15;
    String name = kind < kinds.length ? kinds[kind] : "of the unknown kind " + kind;
    return name + " of " + Integer.toUnsignedString(message.getInt(4)) + " bytes";
  }

  private boolean matches(DataType found) {
    if (found.getSize() != bytes) {
      return false;
    }
    if (found instanceof FloatingPoint f) {
      return exponent > 0
          && f.getBitOffset() == 0
          && f.getBitPrecision() == 8 * bytes
          && f.getSignLocation() == 8 * bytes - 1
          && f.getExponentLocation() == mantissa
          && f.getExponentSize() == exponent
          && f.getMantissaLocation() == 0
          && f.getMantissaSize() == mantissa
          && f.getExponentBias() == bias();
    }
    if (found instanceof FixedPoint i) {
      return kind == (i.isSigned() ? Kind.SIGNED : Kind.UNSIGNED)
          && i.getBitOffset() == 0
          && i.getBitPrecision() == 8 * bytes;
    }
    if (found instanceof EnumDataType e) {
      return kind == Kind.ENUM && e.getEnumMapping().equals(BOOL_MEMBERS);
    }
    return false;
  }

  private int bias() {
    return (1 << (exponent - 1)) - 1;
  }

  /** The datatype message that describes this type (version 1 of the encoding, unpadded). */
  ByteBuffer message() {
    var out = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    switch (kind) {
      case FLOAT -> {
        out.put((byte) 0x11).put((byte) 0x20).put((byte) (8 * bytes - 1)).put((byte) 0);
        out.putInt(bytes).putShort((short) 0).putShort((short) (8 * bytes));
        out.put((byte) mantissa).put((byte) exponent).put((byte) 0).put((byte) mantissa);
        out.putInt(bias());
      }
      case OPAQUE -> out.putInt(0x15).putInt(bytes);
      case SIGNED, UNSIGNED -> putInteger(out, kind == Kind.SIGNED);
      case ENUM -> {
        out.putInt(0x18 | BOOL_MEMBERS.size() << 8).putInt(bytes);
        putInteger(out, true);
        for (int value = 0; value < BOOL_MEMBERS.size(); value++) {
          byte[] name = BOOL_MEMBERS.get(value).getBytes(StandardCharsets.US_ASCII);
          out.put(Arrays.copyOf(name, 8)); // a name is filled up with zeros to a multiple of eight
        }
        out.put((byte) 0).put((byte) 1);
      }
    }
    return out.flip();
  }

  /** The datatype message of a text of variable length in UTF-8. */
  static ByteBuffer textMessage() {
    var out = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x0101_19).putInt(GlobalHeapWriter.REFERENCE_BYTES);
    UINT8.putInteger(out, false);
    return out.flip();
  }

  private void putInteger(ByteBuffer out, boolean signed) {
    out.putInt(signed ? 0x0810 : 0x10).putInt(bytes).putShort((short) 0);
    out.putShort((short) (8 * bytes));
  }
}

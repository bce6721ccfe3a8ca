package rhyton.tensor;

import java.util.Locale;

/**
 * The data types of tensors, by Keras's names.
 *
 * <p>Every type TensorFlow can hold is here; {@link #code()} is its number in the native library.
 *
 * <p><b>Example</b>
 *
 * <pre>{@code
 * DType type = DType.of("float32");   // DType.FLOAT32
 * type.size();                        // 4 bytes an element
 * }</pre>
 */
public enum DType {
  /** IEEE single precision. */
  FLOAT32(1, 4, Kind.FLOAT),
  /** IEEE double precision. */
  FLOAT64(2, 8, Kind.FLOAT),
  /** 32-bit signed integer. */
  INT32(3, 4, Kind.SIGNED),
  /** 8-bit unsigned integer. */
  UINT8(4, 1, Kind.UNSIGNED),
  /** 16-bit signed integer. */
  INT16(5, 2, Kind.SIGNED),
  /** 8-bit signed integer. */
  INT8(6, 1, Kind.SIGNED),
  /** Byte strings of any length. */
  STRING(7, 24, Kind.OTHER),
  /** Two single precision numbers: real and imaginary part. */
  COMPLEX64(8, 8, Kind.COMPLEX),
  /** 64-bit signed integer. */
  INT64(9, 8, Kind.SIGNED),
  /** Truth values, a byte each. */
  BOOL(10, 1, Kind.BOOL),
  /** The upper half of a single precision number. */
  BFLOAT16(14, 2, Kind.FLOAT),
  /** 16-bit unsigned integer. */
  UINT16(17, 2, Kind.UNSIGNED),
  /** Two double precision numbers: real and imaginary part. */
  COMPLEX128(18, 16, Kind.COMPLEX),
  /** IEEE half precision. */
  FLOAT16(19, 2, Kind.FLOAT),
  /** A handle of a variable, a table or another native resource. */
  RESOURCE(20, 0, Kind.OTHER),
  /** A native value that only native ops understand. */
  VARIANT(21, 0, Kind.OTHER),
  /** 32-bit unsigned integer. */
  UINT32(22, 4, Kind.UNSIGNED),
  /** 64-bit unsigned integer. */
  UINT64(23, 8, Kind.UNSIGNED);

  private enum Kind {
    BOOL,
    UNSIGNED,
    SIGNED,
    FLOAT,
    COMPLEX,
    OTHER
  }

  private static final DType[] BY_CODE = new DType[24];

  static {
    for (DType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;
  private final int size;
  private final Kind kind;

  DType(int code, int size, Kind kind) {
    this.code = code;
    this.size = size;
    this.kind = kind;
  }

  /**
   * The type of that name.
   *
   * @param name Keras's name, such as {@code "float32"}; {@code "half"} and {@code "double"} are
   *     accepted
   * @return the type
   * @throws IllegalArgumentException if no type has that name
   */
  public static DType of(String name) {
    String wanted = name.equals("half") ? "float16" : name.equals("double") ? "float64" : name;
    for (DType type : values()) {
      if (type.toString().equals(wanted)) {
        return type;
      }
    }
    throw new IllegalArgumentException("Unknown dtype. Received: dtype=" + name);
  }

  /**
   * The type with that number in the native library.
   *
   * @param code the number, for example 1 for {@link #FLOAT32}
   * @return the type
   * @throws IllegalArgumentException if Rhyton does not know the number
   */
  public static DType ofCode(int code) {
    DType type = code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    if (type == null) {
      throw new IllegalArgumentException("Unknown native data type. Received: code=" + code);
    }
    return type;
  }

  /** Returns the number of the type in the native library. */
  public int code() {
    return code;
  }

  /** Returns the bytes of one element; 0 for types without a size of their own. */
  public int size() {
    return size;
  }

  /** Returns whether it is a real floating point type. */
  public boolean isFloating() {
    return kind == Kind.FLOAT;
  }

  /** Returns whether it is a signed or unsigned integer type ({@code BOOL} is not). */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /** Returns whether it is an unsigned integer type. */
  public boolean isUnsigned() {
    return kind == Kind.UNSIGNED;
  }

  /** Returns whether it is a complex type. */
  public boolean isComplex() {
    return kind == Kind.COMPLEX;
  }

  /** Returns whether elements can be added and multiplied. */
  public boolean isNumeric() {
    return kind != Kind.OTHER && kind != Kind.BOOL;
  }

  /** Returns the name as Keras writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

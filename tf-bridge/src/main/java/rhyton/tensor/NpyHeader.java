package rhyton.tensor;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before the elements of an {@code .npy} file: their type, order and shape.
 *
 * @param kind NumPy's letter of the type: b, i, u, f, c, S or U
 * @param itemSize the bytes of one element
 * @param swapped whether the bytes of a number are in the order that is not this machine's
 * @param fortranOrder whether the first axis runs fastest
 * @param shape the shape
 */
record NpyHeader(char kind, long itemSize, boolean swapped, boolean fortranOrder, Shape shape) {
  private static final int MOST_AXES = 64;

  /** NumPy leaves room for a first dimension that grows to this many digits. */
  private static final int GROWTH = 21;

  private static final int ALIGNMENT = 64;
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  /**
   * Reads a header. The text is a Python dict, but only the forms that NumPy writes are known:
   * nothing in it is evaluated.
   */
  static NpyHeader parse(String text, String where) {
    return new Parser(text, where).header();
  }

  /** The header of a tensor in C order, as NumPy writes it. */
  static NpyHeader of(Tensor tensor, char kind, long itemSize) {
    return new NpyHeader(kind, itemSize, false, false, tensor.shape());
  }

  boolean isText() {
    return kind == 'U' || kind == 'S';
  }

  /** The number of elements. */
  long count() {
    return shape.size();
  }

  /** The bytes of all elements. */
  long bytes() {
    return count() * itemSize;
  }

  /** The size of the numbers that an element is made of: their bytes change order together. */
  int unit() {
    return switch (kind) {
      case 'c' -> (int) itemSize / 2;
      case 'U' -> 4;
      case 'S' -> 1;
      default -> (int) itemSize;
    };
  }

  /** The type of the tensor, or null if no tensor has elements of this kind. */
  DType dtype() {
    return dtype(kind, itemSize);
  }

  private static DType dtype(char kind, long itemSize) {
    return switch (kind + Long.toString(itemSize)) {
      case "b1" -> DType.BOOL;
      case "i1" -> DType.INT8;
      case "i2" -> DType.INT16;
      case "i4" -> DType.INT32;
      case "i8" -> DType.INT64;
      case "u1" -> DType.UINT8;
      case "u2" -> DType.UINT16;
      case "u4" -> DType.UINT32;
      case "u8" -> DType.UINT64;
      case "f2" -> DType.FLOAT16;
      case "f4" -> DType.FLOAT32;
      case "f8" -> DType.FLOAT64;
      case "c8" -> DType.COMPLEX64;
      case "c16" -> DType.COMPLEX128;
      default -> kind == 'U' || kind == 'S' ? DType.STRING : null;
    };
  }

  private String descr() {
    char order = unit() == 1 ? '|' : LITTLE != swapped ? '<' : '>';
    return "" + order + kind + (kind == 'U' ? itemSize / 4 : itemSize);
  }

  /** The bytes of the file up to the elements. */
  byte[] toBytes() {
    String dims = shape.toString();
    StringBuilder text = new StringBuilder("{'descr': '").append(descr());
    text.append("', 'fortran_order': ").append(fortranOrder ? "True" : "False");
    text.append(", 'shape': ").append(dims).append(", }");
    if (shape.rank() > 0) {
      text.append(" ".repeat(Math.max(0, GROWTH - Long.toString(shape.get(0)).length())));
    }
    int unpadded = Npy.PREFIX + 2 + text.length() + 1;
    text.append(" ".repeat(ALIGNMENT - unpadded % ALIGNMENT)).append('\n');
    byte[] bytes = new byte[Npy.PREFIX + 2 + text.length()];
    byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    System.arraycopy(start, 0, bytes, 0, start.length);
    bytes[Npy.PREFIX] = (byte) text.length();
    bytes[Npy.PREFIX + 1] = (byte) (text.length() >> 8);
    byte[] body = text.toString().getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(body, 0, bytes, Npy.PREFIX + 2, body.length);
    return bytes;
  }

  /** Reads the dict: keys and values in any order, quotes of both kinds, longs of Python 2. */
  private static final class Parser {
    private final String text;
    private final String where;
    private int at;
    private String descr;
    private Boolean fortranOrder;
    private Shape shape;

    Parser(String text, String where) {
      this.text = text;
      this.where = where;
    }

    NpyHeader header() {
      expect('{');
      while (next() != '}') {
        String key = quoted();
        expect(':');
        switch (key) {
          case "descr" -> descr = descr();
          case "fortran_order" -> fortranOrder = flag();
          case "shape" -> shape = shape();
          default -> throw bad("unknown key `" + key + "`");
        }
        if (next() != '}') {
          expect(',');
        }
      }
      at++;
      if (!text.substring(at).isBlank()) {
        throw bad("text behind the dict");
      }
      if (descr == null || fortranOrder == null || shape == null) {
        throw bad("expected the keys descr, fortran_order and shape");
      }
      return made();
    }

    private NpyHeader made() {
      boolean ordered = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0;
      String type = ordered ? descr.substring(1) : descr;
      if (type.startsWith("O")) {
        throw new FileFormatException(
            where
                + ": `descr` is '"
                + descr
                + "': the file holds pickled Python objects, which are not read because unpickling"
                + " runs code of the file");
      }
      if (!type.matches("[biufcUS][0-9]{1,9}")) {
        throw unknown();
      }
      char kind = type.charAt(0);
      long number = Long.parseLong(type.substring(1));
      long size = kind == 'U' ? 4 * number : number;
      if (dtype(kind, size) == null) {
        throw unknown();
      }
      boolean swapped = ordered && descr.charAt(0) == (LITTLE ? '>' : '<');
      checkSize(size);
      return new NpyHeader(kind, size, swapped, fortranOrder, shape);
    }

    private FileFormatException unknown() {
      return new FileFormatException(
          where
              + ": `descr` is '"
              + descr
              + "'. Known are booleans, whole numbers, float16 to float64, complex64, complex128"
              + " and text (U, S)");
    }

    /** Zeros aside, the product of the dimensions and the size must be a number. */
    private void checkSize(long size) {
      long bytes = Math.max(1, size);
      for (long dim : shape.toArray()) {
        long grown = Math.max(1, dim);
        if (grown > Long.MAX_VALUE / bytes) {
          throw bad("no file holds as many elements as shape " + shape + " has");
        }
        bytes *= grown;
      }
    }

    private String descr() {
      if (next() == '[') {
        throw new FileFormatException(
            where + ": `descr` is a list: structured records are not supported");
      }
      return quoted();
    }

    private boolean flag() {
      for (String word : List.of("True", "False")) {
        if (text.startsWith(word, skip())) {
          at += word.length();
          return word.equals("True");
        }
      }
      throw bad("expected True or False at " + at);
    }

    private Shape shape() {
      expect('(');
      List<Long> dims = new ArrayList<>();
      while (next() != ')') {
        dims.add(dim());
        if (next() != ')') {
          expect(',');
        }
      }
      at++;
      if (dims.size() > MOST_AXES) {
        throw bad("a shape of " + dims.size() + " axes");
      }
      return Shape.of(dims.stream().mapToLong(d -> d).toArray());
    }

    private long dim() {
      int from = skip();
      while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      String number = text.substring(from, at);
      if (at < text.length() && text.charAt(at) == 'L') {
        at++;
      }
      if (!number.matches("[0-9]{1,18}")) {
        throw bad("a dimension of the shape is `" + number + "`");
      }
      return Long.parseLong(number);
    }

    private String quoted() {
      char quote = next();
      int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
      if (end < 0) {
        throw bad("expected a text in quotes at " + at);
      }
      String inside = text.substring(at + 1, end);
      at = end + 1;
      return inside;
    }

    private void expect(char wanted) {
      if (next() != wanted) {
        throw bad("expected `" + wanted + "` at " + at);
      }
      at++;
    }

    private char next() {
      if (skip() == text.length()) {
        throw bad("it ends early");
      }
      return text.charAt(at);
    }

    private int skip() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at;
    }

    private FileFormatException bad(String what) {
      String shown = text.strip();
      shown = shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
      return new FileFormatException(where + ": the header is bad: " + what + ". Found: " + shown);
    }
  }
}

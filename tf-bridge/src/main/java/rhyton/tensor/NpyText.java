package rhyton.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import rhyton.tensor.runtime.HostMemory;

/** Texts in {@code .npy} files: all of one length, filled up with zeros. */
final class NpyText {
  private NpyText() {}

  /** A text of type U, four bytes a code point, as UTF-8. */
  static byte[] toUtf8(byte[] item, NpyHeader header, String where) {
    boolean little = (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) != header.swapped();
    ByteBuffer points =
        ByteBuffer.wrap(item).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    StringBuilder text = new StringBuilder();
    while (points.hasRemaining()) {
      int point = points.getInt();
      if (!Character.isValidCodePoint(point)) {
        throw new FileFormatException(
            where
                + ": a text holds "
                + Integer.toUnsignedString(point)
                + ", which is no character");
      }
      text.appendCodePoint(point);
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end).getBytes(StandardCharsets.UTF_8);
  }

  /** A text of type S without the zeros at its end. */
  static byte[] strip(byte[] item) {
    int end = item.length;
    while (end > 0 && item[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(item, end);
  }

  /** Strings as the bytes of a file. */
  static Npy.Content content(Tensor strings) {
    byte[][] texts = HostMemory.strings(strings.handle());
    char kind = 'U';
    int longest = 1;
    for (int i = 0; i < texts.length && kind == 'U'; i++) {
      byte[] points = codePoints(texts[i]);
      if (points == null) {
        kind = 'S';
      } else {
        longest = Math.max(longest, points.length / 4);
      }
    }
    if (kind == 'S') {
      longest = Arrays.stream(texts).mapToInt(t -> t.length).max().orElse(1);
    }
    int itemSize = kind == 'U' ? 4 * longest : longest;
    byte[] all = new byte[Math.multiplyExact(texts.length, itemSize)];
    for (int i = 0; i < texts.length; i++) {
      byte[] item = kind == 'U' ? codePoints(texts[i]) : texts[i];
      System.arraycopy(item, 0, all, i * itemSize, item.length);
    }
    return new Npy.Content(NpyHeader.of(strings, kind, itemSize).toBytes(), null, all);
  }

  /** UTF-8 as four bytes a code point; null if it is no UTF-8. */
  private static byte[] codePoints(byte[] utf8) {
    try {
      int[] points =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).codePoints().toArray();
      ByteBuffer bytes = ByteBuffer.allocate(4 * points.length).order(ByteOrder.nativeOrder());
      for (int point : points) {
        bytes.putInt(point);
      }
      return bytes.array();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}

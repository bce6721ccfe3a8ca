package rhyton.samples.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import rhyton.tensor.FileFormatException;

class IdxFileTest {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;

  @Test
  void readsImages() throws IOException {
    byte[] pixels = new byte[2 * 784];
    pixels[0] = 1;
    pixels[2 * 784 - 1] = (byte) 255;
    assertArrayEquals(pixels, images(idx(pixels, IMAGES, 2, 28, 28)));
  }

  @Test
  void readsLabels() throws IOException {
    byte[] labels = {0, 9, 5};
    assertArrayEquals(labels, labels(idx(labels, LABELS, 3), 3));
  }

  @Test
  void saysWhatIsWrongWithTheHeader() throws IOException {
    assertError(
        "f.gz: the first four bytes must be 00000803. Found: 00000801",
        idx(new byte[784], LABELS, 1, 28, 28));
    assertError(
        "f.gz: images of 28 x 28 expected, there are images of 32 x 32",
        idx(new byte[1024], IMAGES, 1, 32, 32));
    assertError("f.gz: the file ends too early", idx(new byte[0], IMAGES, 1));
  }

  @Test
  void believesNoHugeCount() throws IOException {
    assertError(
        "f.gz: at most 70000 entries expected, the header says 2147483647",
        idx(new byte[784], IMAGES, Integer.MAX_VALUE, 28, 28));
    assertError(
        "f.gz: at most 70000 entries expected, the header says -1",
        idx(new byte[784], IMAGES, -1, 28, 28));
  }

  @Test
  void refusesTooFewAndTooManyValues() throws IOException {
    assertError(
        "f.gz: 1568 values expected, there are only 784", idx(new byte[784], IMAGES, 2, 28, 28));
    assertError(
        "f.gz: there is more behind the 784 values that the header names",
        idx(new byte[785], IMAGES, 1, 28, 28));
  }

  @Test
  void refusesLabelsThatAreNoClassOrDoNotMatchTheImages() throws IOException {
    assertEquals(
        "f.gz: label 1 is 10, expected 0 to 9",
        labelsError(idx(new byte[] {9, 10}, LABELS, 2), 2).getMessage());
    assertEquals(
        "f.gz: label 0 is 200, expected 0 to 9",
        labelsError(idx(new byte[] {(byte) 200}, LABELS, 1), 1).getMessage());
    assertEquals(
        "f.gz: 3 labels expected, one an image, there are 2",
        labelsError(idx(new byte[2], LABELS, 2), 3).getMessage());
  }

  @Test
  void refusesEveryTruncationOfTheFile() throws IOException {
    byte[] file = idx(new byte[784], IMAGES, 1, 28, 28);
    for (int length = 0; length < file.length; length++) {
      byte[] start = Arrays.copyOf(file, length);
      assertThrows(FileFormatException.class, () -> images(start), "length " + length);
    }
  }

  @Test
  void refusesWhatIsNotGzipOrHasAWrongChecksum() throws IOException {
    assertError("f.gz: not a sound gzip file: Not in GZIP format", new byte[100]);
    byte[] file = idx(new byte[784], IMAGES, 1, 28, 28);
    file[file.length - 5] ^= 1;
    assertError("f.gz: not a sound gzip file: Corrupt GZIP trailer", file);
  }

  private static void assertError(String message, byte[] file) {
    assertEquals(message, assertThrows(FileFormatException.class, () -> images(file)).getMessage());
  }

  private static FileFormatException labelsError(byte[] file, int count) {
    return assertThrows(FileFormatException.class, () -> labels(file, count));
  }

  private static byte[] images(byte[] file) throws IOException {
    return IdxFile.images(new ByteArrayInputStream(file), "f.gz");
  }

  private static byte[] labels(byte[] file, int count) throws IOException {
    return IdxFile.labels(new ByteArrayInputStream(file), "f.gz", count);
  }

  static byte[] idx(byte[] values, int... header) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      for (int number : header) {
        out.writeInt(number);
      }
      out.write(values);
    }
    return bytes.toByteArray();
  }
}

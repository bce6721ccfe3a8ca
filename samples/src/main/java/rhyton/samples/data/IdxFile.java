package rhyton.samples.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import rhyton.tensor.FileFormatException;

/**
 * Reads gzipped IDX files, the format of MNIST: four bytes (0, 0, the type, the rank), the sizes as
 * big-endian 32-bit integers, then the values. No more memory is taken than there are bytes, or
 * than the data set has images, whatever a header says.
 */
final class IdxFile {
  private static final int LABELS_MAGIC = 0x0801; // unsigned bytes, rank 1
  private static final int IMAGES_MAGIC = 0x0803; // unsigned bytes, rank 3
  private static final int MAX_IMAGES = 70_000;
  private static final int BUFFER = 1 << 16;

  private final DataInputStream in;
  private final String path;

  private IdxFile(InputStream raw, String path) throws IOException {
    this.in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw, BUFFER)));
    this.path = path;
  }

  /**
   * The images of a part of a data set with their labels, from two files with the names that
   * MNIST's have.
   *
   * @param opener opens them
   * @param where the folder they are in, for messages
   * @param part {@code train} or {@code t10k}
   */
  static ImageSet imageSet(Opener opener, String where, String part) {
    String images = part + "-images-idx3-ubyte.gz";
    String labels = part + "-labels-idx1-ubyte.gz";
    try (var imageStream = opener.open(images);
        var labelStream = opener.open(labels)) {
      byte[] pixels = images(imageStream, where + "/" + images);
      int count = pixels.length / ImageSet.PIXELS;
      return new ImageSet(pixels, labels(labelStream, where + "/" + labels, count));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read %s/%s-*: %s".formatted(where, part, e.getMessage()), e);
    }
  }

  /** The pixels of all images, 28 by 28 each. */
  static byte[] images(InputStream raw, String path) throws IOException {
    return read(
        raw,
        path,
        file -> {
          int count = file.header(IMAGES_MAGIC);
          int height = file.in.readInt();
          int width = file.in.readInt();
          if (height != ImageSet.HEIGHT || width != ImageSet.WIDTH) {
            throw file.error(
                "images of %d x %d expected, there are images of %d x %d",
                ImageSet.HEIGHT, ImageSet.WIDTH, height, width);
          }
          return file.values(count * ImageSet.PIXELS);
        });
  }

  /** The class of every image; {@code count} of them are expected, all from 0 to 9. */
  static byte[] labels(InputStream raw, String path, int count) throws IOException {
    return read(
        raw,
        path,
        file -> {
          int found = file.header(LABELS_MAGIC);
          if (found != count) {
            throw file.error("%d labels expected, one an image, there are %d", count, found);
          }
          byte[] labels = file.values(count);
          for (int i = 0; i < count; i++) {
            if (labels[i] < 0 || labels[i] >= FashionMnist.CLASS_NAMES.size()) {
              throw file.error("label %d is %d, expected 0 to 9", i, labels[i] & 0xff);
            }
          }
          return labels;
        });
  }

  private static byte[] read(InputStream raw, String path, Content content) throws IOException {
    try {
      return content.of(new IdxFile(raw, path));
    } catch (EOFException e) {
      throw new FileFormatException(path + ": the file ends too early", e);
    } catch (ZipException e) {
      throw new FileFormatException(path + ": not a sound gzip file: " + e.getMessage(), e);
    }
  }

  /** Checks the first four bytes and returns the number of entries. */
  private int header(int magic) throws IOException {
    int found = in.readInt();
    if (found != magic) {
      throw error("the first four bytes must be %08x. Found: %08x", magic, found);
    }
    int count = in.readInt();
    if (count < 0 || count > MAX_IMAGES) {
      throw error("at most %d entries expected, the header says %d", MAX_IMAGES, count);
    }
    return count;
  }

  /** Exactly {@code count} bytes up to the end of the file, where gzip's own checksum is tested. */
  private byte[] values(int count) throws IOException {
    byte[] values = in.readNBytes(count);
    if (values.length < count) {
      throw error("%d values expected, there are only %d", count, values.length);
    }
    if (in.read() >= 0) {
      throw error("there is more behind the %d values that the header names", count);
    }
    return values;
  }

  private FileFormatException error(String format, Object... arguments) {
    return new FileFormatException(path + ": " + format.formatted(arguments));
  }

  /** Opens a file of a data set by its name. */
  interface Opener {
    InputStream open(String name) throws IOException;
  }

  /** What stands in a file. */
  private interface Content {
    byte[] of(IdxFile file) throws IOException;
  }
}

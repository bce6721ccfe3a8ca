package rhyton.samples.data;

import java.util.Arrays;

/**
 * Grey images of 28 by 28 pixels, each with the number of its class. Immutable: every array is
 * copied on the way out.
 */
public final class ImageSet {
  /** Rows of an image. */
  public static final int HEIGHT = 28;

  /** Columns of an image. */
  public static final int WIDTH = 28;

  static final int PIXELS = HEIGHT * WIDTH;

  private final byte[] pixels;
  private final byte[] labels;

  ImageSet(byte[] pixels, byte[] labels) {
    if (pixels.length != labels.length * PIXELS) {
      throw new IllegalArgumentException(
          "ImageSet: %d labels need %d pixels. Received: %d pixels"
              .formatted(labels.length, labels.length * PIXELS, pixels.length));
    }
    this.pixels = pixels;
    this.labels = labels;
  }

  /** Number of images. */
  public int size() {
    return labels.length;
  }

  /**
   * All pixels as they are in the file, unsigned bytes from 0 (background) to 255, in the order
   * (image, row, column).
   */
  public byte[] pixels() {
    return pixels.clone();
  }

  /**
   * All pixels as numbers from 0 to 1, in the order (image, row, column): what Python writes as
   * {@code x.astype("float32") / 255}.
   */
  public float[] scaledPixels() {
    float[] scaled = new float[pixels.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (pixels[i] & 0xff) / 255f;
    }
    return scaled;
  }

  /** All images as Keras's convolutions take them, (image, row, column, 1), from 0 to 255. */
  public float[][][][] images() {
    float[][][][] images = new float[size()][HEIGHT][WIDTH][1];
    int at = 0;
    for (float[][][] image : images) {
      for (float[][] row : image) {
        for (float[] pixel : row) {
          pixel[0] = pixels[at++] & 0xff;
        }
      }
    }
    return images;
  }

  /** The class of every image, from 0 to 9. */
  public int[] labels() {
    int[] numbers = new int[labels.length];
    Arrays.setAll(numbers, i -> labels[i]);
    return numbers;
  }

  /**
   * The first images of this set.
   *
   * @param count how many, at most {@link #size()}
   */
  public ImageSet first(int count) {
    if (count < 0 || count > size()) {
      throw new IllegalArgumentException(
          "ImageSet: argument `count` must be between 0 and %d. Received: count=%d"
              .formatted(size(), count));
    }
    return new ImageSet(Arrays.copyOf(pixels, count * PIXELS), Arrays.copyOf(labels, count));
  }
}

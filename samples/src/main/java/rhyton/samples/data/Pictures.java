package rhyton.samples.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import rhyton.tensor.Tensor;

/** Writes images side by side into a PNG file, to look at what a model made. */
public final class Pictures {
  private Pictures() {}

  /**
   * Writes images in rows. The folder is made if it is not there.
   *
   * @param file the PNG file
   * @param images {@code (images, height, width, 1)} grey or {@code (…, 3)} red, green and blue,
   *     from 0 to 1; what is beyond is cut off
   * @param columns how many stand in a row
   */
  public static void save(Path file, Tensor images, int columns) {
    long channels = images.rank() == 4 ? images.shape().get(3) : -1;
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "Pictures: argument `images` must have the shape (images, height, width, 1 or 3)."
              + " Received: shape "
              + images.shape());
    }
    float[][][][] pixels = (float[][][][]) images.toArray();
    int height = pixels[0].length;
    int width = pixels[0][0].length;
    int rows = (pixels.length + columns - 1) / columns;
    BufferedImage grid =
        new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pixels.length; i++) {
      int left = i % columns * width;
      int top = i / columns * height;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          grid.setRGB(left + x, top + y, rgb(pixels[i][y][x]));
        }
      }
    }
    write(file, grid);
  }

  private static int rgb(float[] pixel) {
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      float value = pixel[pixel.length == 1 ? 0 : i];
      rgb = rgb << 8 | Math.round(255 * Math.min(Math.max(value, 0), 1));
    }
    return rgb;
  }

  private static void write(Path file, BufferedImage image) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}

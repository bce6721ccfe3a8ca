package rhyton.ops;

import java.util.List;
import rhyton.tensor.ImageOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/**
 * The functions of {@code keras.ops.image}: functions of images. Each calls the method of {@link
 * Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/image/">keras.ops</a>
 */
public final class Image {
  private Image() {}

  /**
   * Moves, turns and shears images: pixel {@code (x, y)} of the result is that at {@code (a0 x + a1
   * y + a2, b0 x + b1 y + b2) / (c0 x + c1 y + 1)} of the image; see {@link
   * ImageOps#affineTransform(Object, String, String, double, String)}.
   */
  public static Tensor affineTransform(
      Tensor x,
      Object transform,
      String interpolation,
      String fillMode,
      double fillValue,
      String dataFormat) {
    return x.affineTransform(transform, interpolation, fillMode, fillValue, dataFormat);
  }

  /**
   * Cuts images or volumes into patches, which become channels; see {@link
   * ImageOps#extractPatches(long[], WindowOptions)}.
   */
  public static Tensor extractPatches(Tensor x, long[] size, WindowOptions options) {
    return x.extractPatches(size, options);
  }

  /**
   * Red, green and blue from hue, saturation and value between 0 and 1; see {@link
   * ImageOps#hsvToRgb(String)}.
   */
  public static Tensor hsvToRgb(Tensor x, String dataFormat) {
    return x.hsvToRgb(dataFormat);
  }

  /**
   * Looks up elements at coordinates, between which it may interpolate; see {@link
   * ImageOps#mapCoordinates(Object, int, String, double)}.
   */
  public static Tensor mapCoordinates(
      Tensor x, Object coordinates, int order, String fillMode, double fillValue) {
    return x.mapCoordinates(coordinates, order, fillMode, fillValue);
  }

  /**
   * Changes the perspective of images: what was at four points comes to four others; see {@link
   * ImageOps#perspectiveTransform(Object, Object, String, double, String)}.
   */
  public static Tensor perspectiveTransform(
      Tensor x,
      Object startPoints,
      Object endPoints,
      String interpolation,
      double fillValue,
      String dataFormat) {
    return x.perspectiveTransform(startPoints, endPoints, interpolation, fillValue, dataFormat);
  }

  /**
   * Resizes images, each side by its own factor; see {@link ImageOps#resize(int, int, String,
   * String)}.
   */
  public static Tensor resize(
      Tensor x, int height, int width, String interpolation, String dataFormat) {
    return x.resize(height, width, interpolation, dataFormat);
  }

  /**
   * Resizes images to a size that may be known only when it runs; see {@link ImageOps#resize(List,
   * String, String)}.
   */
  public static Tensor resize(Tensor x, List<?> size, String interpolation, String dataFormat) {
    return x.resize(size, interpolation, dataFormat);
  }

  /**
   * Grey images from colored ones: weighted means of red, green and blue; see {@link
   * ImageOps#rgbToGrayscale(String)}.
   */
  public static Tensor rgbToGrayscale(Tensor x, String dataFormat) {
    return x.rgbToGrayscale(dataFormat);
  }

  /**
   * Hue, saturation and value from red, green and blue between 0 and 1; see {@link
   * ImageOps#rgbToHsv(String)}.
   */
  public static Tensor rgbToHsv(Tensor x, String dataFormat) {
    return x.rgbToHsv(dataFormat);
  }

  /**
   * Scales and moves images along some axes: what was at x comes to {@code x · scale +
   * translation}; see {@link ImageOps#scaleAndTranslate(long[], Object, Object, int[], String,
   * boolean)}.
   */
  public static Tensor scaleAndTranslate(
      Tensor x,
      long[] outputShape,
      Object scale,
      Object translation,
      int[] spatialDims,
      String method,
      boolean antialias) {
    return x.scaleAndTranslate(outputShape, scale, translation, spatialDims, method, antialias);
  }
}

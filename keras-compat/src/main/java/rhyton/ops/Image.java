package rhyton.ops;

import java.util.List;
import rhyton.tensor.ImageOps;
import rhyton.tensor.Tensor;

/**
 * The functions of {@code keras.ops.image}: functions of images. Each calls the method of {@link
 * Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/image/">keras.ops</a>
 */
public final class Image {
  private Image() {}

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
}

package rhyton.layers;

import java.util.Arrays;
import rhyton.tensor.Shape;

/** Windows that move over an input, as convolutions and poolings have them. */
final class Windows {
  private Windows() {}

  /**
   * Throws if a window both moves by more than one element and has gaps.
   *
   * @param layer the class of the layer, for the message
   * @param strides how far the window moves along each axis
   * @param dilation the distance of its elements along each axis
   */
  static void requireStridesOrDilation(String layer, long[] strides, long[] dilation) {
    if (largest(strides) > 1 && largest(dilation) > 1) {
      throw new IllegalArgumentException(
          (layer + ": `strides > 1` cannot be combined with `dilation_rate > 1`. Received: ")
              + ("strides=" + Arrays.toString(strides))
              + (" and dilation_rate=" + Arrays.toString(dilation)));
    }
  }

  private static long largest(long[] sizes) {
    return Arrays.stream(sizes).max().orElseThrow();
  }

  /**
   * Throws if windows that stay inside of an input are larger than it.
   *
   * @param layer the class of the layer, for the message
   * @param input the shape of the input
   * @param firstAxis the first spatial axis
   * @param window the size of the window along each spatial axis
   * @param dilation the distance of its elements along each axis
   */
  static void requireFit(String layer, Shape input, int firstAxis, long[] window, long[] dilation) {
    for (int i = 0; i < window.length; i++) {
      long size = input.get(firstAxis + i);
      if (size >= 0 && size <= dilation[i] * (window[i] - 1)) {
        throw new IllegalArgumentException(
            (layer + ": the computed output size would be zero or negative. Received: input shape ")
                + (input + ", window=" + Arrays.toString(window))
                + (", dilation=" + Arrays.toString(dilation)));
      }
    }
  }
}

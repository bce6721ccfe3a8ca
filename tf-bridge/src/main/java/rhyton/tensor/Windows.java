package rhyton.tensor;

import java.util.Arrays;

/** Windows of Fourier transforms of short times. */
final class Windows {
  private Windows() {}

  /** The window that a call asks for, filled up on both sides to its fft_length; null for none. */
  static Tensor padded(String op, OpCall c, DType dtype) {
    int length = c.integer("sequence_length");
    int whole = c.integer("fft_length");
    if (whole < length) {
      throw new IllegalArgumentException(
          op
              + ": `fft_length` must be at least `sequence_length`. Received: sequence_length="
              + length
              + ", fft_length="
              + whole);
    }
    Object window = c.option("window");
    if (window == null) {
      return null;
    }
    Tensor numbers = Tensor.convert(window instanceof String ? named(op, c) : window, dtype);
    if (!numbers.shape().equals(Shape.of(length))) {
      throw new IllegalArgumentException(
          op
              + ": `window` must have as many numbers as `sequence_length`. Received: window.shape="
              + numbers.shape()
              + " and sequence_length="
              + length);
    }
    int before = (whole - length) / 2;
    return numbers.pad(new int[][] {{before, whole - length - before}});
  }

  private static double[] named(String op, OpCall c) {
    Object name = c.option("window");
    int length = c.integer("sequence_length");
    return switch (name.toString()) {
      case "hann" -> raisedCosine(length, 0.5, 0.5);
      case "hamming" -> raisedCosine(length, 0.54, 0.46);
      default ->
          throw new IllegalArgumentException(
              op + ": `window` must be \"hann\" or \"hamming\". Received: window=" + name);
    };
  }

  /** TensorFlow's periodic windows: those of odd length are symmetric. */
  private static double[] raisedCosine(int length, double a, double b) {
    double[] window = new double[length];
    int period = length % 2 == 0 ? length : length - 1;
    Arrays.setAll(window, i -> length == 1 ? 1 : a - b * Math.cos(2 * Math.PI * i / period));
    return window;
  }

  /** The window by which frames are multiplied so that, added, they give the signal again. */
  static Tensor inverse(Tensor window, int stride) {
    int length = (int) window.shape().get(0);
    int overlaps = (length + stride - 1) / stride;
    Tensor squares = window.square().pad(new int[][] {{0, overlaps * stride - length}});
    Tensor sums = squares.reshape(overlaps, stride).sum(0).tile(overlaps);
    return window.divide(sums.getItem(Slice.of(0, length)));
  }
}

package rhyton.tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What ops on images and sequences share: TensorFlow's kernels want the channels last, so other
 * tensors are brought there and back; a single number stands for all axes between batch and
 * channels; sequences are images of height 1.
 */
final class Spatial {
  private Spatial() {}

  /** The number of axes between batch and channels: 1, 2 or 3. */
  static int rank(String op, Tensor x) {
    if (x.rank() < 3 || x.rank() > 5) {
      throw new IllegalArgumentException(
          op + ": the input must have 3, 4 or 5 axes. Received: shape=" + x.shape());
    }
    return x.rank() - 2;
  }

  /** Whether the channels come last, by the option {@code data_format}. */
  static boolean isChannelsLast(OpCall c) {
    Object format = c.option("data_format");
    Object used = format == null ? OpDefaults.imageDataFormat() : format;
    if (!used.equals("channels_last") && !used.equals("channels_first")) {
      throw new IllegalArgumentException(
          "`data_format` must be \"channels_last\" or \"channels_first\". Received: data_format="
              + used);
    }
    return used.equals("channels_last");
  }

  /** Applies a function that wants the channels last, by the option {@code data_format}. */
  static Tensor channelsLast(OpCall c, Tensor x, UnaryOperator<Tensor> function) {
    if (isChannelsLast(c)) {
      return function.apply(x);
    }
    Tensor last = Kernels.transpose(x, toLast(x.rank()));
    return Kernels.transpose(function.apply(last), toFirst(x.rank()));
  }

  private static long[] toLast(int rank) {
    long[] axes = new long[rank];
    Arrays.setAll(axes, i -> i == 0 ? 0 : i == rank - 1 ? 1 : i + 1);
    return axes;
  }

  private static long[] toFirst(int rank) {
    long[] axes = new long[rank];
    Arrays.setAll(axes, i -> i == 0 ? 0 : i == 1 ? rank - 1 : i - 1);
    return axes;
  }

  /** An option as one number for each spatial axis. */
  static long[] perAxis(String op, String name, Object value, int rank) {
    long[] numbers = Axes.longs(value);
    if (numbers.length == 1 && rank > 1) {
      long[] same = new long[rank];
      Arrays.fill(same, numbers[0]);
      numbers = same;
    }
    if (numbers.length != rank || Arrays.stream(numbers).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          op
              + ": `"
              + name
              + "` must be a positive whole number, or one for each of "
              + rank
              + " axes. Received: "
              + name
              + "="
              + Arrays.toString(Axes.longs(value)));
    }
    return numbers;
  }

  /** The option {@code padding} as TensorFlow writes it: VALID or SAME. */
  static String padding(String op, OpCall c) {
    String padding = String.valueOf(c.option("padding"));
    if (!padding.equals("valid") && !padding.equals("same")) {
      throw new IllegalArgumentException(
          op + ": `padding` must be \"valid\" or \"same\". Received: padding=" + padding);
    }
    return padding.toUpperCase(Locale.ROOT);
  }

  /** Numbers of the spatial axes as an attribute: 1 for batch and channels, and a height of 1. */
  static long[] attribute(long[] numbers) {
    int extra = numbers.length == 1 ? 1 : 0;
    long[] all = new long[numbers.length + 2 + extra];
    Arrays.fill(all, 1);
    System.arraycopy(numbers, 0, all, 1 + extra, numbers.length);
    return all;
  }

  /** Applies a function of images to a sequence; to images of 2 or 3 axes as it is. */
  static Tensor asImage(Tensor x, UnaryOperator<Tensor> function) {
    return x.rank() != 3
        ? function.apply(x)
        : Op.of("Squeeze")
            .in(function.apply(expand(x, 1)))
            .attr("squeeze_dims", new long[] {1})
            .one();
  }

  static Tensor expand(Tensor x, int axis) {
    return Op.of("ExpandDims").in(x).in(Constants.integer(axis)).one();
  }

  /** Whether a number other than 1 is among them. */
  static boolean any(long[] numbers) {
    return Arrays.stream(numbers).anyMatch(n -> n != 1);
  }

  static long[] ones(int rank) {
    long[] ones = new long[rank];
    Arrays.fill(ones, 1);
    return ones;
  }
}

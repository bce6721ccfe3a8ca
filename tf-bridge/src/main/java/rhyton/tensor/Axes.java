package rhyton.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Axes as Keras takes them: none (all), one number, several. */
final class Axes {
  private Axes() {}

  /**
   * Axes counted from the front, in rising order.
   *
   * @param axis null, a number, an array or a list of numbers
   * @param shape the shape that they belong to
   */
  static int[] of(Object axis, Shape shape) {
    if (axis == null) {
      return IntStream.range(0, shape.rank()).toArray();
    }
    int[] given = ints(axis);
    for (int i = 0; i < given.length; i++) {
      given[i] = shape.axis(given[i]);
    }
    Arrays.sort(given);
    return given;
  }

  /** The numbers of an argument that may be one number, an array, a list or a value. */
  static int[] ints(Object value) {
    if (value instanceof Number one) {
      return new int[] {one.intValue()};
    }
    if (value instanceof int[] ints) {
      return ints.clone();
    }
    if (value instanceof Tensor tensor) {
      return tensor.ints();
    }
    if (value instanceof long[] longs) {
      return Arrays.stream(longs).mapToInt(Math::toIntExact).toArray();
    }
    return ((List<?>) value).stream().mapToInt(v -> ((Number) v).intValue()).toArray();
  }

  /** The numbers of an argument that may be one number, an array, a list or a value. */
  static long[] longs(Object value) {
    if (value instanceof long[] longs) {
      return longs.clone();
    }
    if (value instanceof Shape shape) {
      return shape.toArray();
    }
    if (value instanceof List<?> list) {
      return list.stream().mapToLong(v -> v == null ? -1 : ((Number) v).longValue()).toArray();
    }
    return Arrays.stream(ints(value)).asLongStream().toArray();
  }
}

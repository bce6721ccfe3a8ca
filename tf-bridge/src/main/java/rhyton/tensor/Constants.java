package rhyton.tensor;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import rhyton.tensor.runtime.EagerCall;
import rhyton.tensor.runtime.HostMemory;
import rhyton.tensor.runtime.NativeHandle;

/** Small values that ops need: numbers in the type of their neighbours, shapes, axes. */
final class Constants {
  private Constants() {}

  /** A vector of 32-bit integers; inside a trace one node for all uses. */
  static Tensor ints(long... values) {
    Trace trace = Trace.current();
    return trace == null
        ? newInts(values)
        : trace.once("ints" + Arrays.toString(values), () -> newInts(values));
  }

  private static Tensor newInts(long[] values) {
    int[] narrow = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = Math.toIntExact(values[i]);
    }
    return value(
        HostMemory.create(
            DType.INT32,
            Shape.of(values.length),
            data -> new IntPointer(data).put(narrow, 0, narrow.length)));
  }

  /** A single 32-bit integer. */
  static Tensor integer(long value) {
    return scalar(value, DType.INT32);
  }

  /** A single number of a type; inside a trace one node for all uses. */
  static Tensor scalar(Number number, DType dtype) {
    Trace trace = Trace.current();
    return trace == null
        ? newScalar(number, dtype)
        : trace.once(dtype + ":" + number, () -> newScalar(number, dtype));
  }

  private static Tensor newScalar(Number number, DType dtype) {
    return switch (dtype) {
      case FLOAT32 ->
          value(
              HostMemory.create(
                  dtype, Shape.SCALAR, data -> new FloatPointer(data).put(number.floatValue())));
      case FLOAT64 ->
          value(
              HostMemory.create(
                  dtype, Shape.SCALAR, data -> new DoublePointer(data).put(number.doubleValue())));
      case INT32 ->
          value(
              HostMemory.create(
                  dtype, Shape.SCALAR, data -> new IntPointer(data).put(number.intValue())));
      case INT64 ->
          value(
              HostMemory.create(
                  dtype, Shape.SCALAR, data -> new LongPointer(data).put(number.longValue())));
      default -> cast(number, dtype);
    };
  }

  /** A number of one of the rarer types, converted by the native library at once. */
  private static Tensor cast(Number number, DType dtype) {
    boolean whole = number instanceof Long || number instanceof Integer;
    DType wide = whole ? DType.INT64 : DType.FLOAT64;
    try (NativeHandle from =
        HostMemory.create(
            wide,
            Shape.SCALAR,
            data -> {
              if (whole) {
                new LongPointer(data).put(number.longValue());
              } else {
                new DoublePointer(data).put(number.doubleValue());
              }
            })) {
      return value(
          EagerCall.run("Cast", java.util.List.of(from), java.util.Map.of("DstT", dtype)).get(0));
    }
  }

  /** A tensor of the value: a value even while a trace is open. */
  private static Tensor value(NativeHandle handle) {
    return Tensor.of(handle);
  }
}

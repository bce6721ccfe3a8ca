package rhyton.tensor;

import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import rhyton.tensor.runtime.EagerCall;
import rhyton.tensor.runtime.HostMemory;
import rhyton.tensor.runtime.NativeHandle;

/** Java's arrays and buffers to tensors and back. */
final class HostArrays {
  private HostArrays() {}

  // ---- in ------------------------------------------------------------------------------------

  static DType dtypeOf(Object value) {
    Class<?> type = value.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    if (type == float.class || type == Float.class) {
      return DType.FLOAT32;
    } else if (type == double.class || type == Double.class) {
      return DType.FLOAT64;
    } else if (type == int.class || type == Integer.class) {
      return DType.INT32;
    } else if (type == long.class || type == Long.class) {
      return DType.INT64;
    } else if (type == short.class || type == Short.class) {
      return DType.INT16;
    } else if (type == byte.class || type == Byte.class) {
      return DType.INT8;
    } else if (type == boolean.class || type == Boolean.class) {
      return DType.BOOL;
    } else if (type == String.class) {
      return DType.STRING;
    }
    throw new IllegalArgumentException(
        "Tensor.of: expected numbers, booleans, strings or arrays of them. Received: "
            + value.getClass().getSimpleName());
  }

  static Tensor toTensor(Object value) {
    if (value instanceof Tensor tensor) {
      return tensor;
    }
    DType dtype = dtypeOf(value);
    Shape shape = shapeOf(value);
    if (dtype == DType.STRING) {
      byte[][] strings = new byte[Math.toIntExact(shape.size())][];
      int[] next = {0};
      rows(
          value,
          row -> {
            for (int i = 0; i < length(row); i++) {
              String text = row instanceof String one ? one : ((String[]) row)[i];
              strings[next[0]++] = text.getBytes(StandardCharsets.UTF_8);
            }
          });
      return Tensor.ofStrings(shape, strings);
    }
    return Tensor.of(
        HostMemory.create(dtype, shape, data -> rows(value, new RowWriter(data)::write)));
  }

  private static Shape shapeOf(Object value) {
    Shape shape = Shape.SCALAR;
    for (Object level = value; level.getClass().isArray(); level = Array.get(level, 0)) {
      int length = Array.getLength(level);
      shape = shape.append(length);
      if (length == 0) {
        for (Class<?> c = level.getClass().getComponentType(); c.isArray(); ) {
          shape = shape.append(0);
          c = c.getComponentType();
        }
        break;
      }
    }
    check(value, shape, 0);
    return shape;
  }

  private static void check(Object level, Shape shape, int axis) {
    if (axis == shape.rank()) {
      return;
    }
    int length = Array.getLength(level);
    if (length != shape.get(axis)) {
      throw new IllegalArgumentException(
          "Tensor.of: all rows must have the same length. Received: rows of "
              + shape.get(axis)
              + " and of "
              + length
              + " elements at axis "
              + axis);
    }
    if (level instanceof Object[] rows) {
      for (Object row : rows) {
        check(row, shape, axis + 1);
      }
    }
  }

  /** Visits the innermost rows, or the single element, in order. */
  private static void rows(Object value, Consumer<Object> visit) {
    if (value instanceof Object[] rows && !(value instanceof String[])) {
      for (Object row : rows) {
        rows(row, visit);
      }
    } else {
      visit.accept(value);
    }
  }

  private static int length(Object row) {
    return row.getClass().isArray() ? Array.getLength(row) : 1;
  }

  /** Writes rows of primitives one behind the other. */
  private static final class RowWriter {
    private final Pointer data;
    private long at;

    RowWriter(Pointer data) {
      this.data = data;
    }

    void write(Object row) {
      int n = length(row);
      if (row instanceof float[] || row instanceof Float) {
        float[] values = row instanceof float[] array ? array : new float[] {(Float) row};
        new FloatPointer(data).position(at).put(values, 0, n);
      } else if (row instanceof double[] || row instanceof Double) {
        double[] values = row instanceof double[] array ? array : new double[] {(Double) row};
        new DoublePointer(data).position(at).put(values, 0, n);
      } else if (row instanceof int[] || row instanceof Integer) {
        int[] values = row instanceof int[] array ? array : new int[] {(Integer) row};
        new IntPointer(data).position(at).put(values, 0, n);
      } else if (row instanceof long[] || row instanceof Long) {
        long[] values = row instanceof long[] array ? array : new long[] {(Long) row};
        new LongPointer(data).position(at).put(values, 0, n);
      } else if (row instanceof short[] || row instanceof Short) {
        short[] values = row instanceof short[] array ? array : new short[] {(Short) row};
        new ShortPointer(data).position(at).put(values, 0, n);
      } else {
        new BytePointer(data).position(at).put(asBytes(row), 0, n);
      }
      at += n;
    }

    private static byte[] asBytes(Object row) {
      if (row instanceof byte[] bytes) {
        return bytes;
      }
      if (row instanceof boolean[] flags) {
        byte[] bytes = new byte[flags.length];
        for (int i = 0; i < flags.length; i++) {
          bytes[i] = (byte) (flags[i] ? 1 : 0);
        }
        return bytes;
      }
      return new byte[] {row instanceof Boolean flag ? (byte) (flag ? 1 : 0) : (Byte) row};
    }
  }

  static Tensor fromBuffer(Buffer values, Shape shape) {
    if (!shape.isKnown() || shape.size() != values.remaining()) {
      throw new IllegalArgumentException(
          "Tensor.of: a buffer of "
              + values.remaining()
              + " elements cannot have the shape "
              + shape);
    }
    int n = values.remaining();
    if (values instanceof FloatBuffer floats) {
      return create(DType.FLOAT32, shape, d -> floats(d, n).put(floats.duplicate()));
    } else if (values instanceof DoubleBuffer doubles) {
      return create(DType.FLOAT64, shape, d -> doubles(d, n).put(doubles.duplicate()));
    } else if (values instanceof IntBuffer ints) {
      return create(DType.INT32, shape, d -> ints(d, n).put(ints.duplicate()));
    } else if (values instanceof LongBuffer longs) {
      return create(DType.INT64, shape, d -> longs(d, n).put(longs.duplicate()));
    } else if (values instanceof ShortBuffer shorts) {
      return create(
          DType.INT16,
          shape,
          d -> new ShortPointer(d).capacity(n).asBuffer().put(shorts.duplicate()));
    } else if (values instanceof ByteBuffer bytes) {
      return create(DType.INT8, shape, d -> bytes(d, n).put(bytes.duplicate()));
    }
    throw new IllegalArgumentException(
        "Tensor.of: no dtype for a " + values.getClass().getSimpleName());
  }

  static Tensor fromBytes(DType dtype, Shape shape, ByteBuffer bytes) {
    long expected = shape.size() * dtype.size();
    if (dtype.size() == 0 || dtype == DType.STRING || expected != bytes.remaining()) {
      throw new IllegalArgumentException(
          "Tensor.ofBytes: a tensor of shape "
              + shape
              + " and dtype "
              + dtype
              + " needs "
              + expected
              + " bytes. Received: "
              + bytes.remaining());
    }
    return create(dtype, shape, d -> bytes(d, expected).put(bytes.duplicate()));
  }

  private static Tensor create(DType dtype, Shape shape, Consumer<Pointer> fill) {
    return Tensor.of(HostMemory.create(dtype, shape, fill));
  }

  private static FloatBuffer floats(Pointer data, long n) {
    return new FloatPointer(data).capacity(n).asBuffer();
  }

  private static DoubleBuffer doubles(Pointer data, long n) {
    return new DoublePointer(data).capacity(n).asBuffer();
  }

  private static IntBuffer ints(Pointer data, long n) {
    return new IntPointer(data).capacity(n).asBuffer();
  }

  private static LongBuffer longs(Pointer data, long n) {
    return new LongPointer(data).capacity(n).asBuffer();
  }

  private static ByteBuffer bytes(Pointer data, long n) {
    return new BytePointer(data).capacity(n).asBuffer().order(ByteOrder.nativeOrder());
  }

  // ---- out -----------------------------------------------------------------------------------

  /** Reads the elements in a type: converted by the native library if they have another. */
  private static <A> A read(
      NativeHandle handle, DType dtype, A array, BiConsumer<Pointer, A> reader) {
    if (handle.dtype() == dtype) {
      HostMemory.read(handle, data -> reader.accept(data, array));
      return array;
    }
    if (handle.dtype() == DType.STRING || handle.dtype().size() == 0) {
      throw new IllegalStateException(
          "A tensor of dtype " + handle.dtype() + " has no elements of type " + dtype);
    }
    try (NativeHandle cast = EagerCall.run("Cast", List.of(handle), Map.of("DstT", dtype)).get(0)) {
      HostMemory.read(cast, data -> reader.accept(data, array));
      return array;
    }
  }

  private static int count(NativeHandle handle) {
    return Math.toIntExact(handle.shape().size());
  }

  static float[] floats(Tensor tensor) {
    NativeHandle handle = tensor.handle();
    return read(
        handle, DType.FLOAT32, new float[count(handle)], (d, a) -> new FloatPointer(d).get(a));
  }

  static double[] doubles(Tensor tensor) {
    NativeHandle handle = tensor.handle();
    return read(
        handle, DType.FLOAT64, new double[count(handle)], (d, a) -> new DoublePointer(d).get(a));
  }

  static int[] ints(Tensor tensor) {
    NativeHandle handle = tensor.handle();
    return read(handle, DType.INT32, new int[count(handle)], (d, a) -> new IntPointer(d).get(a));
  }

  static long[] longs(Tensor tensor) {
    return longs(tensor.handle());
  }

  static long[] longs(NativeHandle handle) {
    return read(handle, DType.INT64, new long[count(handle)], (d, a) -> new LongPointer(d).get(a));
  }

  static boolean[] booleans(Tensor tensor) {
    NativeHandle handle = tensor.handle();
    byte[] bytes =
        read(handle, DType.BOOL, new byte[count(handle)], (d, a) -> new BytePointer(d).get(a));
    boolean[] flags = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      flags[i] = bytes[i] != 0;
    }
    return flags;
  }

  static List<String> strings(Tensor tensor) {
    if (tensor.dtype() != DType.STRING) {
      throw new IllegalStateException("strings: the tensor has dtype " + tensor.dtype());
    }
    return Arrays.stream(HostMemory.strings(tensor.handle()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  static ByteBuffer bytes(Tensor tensor) {
    if (tensor.dtype().size() == 0 || tensor.dtype() == DType.STRING) {
      throw new IllegalStateException("toBytes: the tensor has dtype " + tensor.dtype());
    }
    long n = tensor.handle().shape().size() * tensor.dtype().size();
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(n)).order(ByteOrder.nativeOrder());
    HostMemory.read(tensor.handle(), data -> out.put(bytes(data, n)));
    return out.flip();
  }

  static Object toArray(Tensor tensor) {
    Object flat =
        switch (tensor.dtype()) {
          case FLOAT64 -> doubles(tensor);
          case INT64, UINT32, UINT64 -> longs(tensor);
          case BOOL -> booleans(tensor);
          case STRING -> strings(tensor).toArray(String[]::new);
          case FLOAT32, FLOAT16, BFLOAT16 -> floats(tensor);
          case COMPLEX64, COMPLEX128, RESOURCE, VARIANT ->
              throw new IllegalStateException("toArray: the tensor has dtype " + tensor.dtype());
          default -> ints(tensor);
        };
    return nested(flat, tensor.shape(), 0, new int[1]);
  }

  private static Object nested(Object flat, Shape shape, int axis, int[] at) {
    if (axis == shape.rank()) {
      return Array.get(flat, at[0]++);
    }
    int length = Math.toIntExact(shape.get(axis));
    int[] dims = new int[shape.rank() - axis];
    dims[0] = length;
    Object array = Array.newInstance(flat.getClass().getComponentType(), dims);
    if (dims.length == 1) {
      System.arraycopy(flat, at[0], array, 0, length);
      at[0] += length;
      return array;
    }
    for (int i = 0; i < length; i++) {
      Array.set(array, i, nested(flat, shape, axis + 1, at));
    }
    return array;
  }
}

package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewTensorHandle;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleResolve;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_AllocateTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_StringDealloc;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TString_Copy;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TString_GetDataPointer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TString_GetSize;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TString_Init;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_TensorData;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_TString;
import org.tensorflow.internal.c_api.TF_Tensor;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;

/** Values from Java memory to native memory and back. */
public final class HostMemory {
  private HostMemory() {}

  /**
   * A new value.
   *
   * @param dtype its type, one with a size
   * @param shape its shape, fully known
   * @param fill writes the elements, row by row, to the address it is given; not called if there
   *     are none
   * @return the value
   */
  public static NativeHandle create(DType dtype, Shape shape, Consumer<Pointer> fill) {
    NativeRuntime.context();
    long bytes = Math.multiplyExact(shape.size(), (long) dtype.size());
    TF_Tensor tensor = TF_AllocateTensor(dtype.code(), shape.toArray(), shape.rank(), bytes);
    try {
      Pointer data = tensor == null ? null : TF_TensorData(tensor);
      if (bytes > 0 && data == null) {
        throw new OutOfMemoryError("No native memory for a tensor of shape " + shape);
      }
      if (bytes > 0) {
        fill.accept(data);
      }
      TF_Status status = Scratch.status();
      var handle = TFE_NewTensorHandle(tensor, status);
      Scratch.check(status);
      return new NativeHandle(handle, dtype, shape);
    } finally {
      TF_DeleteTensor(tensor);
    }
  }

  /**
   * Gives the address of a value's elements to a reader, brought to the host if they are elsewhere.
   *
   * @param value the value
   * @param reader reads the elements, row by row; not called if there are none
   */
  public static void read(NativeHandle value, Consumer<Pointer> reader) {
    TF_Tensor tensor = null;
    TFE_TensorHandle pointer = value.enter();
    try {
      TF_Status status = Scratch.status();
      tensor = TFE_TensorHandleResolve(pointer, status);
      Scratch.check(status);
      if (value.shape().size() > 0) {
        reader.accept(TF_TensorData(tensor));
      }
    } finally {
      value.leave();
      if (tensor != null) {
        TF_DeleteTensor(tensor);
      }
    }
  }

  /**
   * A new tensor of strings.
   *
   * @param shape its shape
   * @param values the strings' bytes, row by row
   * @return the value
   */
  public static NativeHandle ofStrings(Shape shape, byte[][] values) {
    TF_TString[] first = new TF_TString[1];
    NativeHandle raw =
        create(
            DType.STRING,
            shape,
            data -> {
              first[0] = new TF_TString(data);
              TF_TString one = new TF_TString(data);
              for (int i = 0; i < values.length; i++) {
                one.position(i);
                TF_TString_Init(one);
                try (BytePointer bytes = new BytePointer(Math.max(1, values[i].length))) {
                  bytes.put(values[i], 0, values[i].length);
                  TF_TString_Copy(one, bytes, values[i].length);
                }
              }
            });
    // Memory that is handed in is not cleaned up by TensorFlow string by string; a copy made by an
    // op is. So the strings are copied once and ours are freed.
    try {
      return EagerCall.run("StringJoin", List.of(List.of(raw)), Map.of()).get(0);
    } finally {
      if (first[0] != null) {
        for (int i = 0; i < values.length; i++) {
          TF_StringDealloc(first[0].position(i));
        }
      }
      raw.close();
    }
  }

  /**
   * The strings of a tensor.
   *
   * @param value a tensor of strings
   * @return their bytes, row by row
   */
  public static byte[][] strings(NativeHandle value) {
    byte[][] strings = new byte[Math.toIntExact(value.shape().size())][];
    read(
        value,
        data -> {
          TF_TString one = new TF_TString(data);
          for (int i = 0; i < strings.length; i++) {
            one.position(i);
            strings[i] = new byte[Math.toIntExact(TF_TString_GetSize(one))];
            TF_TString_GetDataPointer(one).get(strings[i]);
          }
        });
    return strings;
  }
}

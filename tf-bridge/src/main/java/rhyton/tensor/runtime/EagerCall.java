package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_DeleteOp;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_Execute;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewOp;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpAddInput;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpAddInputList;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrBool;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrFloat;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrFloatList;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrInt;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrIntList;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrShape;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrShapeList;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrString;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrStringList;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrType;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrTypeList;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_OpSetAttrValueProto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.tensorflow.internal.c_api.TFE_Op;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;

/** Runs one op, or one compiled function, at once. */
public final class EagerCall {
  private EagerCall() {}

  /**
   * Runs an op.
   *
   * @param type the op's name
   * @param inputs its inputs: each a {@link NativeHandle}, or a list of them where the op takes a
   *     list
   * @param attributes its attributes by name
   * @return its results
   * @throws TensorFlowException if TensorFlow refuses
   * @throws IllegalStateException if an input was closed
   */
  public static List<NativeHandle> run(
      String type, List<?> inputs, Map<String, Object> attributes) {
    return run(Scratch.name(type), inputs, attributes);
  }

  static List<NativeHandle> run(BytePointer type, List<?> inputs, Map<String, Object> attributes) {
    Scratch scratch = Scratch.get();
    TF_Status status = scratch.status;
    TFE_Op op = TFE_NewOp(NativeRuntime.context(), type, status);
    Scratch.check(status);
    try {
      Setter setter = null;
      for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
        setter = setter == null ? new Setter(op, status) : setter;
        setter.set(attribute.getKey(), attribute.getValue());
      }
      for (Object input : inputs) {
        if (input instanceof NativeHandle one) {
          add(op, one, status);
        } else {
          addList(op, (List<?>) input, status);
        }
      }
      return execute(op, scratch);
    } finally {
      TFE_DeleteOp(op);
    }
  }

  private static void add(TFE_Op op, NativeHandle input, TF_Status status) {
    TFE_TensorHandle pointer = input.enter();
    try {
      TFE_OpAddInput(op, pointer, status);
    } finally {
      input.leave();
    }
    Scratch.check(status);
  }

  private static void addList(TFE_Op op, List<?> inputs, TF_Status status) {
    int entered = 0;
    try (PointerPointer<Pointer> all = new PointerPointer<>(Math.max(1, inputs.size()))) {
      for (Object input : inputs) {
        all.put(entered, ((NativeHandle) input).enter());
        entered++;
      }
      TFE_OpAddInputList(op, all, inputs.size(), status);
    } finally {
      for (int i = 0; i < entered; i++) {
        ((NativeHandle) inputs.get(i)).leave();
      }
    }
    Scratch.check(status);
  }

  private static List<NativeHandle> execute(TFE_Op op, Scratch scratch) {
    scratch.count.put(0, Scratch.MAX_RESULTS);
    TFE_Execute(op, scratch.results, scratch.count, scratch.status);
    Scratch.check(scratch.status);
    int count = scratch.count.get(0);
    if (count == 1) {
      return List.of(new NativeHandle(new TFE_TensorHandle(scratch.results.get(0))));
    }
    List<NativeHandle> results = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      results.add(new NativeHandle(new TFE_TensorHandle(scratch.results.get(i))));
    }
    return results;
  }

  /** The attributes of an op that runs at once. */
  private static final class Setter extends Attributes {
    private final TFE_Op op;
    private final TF_Status status;

    Setter(TFE_Op op, TF_Status status) {
      this.op = op;
      this.status = status;
    }

    @Override
    void bool(BytePointer name, boolean value) {
      TFE_OpSetAttrBool(op, name, (byte) (value ? 1 : 0));
    }

    @Override
    void integer(BytePointer name, long value) {
      TFE_OpSetAttrInt(op, name, value);
    }

    @Override
    void number(BytePointer name, float value) {
      TFE_OpSetAttrFloat(op, name, value);
    }

    @Override
    void type(BytePointer name, int value) {
      TFE_OpSetAttrType(op, name, value);
    }

    @Override
    void string(BytePointer name, BytePointer value, long length) {
      TFE_OpSetAttrString(op, name, value, length);
    }

    @Override
    void shape(BytePointer name, long[] dims, int rank) {
      TFE_OpSetAttrShape(op, name, dims, rank, status);
      Scratch.check(status);
    }

    @Override
    void integers(BytePointer name, long[] values) {
      TFE_OpSetAttrIntList(op, name, values, values.length);
    }

    @Override
    void numbers(BytePointer name, float[] values) {
      TFE_OpSetAttrFloatList(op, name, values, values.length);
    }

    @Override
    void types(BytePointer name, int[] codes) {
      TFE_OpSetAttrTypeList(op, name, codes, codes.length);
    }

    @Override
    void strings(BytePointer name, PointerPointer<BytePointer> values, SizeTPointer sizes) {
      TFE_OpSetAttrStringList(op, name, values, sizes, (int) sizes.capacity());
    }

    @Override
    void shapes(BytePointer name, PointerPointer<LongPointer> dims, IntPointer ranks) {
      TFE_OpSetAttrShapeList(op, name, dims, ranks, (int) ranks.capacity(), status);
      Scratch.check(status);
    }

    @Override
    void tensor(BytePointer name, TF_Tensor value) {
      TFE_OpSetAttrTensor(op, name, value, status);
      Scratch.check(status);
    }

    @Override
    void proto(BytePointer name, BytePointer value, long length) {
      TFE_OpSetAttrValueProto(op, name, value, length, status);
      Scratch.check(status);
    }
  }
}

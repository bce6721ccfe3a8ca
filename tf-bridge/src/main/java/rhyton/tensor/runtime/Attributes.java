package rhyton.tensor.runtime;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NameAttrList;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;

/**
 * Sets attributes of an op from Java values: the one place that knows which Java type stands for
 * which kind of attribute.
 */
abstract class Attributes {
  /** The name of a function as an attribute, and who runs its ops; null for TensorFlow's choice. */
  record FunctionName(String name, String executor) {
    NameAttrList toProto() {
      NameAttrList.Builder proto = NameAttrList.newBuilder().setName(name);
      if (executor != null) {
        proto.putAttr(
            "_executor", AttrValue.newBuilder().setS(ByteString.copyFromUtf8(executor)).build());
      }
      return proto.build();
    }
  }

  abstract void bool(BytePointer name, boolean value);

  abstract void integer(BytePointer name, long value);

  abstract void number(BytePointer name, float value);

  abstract void type(BytePointer name, int value);

  abstract void string(BytePointer name, BytePointer value, long length);

  abstract void shape(BytePointer name, long[] dims, int rank);

  abstract void integers(BytePointer name, long[] values);

  abstract void numbers(BytePointer name, float[] values);

  abstract void types(BytePointer name, int[] codes);

  abstract void strings(BytePointer name, PointerPointer<BytePointer> values, SizeTPointer sizes);

  abstract void shapes(BytePointer name, PointerPointer<LongPointer> dims, IntPointer ranks);

  abstract void tensor(BytePointer name, TF_Tensor value);

  /** Any attribute, as bytes of an AttrValue. */
  abstract void proto(BytePointer name, BytePointer value, long length);

  final void set(String attribute, Object value) {
    BytePointer name = Scratch.name(attribute);
    if (value instanceof Boolean flag) {
      bool(name, flag);
    } else if (value instanceof Integer || value instanceof Long) {
      integer(name, ((Number) value).longValue());
    } else if (value instanceof Number number) {
      number(name, number.floatValue());
    } else if (value instanceof DType dtype) {
      type(name, dtype.code());
    } else if (value instanceof Shape shape) {
      shape(name, shape.hasRank() ? shape.toArray() : new long[0], shape.rank());
    } else if (value instanceof long[] integers) {
      integers(name, integers);
    } else if (value instanceof float[] numbers) {
      numbers(name, numbers);
    } else if (value instanceof TF_Tensor tensor) {
      tensor(name, tensor);
    } else {
      setText(name, attribute, value);
    }
  }

  private void setText(BytePointer name, String attribute, Object value) {
    if (value instanceof String text) {
      try (BytePointer bytes = bytes(text)) {
        string(name, bytes, length(text));
      }
    } else if (value instanceof FunctionName function) {
      setProto(name, AttrValue.newBuilder().setFunc(function.toProto()).build());
    } else if (value instanceof List<?> list) {
      setList(name, attribute, list);
    } else {
      throw new IllegalArgumentException("Attribute " + attribute + ": no form for " + value);
    }
  }

  private void setList(BytePointer name, String attribute, List<?> list) {
    if (list.stream().allMatch(DType.class::isInstance)) {
      types(name, list.stream().mapToInt(type -> ((DType) type).code()).toArray());
    } else if (list.stream().allMatch(String.class::isInstance)) {
      setStrings(name, list);
    } else if (list.stream().allMatch(Shape.class::isInstance)) {
      setShapes(name, list);
    } else if (list.stream().allMatch(FunctionName.class::isInstance)) {
      setFunctions(name, list);
    } else {
      throw new IllegalArgumentException("Attribute " + attribute + ": no form for " + list);
    }
  }

  private void setStrings(BytePointer name, List<?> texts) {
    BytePointer[] bytes = texts.stream().map(t -> bytes((String) t)).toArray(BytePointer[]::new);
    try (PointerPointer<BytePointer> all = new PointerPointer<>(bytes);
        SizeTPointer sizes = new SizeTPointer(bytes.length)) {
      for (int i = 0; i < bytes.length; i++) {
        sizes.put(i, length((String) texts.get(i)));
      }
      strings(name, all, sizes);
    } finally {
      for (BytePointer one : bytes) {
        one.close();
      }
    }
  }

  private void setFunctions(BytePointer name, List<?> functions) {
    AttrValue.Builder value = AttrValue.newBuilder();
    for (Object function : functions) {
      value.getListBuilder().addFunc(((FunctionName) function).toProto());
    }
    setProto(name, value.build());
  }

  private void setProto(BytePointer name, AttrValue value) {
    byte[] bytes = value.toByteArray();
    try (BytePointer pointer = new BytePointer(bytes)) {
      proto(name, pointer, bytes.length);
    }
  }

  private void setShapes(BytePointer name, List<?> list) {
    LongPointer[] dims = new LongPointer[list.size()];
    try (PointerPointer<LongPointer> all = new PointerPointer<>(Math.max(1, dims.length));
        IntPointer ranks = new IntPointer(Math.max(1, dims.length))) {
      for (int i = 0; i < dims.length; i++) {
        Shape shape = (Shape) list.get(i);
        dims[i] = new LongPointer(Math.max(1, shape.rank()));
        if (shape.rank() > 0) {
          dims[i].put(shape.toArray(), 0, shape.rank());
        }
        all.put(i, dims[i]);
        ranks.put(i, shape.rank());
      }
      shapes(name, all, ranks);
    } finally {
      for (LongPointer one : dims) {
        if (one != null) {
          one.close();
        }
      }
    }
  }

  private static BytePointer bytes(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new BytePointer(Math.max(1, utf8.length)).put(utf8, 0, utf8.length);
  }

  private static long length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

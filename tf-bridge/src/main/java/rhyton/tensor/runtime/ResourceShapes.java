package rhyton.tensor.runtime;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tensorflow.proto.TensorShapeProto;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;

/** What a resource holds, in the form in which the native library wants to know it. */
final class ResourceShapes {
  private ResourceShapes() {}

  /** The bytes of a CppShapeInferenceResult.HandleData. */
  static byte[] handleData(DType dtype, Shape shape) {
    TensorShapeProto.Builder dims = TensorShapeProto.newBuilder().setUnknownRank(!shape.hasRank());
    for (int i = 0; i < shape.rank(); i++) {
      dims.addDimBuilder().setSize(shape.get(i));
    }
    byte[] content =
        message(
            out -> {
              out.writeMessage(1, dims.build()); // HandleShapeAndType.shape
              out.writeEnum(2, dtype.code()); // HandleShapeAndType.dtype
            });
    return message(
        out -> {
          out.writeBool(1, true); // HandleData.is_set
          out.writeByteArray(2, content); // HandleData.shape_and_type
        });
  }

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      fields.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

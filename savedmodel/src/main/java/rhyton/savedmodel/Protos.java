package rhyton.savedmodel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.function.TensorSpec;

/** Types, shapes and attributes in TensorFlow's messages. */
final class Protos {
  private Protos() {}

  static FunctionDef functionDef(byte[] bytes) {
    try {
      return FunctionDef.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("The native library wrote a function that is none", e);
    }
  }

  static DataType type(DType dtype) {
    return DataType.forNumber(dtype.code());
  }

  static TensorShapeProto shape(Shape shape) {
    TensorShapeProto.Builder dims = TensorShapeProto.newBuilder().setUnknownRank(!shape.hasRank());
    for (int i = 0; i < shape.rank(); i++) {
      dims.addDimBuilder().setSize(shape.get(i));
    }
    return dims.build();
  }

  static Shape shape(TensorShapeProto shape) {
    return shape.getUnknownRank()
        ? Shape.UNKNOWN
        : Shape.of(shape.getDimList().stream().mapToLong(d -> Math.max(-1, d.getSize())).toArray());
  }

  static TensorInfo info(String tensor, TensorSpec spec) {
    return TensorInfo.newBuilder()
        .setName(tensor)
        .setDtype(type(spec.dtype()))
        .setTensorShape(shape(spec.shape()))
        .build();
  }

  static AttrValue attribute(DType dtype) {
    return AttrValue.newBuilder().setType(type(dtype)).build();
  }

  static AttrValue attribute(Shape shape) {
    return AttrValue.newBuilder().setShape(shape(shape)).build();
  }

  static AttrValue attribute(String text) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(text)).build();
  }

  static AttrValue function(String name) {
    return AttrValue.newBuilder().setFunc(NameAttrList.newBuilder().setName(name)).build();
  }

  static AttrValue types(List<DType> dtypes) {
    AttrValue.ListValue.Builder list = AttrValue.ListValue.newBuilder();
    dtypes.forEach(dtype -> list.addType(type(dtype)));
    return AttrValue.newBuilder().setList(list).build();
  }

  static AttrValue shapes(List<Shape> shapes) {
    AttrValue.ListValue.Builder list = AttrValue.ListValue.newBuilder();
    shapes.forEach(shape -> list.addShape(shape(shape)));
    return AttrValue.newBuilder().setList(list).build();
  }
}

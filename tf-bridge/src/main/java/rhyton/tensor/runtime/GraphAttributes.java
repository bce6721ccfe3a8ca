package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrBool;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrFloat;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrFloatList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrInt;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrIntList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrShape;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrShapeList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrString;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrStringList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrTypeList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetAttrValueProto;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.tensorflow.internal.c_api.TF_OperationDescription;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;

/** The attributes of an op of a graph. */
final class GraphAttributes extends Attributes {
  private final TF_OperationDescription op;
  private final TF_Status status;

  GraphAttributes(TF_OperationDescription op, TF_Status status) {
    this.op = op;
    this.status = status;
  }

  @Override
  void bool(BytePointer name, boolean value) {
    TF_SetAttrBool(op, name, (byte) (value ? 1 : 0));
  }

  @Override
  void integer(BytePointer name, long value) {
    TF_SetAttrInt(op, name, value);
  }

  @Override
  void number(BytePointer name, float value) {
    TF_SetAttrFloat(op, name, value);
  }

  @Override
  void type(BytePointer name, int value) {
    TF_SetAttrType(op, name, value);
  }

  @Override
  void string(BytePointer name, BytePointer value, long length) {
    TF_SetAttrString(op, name, value, length);
  }

  @Override
  void shape(BytePointer name, long[] dims, int rank) {
    TF_SetAttrShape(op, name, dims, rank);
  }

  @Override
  void integers(BytePointer name, long[] values) {
    TF_SetAttrIntList(op, name, values, values.length);
  }

  @Override
  void numbers(BytePointer name, float[] values) {
    TF_SetAttrFloatList(op, name, values, values.length);
  }

  @Override
  void types(BytePointer name, int[] codes) {
    TF_SetAttrTypeList(op, name, codes, codes.length);
  }

  @Override
  void strings(BytePointer name, PointerPointer<BytePointer> values, SizeTPointer sizes) {
    TF_SetAttrStringList(op, name, values, sizes, (int) sizes.capacity());
  }

  @Override
  void shapes(BytePointer name, PointerPointer<LongPointer> dims, IntPointer ranks) {
    TF_SetAttrShapeList(op, name, dims, ranks, (int) ranks.capacity());
  }

  @Override
  void tensor(BytePointer name, TF_Tensor value) {
    TF_SetAttrTensor(op, name, value, status);
    Scratch.check(status);
  }

  @Override
  void proto(BytePointer name, BytePointer value, long length) {
    TF_SetAttrValueProto(op, name, value, length, status);
    Scratch.check(status);
  }
}

package rhyton.tensor;

import java.util.Arrays;
import java.util.List;

/** TensorFlow ops in the forms in which several op families and gradient rules need them. */
final class Kernels {
  private Kernels() {}

  static Tensor cast(Tensor x, DType dtype) {
    return x.dtype() == dtype ? x : Op.of("Cast").in(x).attr("DstT", dtype).one();
  }

  static Tensor unary(String type, Tensor x) {
    return Op.of(type).in(x).one();
  }

  static Tensor binary(String type, Tensor a, Tensor b) {
    return Op.of(type).in(a).in(b).one();
  }

  /** An op on two arguments of a call, brought to one type. */
  static Tensor promoted(String type, OpCall call) {
    DType dtype = Promotion.of(call.arguments().subList(0, 2));
    return promoted(type, call, dtype);
  }

  /** An op on two arguments of a call, brought to one floating type. */
  static Tensor promotedFloat(String type, OpCall call) {
    DType dtype = Promotion.withFloat(Promotion.of(call.arguments().subList(0, 2)));
    return promoted(type, call, dtype);
  }

  private static Tensor promoted(String type, OpCall call, DType dtype) {
    return binary(
        type,
        Tensor.convert(call.arguments().get(0), dtype),
        Tensor.convert(call.arguments().get(1), dtype));
  }

  static Tensor reduce(String type, Tensor x, int[] axes, boolean keepdims) {
    return Op.of(type)
        .in(x)
        .ints(Arrays.stream(axes).asLongStream().toArray())
        .attr("keep_dims", keepdims)
        .one();
  }

  static Tensor reshape(Tensor x, long... dims) {
    return Op.of("Reshape").in(x).ints(dims).one();
  }

  static Tensor transpose(Tensor x, long... permutation) {
    return Op.of("Transpose").in(x).ints(permutation).one();
  }

  static Tensor concat(List<Tensor> parts, int axis) {
    return parts.size() == 1
        ? parts.get(0)
        : Op.of("ConcatV2").in(parts).in(Constants.integer(axis)).attr("N", parts.size()).one();
  }

  /** The shape of a tensor as a vector of 32-bit integers, known only when it runs. */
  static Tensor shapeOf(Tensor x) {
    return x.shape().isKnown()
        ? Constants.ints(x.shape().toArray())
        : Op.of("Shape").in(x).attr("out_type", DType.INT32).one();
  }

  static Tensor zerosLike(Tensor x) {
    return unary("ZerosLike", x);
  }

  static Tensor onesLike(Tensor x) {
    return unary("OnesLike", x);
  }

  /** A tensor of one number, of a shape that may be known only when it runs. */
  static Tensor fill(Tensor shape, Tensor number) {
    return Op.of("Fill").in(shape).in(number).one();
  }

  static Tensor select(Tensor condition, Tensor yes, Tensor no) {
    return Op.of("SelectV2").in(condition).in(yes).in(no).one();
  }
}

package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link TranscendentalOps}. */
final class Transcendental {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");
  private static final KerasOp.Family MATH = new KerasOp.Family("math");

  static final KerasOp SINH = NUMPY.op("Sinh", c -> unary("Sinh", c));
  static final KerasOp COSH = NUMPY.op("Cosh", c -> unary("Cosh", c));
  static final KerasOp ARCSIN = NUMPY.op("Arcsin", c -> unary("Asin", c));
  static final KerasOp ARCCOS = NUMPY.op("Arccos", c -> unary("Acos", c));
  static final KerasOp ARCTAN = NUMPY.op("Arctan", c -> unary("Atan", c));
  static final KerasOp ARCSINH = NUMPY.op("Arcsinh", c -> unary("Asinh", c));
  static final KerasOp ARCCOSH = NUMPY.op("Arccosh", c -> unary("Acosh", c));
  static final KerasOp ARCTANH = NUMPY.op("Arctanh", c -> unary("Atanh", c));
  static final KerasOp ERFC = MATH.op("Erfc", c -> unary("Erfc", c));
  static final KerasOp ERFINV = MATH.op("Erfinv", c -> in32("Erfinv", c));
  static final KerasOp I0 = NUMPY.op("I0", c -> in32("BesselI0", c));
  static final KerasOp ARCTAN2 = NUMPY.op("Arctan2", c -> Kernels.promotedFloat("Atan2", c));

  private Transcendental() {}

  static Collection<KerasOp> all() {
    List<KerasOp> all = new ArrayList<>(NUMPY.all());
    all.addAll(MATH.all());
    return all;
  }

  private static Tensor unary(String type, OpCall c) {
    return Kernels.unary(type, c.floating(0));
  }

  /** The kernel lacks the narrow types. */
  private static Tensor in32(String type, OpCall c) {
    Tensor x = c.floating(0);
    boolean narrow = x.dtype() == DType.FLOAT16 || x.dtype() == DType.BFLOAT16;
    Tensor wide = narrow ? Kernels.cast(x, DType.FLOAT32) : x;
    return Kernels.cast(Kernels.unary(type, wide), x.dtype());
  }
}

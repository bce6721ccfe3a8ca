package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link ElementwiseOps}. */
final class Elementwise {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");
  private static final KerasOp.Family MATH = new KerasOp.Family("math");
  private static final KerasOp.Family CORE = new KerasOp.Family("core");

  static final KerasOp NEGATIVE = NUMPY.op("Negative", c -> Kernels.unary("Neg", c.tensor(0)));
  static final KerasOp ABSOLUTE = NUMPY.op("Absolute", Elementwise::absolute);
  static final KerasOp SQUARE = NUMPY.op("Square", c -> Kernels.unary("Square", c.tensor(0)));
  static final KerasOp SQRT = NUMPY.op("Sqrt", c -> Kernels.unary("Sqrt", c.floating(0)));
  static final KerasOp RSQRT = MATH.op("Rsqrt", c -> Kernels.unary("Rsqrt", c.floating(0)));
  static final KerasOp EXP = NUMPY.op("Exp", c -> Kernels.unary("Exp", c.floating(0)));
  static final KerasOp EXPM1 = NUMPY.op("Expm1", c -> Kernels.unary("Expm1", c.floating(0)));
  static final KerasOp LOG = NUMPY.op("Log", c -> Kernels.unary("Log", c.floating(0)));
  static final KerasOp LOG1P = NUMPY.op("Log1p", c -> Kernels.unary("Log1p", c.floating(0)));
  static final KerasOp SIN = NUMPY.op("Sin", c -> Kernels.unary("Sin", c.floating(0)));
  static final KerasOp COS = NUMPY.op("Cos", c -> Kernels.unary("Cos", c.floating(0)));
  static final KerasOp TAN = NUMPY.op("Tan", c -> Kernels.unary("Tan", c.floating(0)));
  static final KerasOp TANH = NUMPY.op("Tanh", c -> Kernels.unary("Tanh", c.floating(0)));
  static final KerasOp SIGN = NUMPY.op("Sign", c -> Kernels.unary("Sign", c.tensor(0)));
  static final KerasOp FLOOR = NUMPY.op("Floor", c -> Kernels.unary("Floor", c.floating(0)));
  static final KerasOp CEIL = NUMPY.op("Ceil", c -> Kernels.unary("Ceil", c.floating(0)));
  static final KerasOp ERF = MATH.op("Erf", c -> Kernels.unary("Erf", c.floating(0)));
  static final KerasOp RECIPROCAL =
      NUMPY.op("Reciprocal", c -> Kernels.unary("Reciprocal", c.floating(0)));
  static final KerasOp LOGICAL_NOT =
      NUMPY.op(
          "LogicalNot", c -> Kernels.unary("LogicalNot", Kernels.cast(c.tensor(0), DType.BOOL)));
  static final KerasOp ISNAN = NUMPY.op("Isnan", c -> Kernels.unary("IsNan", c.floating(0)));
  static final KerasOp ISFINITE =
      NUMPY.op("Isfinite", c -> Kernels.unary("IsFinite", c.floating(0)));
  static final KerasOp ISINF = NUMPY.op("Isinf", c -> Kernels.unary("IsInf", c.floating(0)));
  static final KerasOp ROUND = NUMPY.op("Round", Elementwise::round, "decimals", 0);
  static final KerasOp CLIP = NUMPY.op("Clip", Elementwise::clip, "x_min", null, "x_max", null);
  static final KerasOp CAST =
      CORE.op(
          "Cast",
          c -> Kernels.cast(c.tensor(0), DType.of((String) c.option("dtype"))),
          "dtype",
          null);
  static final KerasOp STOP_GRADIENT =
      CORE.op("StopGradient", c -> Kernels.unary("StopGradient", c.tensor(0)));

  private Elementwise() {}

  static Collection<KerasOp> all() {
    List<KerasOp> all = new ArrayList<>(NUMPY.all());
    all.addAll(MATH.all());
    all.addAll(CORE.all());
    return all;
  }

  private static Tensor absolute(OpCall c) {
    Tensor x = c.tensor(0);
    return x.dtype() == DType.BOOL
        ? x
        : x.dtype().isComplex()
            ? Op.of("ComplexAbs")
                .in(x)
                .attr("Tout", x.dtype() == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64)
                .one()
            : Kernels.unary("Abs", x);
  }

  private static Tensor round(OpCall c) {
    Tensor x = c.tensor(0);
    int decimals = c.integer("decimals");
    if (decimals >= 0 && !x.dtype().isFloating()) {
      return x;
    }
    if (decimals == 0) {
      return Kernels.unary("Round", x);
    }
    Tensor factor = Constants.scalar(Math.pow(10, decimals), Promotion.withFloat(x.dtype()));
    Tensor scaled = Kernels.binary("Mul", c.floating(0), factor);
    return Kernels.cast(
        Kernels.binary("RealDiv", Kernels.unary("Round", scaled), factor), x.dtype());
  }

  /** With bounds of more than one number they broadcast, which the kernel does not know. */
  private static Tensor clip(OpCall c) {
    Tensor x = c.tensor(0);
    Tensor number = x.dtype() == DType.BOOL ? Kernels.cast(x, DType.INT32) : x;
    Tensor least = Tensor.convert(c.option("x_min"), number.dtype());
    Tensor most = Tensor.convert(c.option("x_max"), number.dtype());
    return least.rank() == 0 && most.rank() == 0
        ? Op.of("ClipByValue").in(number).in(least).in(most).one()
        : number.maximum(least).minimum(most);
  }
}

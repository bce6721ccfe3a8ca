package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link ArithmeticOps}. */
final class Arithmetic {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");

  static final KerasOp ADD = NUMPY.op("Add", c -> Kernels.promoted("AddV2", c));
  static final KerasOp SUBTRACT = NUMPY.op("Subtract", c -> Kernels.promoted("Sub", c));
  static final KerasOp MULTIPLY = NUMPY.op("Multiply", c -> Kernels.promoted("Mul", c));
  static final KerasOp DIVIDE = NUMPY.op("Divide", c -> Kernels.promotedFloat("RealDiv", c));
  static final KerasOp TRUE_DIVIDE =
      NUMPY.op("TrueDivide", c -> Kernels.promotedFloat("RealDiv", c));
  static final KerasOp DIVIDE_NO_NAN =
      NUMPY.op("DivideNoNan", c -> Kernels.promotedFloat("DivNoNan", c));
  static final KerasOp FLOOR_DIVIDE = NUMPY.op("FloorDivide", c -> Kernels.promoted("FloorDiv", c));
  static final KerasOp MOD = NUMPY.op("Mod", c -> Kernels.promoted("FloorMod", c));
  static final KerasOp POWER = NUMPY.op("Power", c -> Kernels.promoted("Pow", c));
  static final KerasOp MAXIMUM = NUMPY.op("Maximum", c -> Kernels.promoted("Maximum", c));
  static final KerasOp MINIMUM = NUMPY.op("Minimum", c -> Kernels.promoted("Minimum", c));
  static final KerasOp EQUAL = NUMPY.op("Equal", c -> Kernels.promoted("Equal", c));
  static final KerasOp NOT_EQUAL = NUMPY.op("NotEqual", c -> Kernels.promoted("NotEqual", c));
  static final KerasOp GREATER = NUMPY.op("Greater", c -> Kernels.promoted("Greater", c));
  static final KerasOp GREATER_EQUAL =
      NUMPY.op("GreaterEqual", c -> Kernels.promoted("GreaterEqual", c));
  static final KerasOp LESS = NUMPY.op("Less", c -> Kernels.promoted("Less", c));
  static final KerasOp LESS_EQUAL = NUMPY.op("LessEqual", c -> Kernels.promoted("LessEqual", c));
  static final KerasOp LOGICAL_AND = NUMPY.op("LogicalAnd", c -> logical("LogicalAnd", c));
  static final KerasOp LOGICAL_OR = NUMPY.op("LogicalOr", c -> logical("LogicalOr", c));
  static final KerasOp WHERE = NUMPY.op("Where", Arithmetic::where);

  private Arithmetic() {}

  static Collection<KerasOp> all() {
    return NUMPY.all();
  }

  private static Tensor logical(String type, OpCall c) {
    return Kernels.binary(
        type, Kernels.cast(c.tensor(0), DType.BOOL), Kernels.cast(c.tensor(1), DType.BOOL));
  }

  /** Without two values to choose from: the indices of what is true, one vector for each axis. */
  private static Object where(OpCall c) {
    Tensor condition = Kernels.cast(c.tensor(0), DType.BOOL);
    boolean bare = c.arguments().stream().skip(1).allMatch(x -> x == null);
    if (bare) {
      Tensor places = Op.of("Where").in(condition).one();
      return Kernels.transpose(Kernels.cast(places, DType.INT32), 1, 0).unstack(0);
    }
    if (c.arguments().size() < 3 || c.arguments().get(1) == null || c.arguments().get(2) == null) {
      throw new IllegalArgumentException("Where: `x1` and `x2` go together");
    }
    DType dtype = Promotion.of(c.arguments().subList(1, 3));
    return Kernels.select(
        condition,
        Tensor.convert(c.arguments().get(1), dtype),
        Tensor.convert(c.arguments().get(2), dtype));
  }
}

package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link ReductionOps}. */
final class Reductions {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");

  static final KerasOp SUM =
      NUMPY.op("Sum", c -> reduce("Sum", c, wide(c.tensor(0))), "axis", null, "keepdims", false);
  static final KerasOp PROD =
      NUMPY.op(
          "Prod",
          c -> reduce("Prod", c, wide(c.tensor(0))),
          "axis",
          null,
          "keepdims",
          false,
          "dtype",
          null);
  static final KerasOp MEAN =
      NUMPY.op("Mean", c -> reduce("Mean", c, c.floating(0)), "axis", null, "keepdims", false);
  static final KerasOp MAX =
      NUMPY.op("Max", c -> extreme("Max", c), "axis", null, "keepdims", false, "initial", null);
  static final KerasOp MIN =
      NUMPY.op("Min", c -> extreme("Min", c), "axis", null, "keepdims", false, "initial", null);
  static final KerasOp VAR = NUMPY.op("Var", Reductions::var, "axis", null, "keepdims", false);
  static final KerasOp STD =
      NUMPY.op("Std", c -> Kernels.unary("Sqrt", var(c)), "axis", null, "keepdims", false);
  static final KerasOp ANY =
      NUMPY.op("Any", c -> reduce("Any", c, truth(c)), "axis", null, "keepdims", false);
  static final KerasOp ALL =
      NUMPY.op("All", c -> reduce("All", c, truth(c)), "axis", null, "keepdims", false);
  static final KerasOp ARGMAX =
      NUMPY.op("Argmax", c -> arg("ArgMax", c), "axis", null, "keepdims", false);
  static final KerasOp ARGMIN =
      NUMPY.op("Argmin", c -> arg("ArgMin", c), "axis", null, "keepdims", false);
  static final KerasOp CUMSUM =
      NUMPY.op("Cumsum", c -> running("Cumsum", c), "axis", null, "dtype", null);
  static final KerasOp CUMPROD =
      NUMPY.op("Cumprod", c -> running("Cumprod", c), "axis", null, "dtype", null);

  private Reductions() {}

  static Collection<KerasOp> all() {
    return NUMPY.all();
  }

  /** The option {@code axis} as Keras writes it: null for all, one number, or several. */
  static Object axis(int... axes) {
    return axes.length == 0
        ? null
        : axes.length == 1 ? (Object) axes[0] : java.util.Arrays.stream(axes).boxed().toList();
  }

  private static Tensor reduce(String type, OpCall c, Tensor x) {
    return Kernels.reduce(type, x, c.axes(x.shape()), c.flag("keepdims"));
  }

  private static Tensor truth(OpCall c) {
    return Kernels.cast(c.tensor(0), DType.BOOL);
  }

  /** Sums of narrow whole numbers are 32-bit numbers. */
  private static Tensor wide(Tensor x) {
    return switch (x.dtype()) {
      case BOOL, INT8, INT16 -> Kernels.cast(x, DType.INT32);
      case UINT8, UINT16 -> Kernels.cast(x, DType.UINT32);
      default -> x;
    };
  }

  private static Tensor extreme(String type, OpCall c) {
    Tensor x = c.tensor(0);
    Tensor number = x.dtype() == DType.BOOL ? Kernels.cast(x, DType.INT32) : x;
    Tensor result = Kernels.cast(reduce(type, c, number), x.dtype());
    Object initial = c.option("initial");
    return initial == null
        ? result
        : Kernels.binary(
            type.equals("Max") ? "Maximum" : "Minimum",
            result,
            Tensor.convert(initial, result.dtype()));
  }

  private static Tensor var(OpCall c) {
    Tensor x = c.floating(0);
    boolean narrow = x.dtype() == DType.FLOAT16 || x.dtype() == DType.BFLOAT16;
    Tensor wide = narrow ? Kernels.cast(x, DType.FLOAT32) : x;
    int[] axes = c.axes(x.shape());
    Tensor mean = Kernels.reduce("Mean", wide, axes, true);
    Tensor squares = Kernels.unary("Square", Kernels.binary("Sub", wide, mean));
    return Kernels.cast(Kernels.reduce("Mean", squares, axes, c.flag("keepdims")), x.dtype());
  }

  private static Tensor arg(String type, OpCall c) {
    Tensor x = c.tensor(0);
    Tensor number = x.dtype() == DType.BOOL ? Kernels.cast(x, DType.UINT8) : x;
    Object axis = c.option("axis");
    Tensor line = axis == null ? Kernels.reshape(number, -1) : number;
    int at = axis == null ? 0 : x.shape().axis(((Number) axis).intValue());
    Tensor index =
        Op.of(type).in(line).in(Constants.integer(at)).attr("output_type", DType.INT32).one();
    if (!c.flag("keepdims")) {
      return index;
    }
    if (axis != null) {
      return Op.of("ExpandDims").in(index).in(Constants.integer(at)).one();
    }
    long[] ones = new long[x.rank()];
    java.util.Arrays.fill(ones, 1);
    return Kernels.reshape(index, ones);
  }

  private static Tensor running(String type, OpCall c) {
    Tensor x = c.tensor(0);
    Object dtype = c.option("dtype");
    Tensor wide =
        dtype == null
            ? x.dtype() == DType.BOOL ? Kernels.cast(x, DType.INT32) : x
            : Kernels.cast(x, DType.of((String) dtype));
    Object axis = c.option("axis");
    Tensor line = axis == null ? Kernels.reshape(wide, -1) : wide;
    int at = axis == null ? 0 : x.shape().axis(((Number) axis).intValue());
    return Op.of(type).in(line).in(Constants.integer(at)).one();
  }
}

package rhyton.tensor;

import java.util.Collection;
import java.util.List;

/** The ops behind {@link CreationOps}. */
final class Creations {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");

  static final KerasOp ZEROS_LIKE =
      NUMPY.op("ZerosLike", c -> Kernels.zerosLike(typed(c, c.tensor(0))), "dtype", null);
  static final KerasOp ONES_LIKE =
      NUMPY.op("OnesLike", c -> Kernels.onesLike(typed(c, c.tensor(0))), "dtype", null);
  static final KerasOp FULL_LIKE = NUMPY.op("FullLike", Creations::fullLike, "dtype", null);
  static final KerasOp FULL = NUMPY.op("Full", Creations::full, "shape", null, "dtype", null);
  static final KerasOp ARANGE = NUMPY.op("Arange", Creations::arange, "dtype", null);

  private Creations() {}

  static Collection<KerasOp> all() {
    return NUMPY.all();
  }

  private static DType dtype(OpCall c, DType otherwise) {
    Object name = c.option("dtype");
    return name == null ? otherwise : DType.of((String) name);
  }

  private static Tensor typed(OpCall c, Tensor x) {
    return Kernels.cast(x, dtype(c, x.dtype()));
  }

  private static Tensor fullLike(OpCall c) {
    Tensor x = c.tensor(0);
    Tensor value = Tensor.convert(c.arguments().get(1), dtype(c, x.dtype()));
    return Op.of("BroadcastTo").in(value).in(Kernels.shapeOf(x)).one();
  }

  private static Tensor full(OpCall c) {
    Tensor value = Tensor.convert(c.arguments().get(0), dtype(c, DType.FLOAT32));
    long[] shape = Axes.longs(c.option("shape"));
    return value.rank() == 0
        ? Kernels.fill(Constants.ints(shape), value)
        : Op.of("BroadcastTo").in(value).ints(shape).one();
  }

  private static Tensor arange(OpCall c) {
    List<Object> given = c.arguments();
    Object stop = given.size() > 1 ? given.get(1) : null;
    Object step = given.size() > 2 && given.get(2) != null ? given.get(2) : 1;
    Object first = stop == null ? 0 : given.get(0);
    Object last = stop == null ? given.get(0) : stop;
    DType dtype = dtype(c, Promotion.of(List.of(first, last, step)));
    boolean half = dtype == DType.FLOAT16 || dtype == DType.BFLOAT16;
    DType computed = dtype.isFloating() && !half ? dtype : half ? DType.FLOAT32 : wide(dtype);
    Tensor numbers =
        Op.of("Range")
            .in(Tensor.convert(first, computed))
            .in(Tensor.convert(last, computed))
            .in(Tensor.convert(step, computed))
            .one();
    return Kernels.cast(numbers, dtype);
  }

  private static DType wide(DType dtype) {
    return dtype == DType.INT64 || dtype == DType.UINT32 || dtype == DType.UINT64
        ? DType.INT64
        : DType.INT32;
  }
}

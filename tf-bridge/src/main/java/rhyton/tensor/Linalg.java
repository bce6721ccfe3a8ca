package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link LinalgOps}. */
final class Linalg {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");

  private static final KerasOp.Family LINALG = new KerasOp.Family("linalg");

  static final KerasOp MATMUL = NUMPY.op("Matmul", Linalg::matmul);

  static final KerasOp EINSUM = NUMPY.op("Einsum", Einsum::apply, "subscripts", null);

  static final KerasOp NORM =
      LINALG.op("Norm", Norms::norm, "ord", null, "axis", null, "keepdims", false);

  private Linalg() {}

  static Collection<KerasOp> all() {
    List<KerasOp> all = new ArrayList<>(NUMPY.all());
    all.addAll(LINALG.all());
    return all;
  }

  private static Tensor matmul(OpCall c) {
    DType common = Promotion.of(c.arguments());
    DType dtype = common == DType.INT8 || common == DType.INT16 ? DType.INT32 : common;
    Tensor a = Tensor.convert(c.arguments().get(0), dtype);
    Tensor b = Tensor.convert(c.arguments().get(1), dtype);
    boolean row = a.rank() == 1;
    boolean column = b.rank() == 1;
    Tensor left = row ? Kernels.reshape(a, 1, a.shape().get(0)) : a;
    Tensor right = column ? Kernels.reshape(b, b.shape().get(0), 1) : b;
    Tensor product = product(left, right);
    if (!row && !column) {
      return product;
    }
    long[] ones = row && column ? new long[] {-2, -1} : new long[] {row ? -2 : -1};
    return Op.of("Squeeze").in(product).attr("squeeze_dims", ones).one();
  }

  private static Tensor product(Tensor a, Tensor b) {
    if (a.rank() == 2 && b.rank() == 2) {
      return Kernels.binary("MatMul", a, b);
    }
    if (b.rank() != 2) {
      return Kernels.binary("BatchMatMulV2", a, b);
    }
    // One large product instead of many small ones.
    Tensor rows =
        Kernels.reshape(a, -1, a.shape().get(-1) < 0 ? b.shape().get(0) : a.shape().get(-1));
    Tensor product = Kernels.binary("MatMul", rows, b);
    Shape shape = a.shape().slice(0, -1).append(b.shape().get(1));
    long unknown = java.util.Arrays.stream(shape.toArray()).filter(d -> d < 0).count();
    if (unknown <= 1) {
      return Kernels.reshape(product, shape.toArray());
    }
    Tensor front = Op.of("Slice").in(Kernels.shapeOf(a)).ints(0).ints(a.rank() - 1).one();
    Tensor last = Op.of("Slice").in(Kernels.shapeOf(b)).ints(1).ints(1).one();
    return Op.of("Reshape").in(product).in(Kernels.concat(List.of(front, last), 0)).one();
  }
}

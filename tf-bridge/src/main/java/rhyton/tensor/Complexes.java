package rhyton.tensor;

import java.util.Collection;
import java.util.List;

/** The ops behind {@link ComplexOps}: complex numbers and their parts. */
final class Complexes {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");
  private static final KerasOp.Family MATH = new KerasOp.Family("math");

  static final KerasOp REAL = NUMPY.op("Real", c -> real(c.tensor(0)));
  static final KerasOp IMAG = NUMPY.op("Imag", c -> imag(c.tensor(0)));
  static final KerasOp CONJUGATE =
      NUMPY.op("Conjugate", c -> isReal(c) ? c.tensor(0) : Kernels.unary("Conj", c.tensor(0)));
  static final KerasOp ANGLE = NUMPY.op("Angle", Complexes::angle);
  static final KerasOp VIEW_AS_COMPLEX = MATH.op("ViewAsComplex", Complexes::viewAsComplex);
  static final KerasOp VIEW_AS_REAL = MATH.op("ViewAsReal", Complexes::viewAsReal);

  private Complexes() {}

  static Collection<KerasOp> all() {
    List<KerasOp> all = new java.util.ArrayList<>(NUMPY.all());
    all.addAll(MATH.all());
    return all;
  }

  private static boolean isReal(OpCall c) {
    return !c.tensor(0).dtype().isComplex();
  }

  private static DType half(DType complex) {
    return complex == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64;
  }

  /** A part of complex numbers as real ones. */
  private static Tensor part(String type, Tensor z) {
    return Op.of(type).in(z).attr("Tout", half(z.dtype())).one();
  }

  static Tensor real(Tensor x) {
    return x.dtype().isComplex() ? part("Real", x) : x;
  }

  static Tensor imag(Tensor x) {
    return x.dtype().isComplex() ? part("Imag", x) : Kernels.zerosLike(x);
  }

  /** Complex numbers from their two parts, in float32 or float64. */
  static Tensor of(Tensor real, Tensor imaginary) {
    DType dtype = Promotion.join(Promotion.join(real.dtype(), imaginary.dtype()), DType.FLOAT32);
    return Op.of("Complex")
        .in(Kernels.cast(real, dtype))
        .in(Kernels.cast(imaginary, dtype))
        .attr("Tout", dtype == DType.FLOAT64 ? DType.COMPLEX128 : DType.COMPLEX64)
        .one();
  }

  /** The parts of complex numbers, as Keras hands them out. */
  static List<Tensor> parts(Tensor z) {
    return List.of(real(z), imag(z));
  }

  private static Tensor angle(OpCall c) {
    Tensor x = c.floating(0);
    return x.dtype().isComplex()
        ? part("Angle", x)
        : Kernels.binary("Atan2", Kernels.zerosLike(x), x);
  }

  private static Tensor viewAsComplex(OpCall c) {
    Tensor x = c.tensor(0);
    if (x.rank() < 1 || x.shape().get(-1) != 2) {
      throw new IllegalArgumentException(
          "ViewAsComplex: the last axis must hold real and imaginary parts. Received: shape="
              + x.shape());
    }
    return of(x.getItem(Slice.ELLIPSIS, 0), x.getItem(Slice.ELLIPSIS, 1));
  }

  private static Tensor viewAsReal(OpCall c) {
    return ShapeOps.stack(parts(c.tensor(0)), -1);
  }
}

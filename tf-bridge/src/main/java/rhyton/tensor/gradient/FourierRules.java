package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/**
 * Gradients of Fourier transforms. They are linear, and each is, but for factors, the adjoint of
 * the one in the other direction.
 */
final class FourierRules {
  private FourierRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    for (int axes = 1; axes <= 2; axes++) {
      int n = axes;
      String name = n == 1 ? "" : n + "D";
      rules.put("FFT" + name, c -> c.give(0, () -> scaled(c, "IFFT" + name, n, true)));
      rules.put("IFFT" + name, c -> c.give(0, () -> scaled(c, "FFT" + name, n, false)));
      rules.put("RFFT" + name, c -> c.give(0, () -> ofReal(c, "IFFT" + name, n)));
      rules.put("IRFFT" + name, c -> c.give(0, () -> toReal(c, "RFFT" + name, n)));
    }
  }

  private static Tensor lastSides(Tensor x, int axes) {
    return Shapes.dynamic(x).getItem(Slice.of(-axes, null));
  }

  private static Tensor product(Tensor sides, DType dtype) {
    return Op.of("Prod").in(sides).in(Shapes.ints(0)).one().cast(dtype);
  }

  private static Tensor scaled(GradientContext c, String inverse, int axes, boolean larger) {
    Tensor y = Op.of(inverse).in(c.grad()).one();
    Tensor size = product(lastSides(y, axes), y.dtype());
    return larger ? y.multiply(size) : y.divide(size);
  }

  /** The coefficients that the transform of real numbers leaves out count as 0. */
  private static Tensor ofReal(GradientContext c, String inverse, int axes) {
    Tensor length = c.in(1);
    Tensor full = Op.of(inverse).in(fit(c.grad(), length, axes)).one();
    Tensor real = Op.of("Real").in(full).attr("Tout", c.in(0).dtype()).one();
    Tensor grown = real.multiply(product(length, real.dtype()));
    return fit(grown, lastSides(c.in(0), axes), axes);
  }

  /** Coefficients that stand for two, itself and its conjugate, count twice. */
  private static Tensor toReal(GradientContext c, String forward, int axes) {
    Tensor length = c.in(1);
    Tensor y = Op.of(forward).in(c.grad()).in(length).attr("Tcomplex", c.in(0).dtype()).one();
    Tensor last = length.getItem(-1);
    Tensor zero = Tensor.scalar(0, DType.INT32);
    Tensor one = Tensor.scalar(1, DType.INT32);
    Tensor place = Op.of("Range").in(zero).in(last.floorDivide(2).add(1)).in(one).one().multiply(2);
    Tensor alone = place.equal(0).logicalOr(place.equal(last));
    Tensor counts = Tensor.scalar(2, DType.INT32).subtract(alone.cast(DType.INT32));
    Tensor doubled = y.multiply(counts.cast(y.dtype())).divide(product(length, y.dtype()));
    return fit(doubled, lastSides(c.in(0), axes), axes);
  }

  /** The last axes cut, or filled up with zeros, to these sides. */
  private static Tensor fit(Tensor x, Tensor sides, int axes) {
    Tensor shape = Shapes.dynamic(x);
    Tensor front = shape.getItem(Slice.of(0, x.rank() - axes));
    Tensor own = lastSides(x, axes);
    Tensor zero = Tensor.scalar(0, DType.INT32);
    Tensor kept = ShapeRules.join(java.util.List.of(front, own.minimum(sides)), zero);
    Tensor cut = Op.of("Slice").in(x).in(shape.zerosLike()).in(kept).one();
    Tensor missing =
        ShapeRules.join(java.util.List.of(front.zerosLike(), sides.subtract(own).maximum(0)), zero);
    Tensor both =
        Op.of("Pack")
            .in(java.util.List.of(missing.zerosLike(), missing))
            .attr("N", 2)
            .attr("axis", 1)
            .one();
    return Op.of("Pad").in(cut).in(both).one();
  }
}

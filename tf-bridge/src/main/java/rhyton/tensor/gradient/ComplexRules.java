package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/**
 * Gradients between real and complex numbers. As in TensorFlow, the gradient of a real number by a
 * complex one is that by its real part plus i times that by its imaginary part.
 */
final class ComplexRules {
  private ComplexRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("Conj", c -> c.give(0, () -> GradientContext.conjugate(c.grad())));
    rules.put("Real", c -> c.give(0, () -> complex(c, c.grad(), zeros(c.grad()))));
    rules.put("Imag", c -> c.give(0, () -> complex(c, zeros(c.grad()), c.grad())));
    rules.put(
        "Complex",
        c -> {
          c.giveSummed(0, 1, () -> part("Real", c.grad()));
          c.giveSummed(1, 0, () -> part("Imag", c.grad()));
        });
    rules.put("ComplexAbs", ComplexRules::abs);
    rules.put("Angle", ComplexRules::angle);
  }

  private static Tensor zeros(Tensor x) {
    return Op.of("ZerosLike").in(x).one();
  }

  private static Tensor complex(GradientContext c, Tensor real, Tensor imaginary) {
    return complex(c.in(0).dtype(), real, imaginary);
  }

  private static Tensor complex(DType dtype, Tensor real, Tensor imaginary) {
    return Op.of("Complex").in(real).in(imaginary).attr("Tout", dtype).one();
  }

  private static Tensor part(String type, Tensor z) {
    DType dtype = z.dtype() == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64;
    return Op.of(type).in(z).attr("Tout", dtype).one();
  }

  /** The direction of z, nothing at 0. */
  private static void abs(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor length = Op.of("DivNoNan").in(c.grad()).in(c.out(0)).one();
          return complex(c, length, zeros(length)).multiply(c.in(0));
        });
  }

  /** Across the direction of z: i z / |z|². */
  private static void angle(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor real = part("Real", c.in(0));
          Tensor imaginary = part("Imag", c.in(0));
          Tensor square = real.square().add(imaginary.square());
          Tensor g = Op.of("DivNoNan").in(c.grad()).in(square).one();
          return complex(c, g.multiply(imaginary).negative(), g.multiply(real));
        });
  }
}

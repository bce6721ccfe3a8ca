package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.GradientCase.In;

/** Arithmetic and functions of single elements. */
final class ElementwiseCases {
  private ElementwiseCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    arithmetic(all);
    functions(all);
    rareOps(all);
    activations(all);
    choices(all);
    complex(all);
    return all;
  }

  private static GradientCase one(String name, UnaryOperator<Tensor> f, In x) {
    return of(name, in -> f.apply(in.get(0)), x);
  }

  private static GradientCase two(String name, BinaryOperator<Tensor> f, In x, In y) {
    return of(name, in -> f.apply(in.get(0), in.get(1)), x, y);
  }

  private static Tensor op(String type, Tensor... inputs) {
    Op op = Op.of(type);
    for (Tensor input : inputs) {
      op.in(input);
    }
    return op.one();
  }

  private static void arithmetic(List<GradientCase> all) {
    all.add(two("add", Tensor::add, In.of(2, 3), In.of(2, 3)).twice());
    all.add(two("add, a row", Tensor::add, In.of(2, 3), In.fixed(3)));
    all.add(two("add, a column", Tensor::add, In.of(2, 3), In.of(2, 1)));
    all.add(two("add, both repeat", Tensor::add, In.of(2, 1, 3), In.fixed(4, 1)));
    all.add(two("subtract", Tensor::subtract, In.fixed(3), In.of(2, 3)));
    all.add(two("multiply", Tensor::multiply, In.of(2, 3), In.fixed(3)).twice());
    all.add(one("multiply, itself", x -> x.multiply(x), In.of(2, 3)).twice());
    all.add(two("divide", Tensor::divide, In.of(2, 3), In.positive(2, 1)).twice());
    all.add(two("power", Tensor::power, In.positive(2, 3), In.fixed(3)).twice());
    all.add(one("power, constant", x -> x.power(3), In.of(2, 3)));
    all.add(
        two(
            "mod",
            Tensor::mod,
            In.values(Shape.of(3), 5.3, -2.2, 7.1),
            In.values(Shape.of(3), 2, 1.7, -3)));
    all.add(
        two(
            "AddN",
            (a, b) -> Op.of("AddN").in(List.of(a, b, a)).attr("N", 3).one(),
            In.of(2, 3),
            In.of(2, 3)));
    all.add(two("Add", (a, b) -> op("Add", a, b), In.of(2, 3), In.fixed(3)));
    all.add(two("DivNoNan", (a, b) -> op("DivNoNan", a, b), In.of(2, 3), In.positive(2, 1)));
    all.add(
        two("SquaredDifference", (a, b) -> op("SquaredDifference", a, b), In.of(2, 3), In.fixed(3))
            .twice());
    all.add(two("Atan2", (a, b) -> op("Atan2", a, b), In.of(2, 3), In.fixed(3)).twice());
    for (String type : List.of("Xlogy", "Xlog1py", "Xdivy")) {
      all.add(two(type, (a, b) -> op(type, a, b), In.of(2, 3), In.positive(2, 1)).twice());
    }
  }

  private static void functions(List<GradientCase> all) {
    In any = In.of(2, 3);
    In positive = In.positive(2, 3);
    all.add(one("negative", Tensor::negative, any));
    all.add(one("absolute", Tensor::absolute, any));
    all.add(one("square", Tensor::square, any).twice());
    all.add(one("sqrt", Tensor::sqrt, positive).twice());
    all.add(one("rsqrt", Tensor::rsqrt, positive).twice());
    all.add(one("reciprocal", Tensor::reciprocal, positive).twice());
    all.add(one("exp", Tensor::exp, any).twice());
    all.add(one("expm1", Tensor::expm1, any));
    all.add(one("log", Tensor::log, positive).twice());
    all.add(one("log1p", Tensor::log1p, positive));
    all.add(one("sin", Tensor::sin, any));
    all.add(one("cos", Tensor::cos, any));
    all.add(one("tan", Tensor::tan, In.inside(2, 3)));
    all.add(one("tanh", Tensor::tanh, any).twice());
    all.add(one("erf", Tensor::erf, any).twice());
  }

  private static void rareOps(List<GradientCase> all) {
    In any = In.of(2, 3);
    for (String type : List.of("Sinh", "Cosh", "Asinh", "Atan", "Erfc", "BesselI0e")) {
      all.add(one(type, x -> op(type, x), any));
    }
    for (String type : List.of("Asin", "Acos", "Atanh", "Erfinv")) {
      all.add(one(type, x -> op(type, x), In.inside(2, 3)).twice());
    }
    all.add(one("Acosh", x -> op("Acosh", x.add(1)), In.positive(2, 3)));
    all.add(one("Ndtri", x -> op("Ndtri", x.multiply(0.5)), In.values(Shape.of(3), 0.3, 1.1, 1.7)));
    for (String type : List.of("Lgamma", "Digamma", "Inv", "Identity", "PreventGradient")) {
      all.add(one(type, x -> op(type, x), In.positive(2, 3)));
    }
    all.add(one("cast", x -> part("Real", x.cast(DType.COMPLEX128).square()), any));
  }

  private static void activations(List<GradientCase> all) {
    In any = In.of(3, 4);
    all.add(one("relu", Tensor::relu, any).twice());
    all.add(one("relu6", x -> x.multiply(5).relu6(), any).twice());
    all.add(one("sigmoid", Tensor::sigmoid, any).twice());
    all.add(one("softplus", Tensor::softplus, any).twice());
    all.add(one("softsign", Tensor::softsign, any).twice());
    all.add(one("silu", Tensor::silu, any).twice());
    all.add(one("leaky relu", Tensor::leakyRelu, any).twice());
    all.add(one("elu", x -> x.elu(0.7), any).twice());
    all.add(one("selu", Tensor::selu, any).twice());
    all.add(one("gelu", Tensor::gelu, any).twice());
    all.add(one("exact gelu", x -> x.gelu(false), any).twice());
    all.add(one("celu", x -> x.celu(0.6), any));
    all.add(one("glu", Tensor::glu, any));
    all.add(one("soft shrink", Tensor::softShrink, any));
    all.add(one("squareplus", Tensor::squareplus, any));
    all.add(one("sparse plus", Tensor::sparsePlus, any));
    all.add(one("softmax", x -> x.softmax(), any).twice());
    all.add(one("softmax, first", x -> x.softmax(0), In.of(2, 3, 2)));
    all.add(one("softmax, two", x -> x.softmax(0, 2), In.of(2, 3, 2)));
    all.add(one("log softmax", x -> x.logSoftmax(-1), any).twice());
    all.add(one("sparsemax", Tensor::sparsemax, In.apart(2, 4)));
  }

  private static void choices(List<GradientCase> all) {
    all.add(two("maximum", Tensor::maximum, In.of(2, 3), In.fixed(3)).twice());
    all.add(two("minimum", Tensor::minimum, In.of(2, 3), In.of(2, 1)));
    all.add(
        two("where", (a, b) -> a.greater(0.1).where(a.square(), b), In.of(2, 3), In.fixed(3))
            .twice());
    all.add(one("clip", x -> x.clip(-0.5, 0.7), In.of(3, 4)));
    all.add(
        of(
            "clip, bounds",
            in -> op("ClipByValue", in.get(0), in.get(1), in.get(2)),
            In.of(3, 4),
            In.values(Shape.SCALAR, -0.4),
            In.values(Shape.SCALAR, 0.6)));
  }

  private static Tensor complex(Tensor real, Tensor imaginary) {
    return Op.of("Complex").in(real).in(imaginary).attr("Tout", DType.COMPLEX128).one();
  }

  private static Tensor part(String type, Tensor z) {
    return Op.of(type).in(z).attr("Tout", DType.FLOAT64).one();
  }

  private static void complex(List<GradientCase> all) {
    In a = In.of(2, 3);
    In b = In.positive(2, 3);
    all.add(
        two(
            "complex product",
            (x, y) -> part("Real", complex(x, y).multiply(complex(y, x.square()))),
            a,
            b));
    all.add(
        two("complex quotient", (x, y) -> part("Imag", complex(x, y).divide(complex(y, x))), a, b));
    all.add(two("complex exp", (x, y) -> part("Imag", complex(x, y).exp()), a, b));
    all.add(
        two(
            "Conj",
            (x, y) -> part("Imag", op("Conj", complex(x, y)).multiply(complex(x, x))),
            a,
            b));
    all.add(two("ComplexAbs", (x, y) -> part("ComplexAbs", complex(x, y)), a, b));
    all.add(two("Angle", (x, y) -> part("Angle", complex(x, y)), a, b));
    all.add(
        two(
            "complex matmul",
            (x, y) -> part("Real", complex(x, x).matmul(complex(y, x).transpose())),
            a,
            b));
  }
}

package rhyton.tensor.gradient;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of functions of one tensor's elements. */
final class ElementwiseRules {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private ElementwiseRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("Identity", c -> c.giveRows(0, c::rawGrad));
    rules.put("PreventGradient", c -> c.giveRows(0, c::rawGrad));
    rules.put("EnsureShape", c -> c.giveRows(0, c::rawGrad));
    rules.put("Cast", c -> c.give(0, () -> c.grad().cast(c.in(0).dtype())));
    powers(rules);
    exponentials(rules);
    angles(rules);
    special(rules);
  }

  private static void powers(Map<String, GradientRule> rules) {
    fromInput(rules, "Neg", (x, g) -> g.negative());
    fromInput(rules, "Abs", (x, g) -> g.multiply(x.sign()));
    fromInput(rules, "Square", (x, g) -> g.multiply(x).multiply(2));
    root(rules, "Sqrt", y -> y.square().reciprocal().multiply(-0.5));
    root(rules, "Rsqrt", y -> y.square().multiply(-1.5));
    fromOutput(rules, "Reciprocal", (y, g) -> g.multiply(y.square()).negative());
    fromOutput(rules, "Inv", (y, g) -> g.multiply(y.square()).negative());
  }

  /** The kernels of these gradients give 0 for a gradient of 0, even where the root is infinite. */
  private static void root(
      Map<String, GradientRule> rules, String type, UnaryOperator<Tensor> slopeOfSlope) {
    String grad = type + "Grad";
    rules.put(type, c -> c.give(0, () -> call(grad, c.out(0), c.grad())));
    rules.put(
        grad,
        c -> {
          c.give(0, () -> c.grad().multiply(c.in(1)).multiply(slopeOfSlope.apply(c.in(0))));
          c.give(1, () -> call(grad, c.in(0), c.grad()));
        });
  }

  private static void exponentials(Map<String, GradientRule> rules) {
    fromOutput(rules, "Exp", (y, g) -> g.multiply(y));
    fromInput(rules, "Expm1", (x, g) -> g.multiply(x.exp()));
    fromInput(rules, "Log", (x, g) -> g.divide(x));
    fromInput(rules, "Log1p", (x, g) -> g.divide(x.add(1)));
    fromInput(rules, "Sinh", (x, g) -> g.multiply(call("Cosh", x)));
    fromInput(rules, "Cosh", (x, g) -> g.multiply(call("Sinh", x)));
    fromOutput(rules, "Asinh", (y, g) -> g.divide(call("Cosh", y)));
    fromOutput(rules, "Acosh", (y, g) -> g.divide(call("Sinh", y)));
    fromInput(rules, "Atanh", (x, g) -> g.divide(x.square().negative().add(1)));
  }

  private static void angles(Map<String, GradientRule> rules) {
    fromInput(rules, "Sin", (x, g) -> g.multiply(x.cos()));
    fromInput(rules, "Cos", (x, g) -> g.multiply(x.sin()).negative());
    fromOutput(rules, "Tan", (y, g) -> g.multiply(y.square().add(1)));
    fromInput(rules, "Asin", (x, g) -> g.divide(x.square().negative().add(1).sqrt()));
    fromInput(rules, "Acos", (x, g) -> g.divide(x.square().negative().add(1).sqrt()).negative());
    fromInput(rules, "Atan", (x, g) -> g.divide(x.square().add(1)));
  }

  private static void special(Map<String, GradientRule> rules) {
    fromInput(rules, "Erf", (x, g) -> g.multiply(bell(x)));
    fromInput(rules, "Erfc", (x, g) -> g.multiply(bell(x)).negative());
    fromOutput(rules, "Erfinv", (y, g) -> g.divide(bell(y)));
    fromOutput(
        rules,
        "Ndtri",
        (y, g) -> g.multiply(y.square().multiply(0.5).exp()).multiply(Math.sqrt(2 * Math.PI)));
    fromInput(rules, "Lgamma", (x, g) -> g.multiply(call("Digamma", x)));
    fromInput(
        rules,
        "Digamma",
        (x, g) -> g.multiply(Op.of("Polygamma").in(Op.of("OnesLike").in(x).one()).in(x).one()));
  }

  /** The slope of the error function. */
  private static Tensor bell(Tensor x) {
    return x.square().negative().exp().multiply(TWO_OVER_ROOT_PI);
  }

  private static Tensor call(String type, Tensor x) {
    return Op.of(type).in(x).one();
  }

  private static Tensor call(String type, Tensor a, Tensor b) {
    return Op.of(type).in(a).in(b).one();
  }

  /** A rule from the input x and the gradient g of the output. */
  static void fromInput(
      Map<String, GradientRule> rules, String type, BiFunction<Tensor, Tensor, Tensor> rule) {
    rules.put(type, c -> c.give(0, () -> rule.apply(c.factor(0), c.grad())));
  }

  /** A rule from the output y and its gradient g. */
  static void fromOutput(
      Map<String, GradientRule> rules, String type, BiFunction<Tensor, Tensor, Tensor> rule) {
    rules.put(
        type, c -> c.give(0, () -> rule.apply(GradientContext.conjugate(c.out(0)), c.grad())));
  }
}

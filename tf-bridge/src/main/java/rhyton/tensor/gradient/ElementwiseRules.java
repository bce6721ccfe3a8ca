package rhyton.tensor.gradient;

import java.util.Map;
import java.util.function.BiFunction;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of functions of one tensor's elements. */
final class ElementwiseRules {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private ElementwiseRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("Identity", c -> c.giveRows(0, c::rawGrad));
    rules.put("PreventGradient", c -> c.giveRows(0, c::rawGrad));
    rules.put("Cast", c -> c.give(0, () -> c.grad().cast(c.in(0).dtype())));
    fromInput(rules, "Neg", (x, g) -> g.negative());
    fromInput(rules, "Abs", (x, g) -> g.multiply(x.sign()));
    fromInput(rules, "Square", (x, g) -> g.multiply(x).multiply(2));
    fromInput(rules, "Log", (x, g) -> g.divide(x));
    fromInput(rules, "Log1p", (x, g) -> g.divide(x.add(1)));
    fromInput(rules, "Sin", (x, g) -> g.multiply(x.cos()));
    fromInput(rules, "Cos", (x, g) -> g.multiply(x.sin()).negative());
    fromInput(
        rules, "Erf", (x, g) -> g.multiply(x.square().negative().exp()).multiply(TWO_OVER_ROOT_PI));
    fromInput(rules, "Expm1", (x, g) -> g.multiply(x.exp()));
    fromInput(rules, "Relu", (x, g) -> reluGrad(g, x));
    fromInput(rules, "Softplus", (x, g) -> g.multiply(x.sigmoid()));
    fromInput(rules, "Softsign", (x, g) -> g.divide(x.absolute().add(1).square()));
    fromInput(
        rules,
        "Relu6",
        (x, g) -> x.greater(0).logicalAnd(x.less(6)).where(g, Op.of("ZerosLike").in(g).one()));
    fromOutput(rules, "Exp", (y, g) -> g.multiply(y));
    fromOutput(rules, "Sqrt", (y, g) -> g.multiply(0.5).divide(y));
    fromOutput(rules, "Rsqrt", (y, g) -> g.multiply(-0.5).multiply(y.multiply(y).multiply(y)));
    fromOutput(rules, "Reciprocal", (y, g) -> g.multiply(y.square()).negative());
    fromOutput(rules, "Inv", (y, g) -> g.multiply(y.square()).negative());
    fromOutput(rules, "Tan", (y, g) -> g.multiply(y.square().add(1)));
    fromOutput(rules, "Tanh", (y, g) -> kernel("TanhGrad", y, g));
    fromOutput(rules, "Sigmoid", (y, g) -> kernel("SigmoidGrad", y, g));
    fromOutput(rules, "Elu", (y, g) -> kernel("EluGrad", g, y));
    fromOutput(rules, "Selu", (y, g) -> kernel("SeluGrad", g, y));
    rules.put("LeakyRelu", ElementwiseRules::leakyRelu);
    rules.put("TanhGrad", ElementwiseRules::tanhGrad);
    rules.put("SigmoidGrad", ElementwiseRules::sigmoidGrad);
    rules.put("ReluGrad", c -> c.give(0, () -> reluGrad(c.grad(), c.in(1))));
  }

  /** A rule from the input x and the gradient g of the output. */
  static void fromInput(
      Map<String, GradientRule> rules, String type, BiFunction<Tensor, Tensor, Tensor> rule) {
    rules.put(type, c -> c.give(0, () -> rule.apply(c.in(0), c.grad())));
  }

  /** A rule from the output y and its gradient g. */
  static void fromOutput(
      Map<String, GradientRule> rules, String type, BiFunction<Tensor, Tensor, Tensor> rule) {
    rules.put(type, c -> c.give(0, () -> rule.apply(c.out(0), c.grad())));
  }

  private static Tensor kernel(String type, Tensor a, Tensor b) {
    return Op.of(type).in(a).in(b).one();
  }

  private static Tensor reluGrad(Tensor gradient, Tensor features) {
    return kernel("ReluGrad", gradient, features);
  }

  private static void leakyRelu(GradientContext c) {
    c.give(
        0,
        () ->
            Op.of("LeakyReluGrad")
                .in(c.grad())
                .in(c.in(0))
                .attr("alpha", c.attr("alpha", (Object) 0.2f))
                .one());
  }

  /** TanhGrad(y, dy) = dy (1 - y²). */
  private static void tanhGrad(GradientContext c) {
    Tensor y = c.in(0);
    Tensor dy = c.in(1);
    c.give(0, () -> c.grad().multiply(dy).multiply(y).multiply(-2));
    c.give(1, () -> kernel("TanhGrad", y, c.grad()));
  }

  /** SigmoidGrad(y, dy) = dy y (1 - y). */
  private static void sigmoidGrad(GradientContext c) {
    Tensor y = c.in(0);
    Tensor dy = c.in(1);
    c.give(0, () -> c.grad().multiply(dy).multiply(y.multiply(-2).add(1)));
    c.give(1, () -> kernel("SigmoidGrad", y, c.grad()));
  }
}

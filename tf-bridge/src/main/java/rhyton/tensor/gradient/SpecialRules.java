package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of Bessel, gamma and beta functions. */
final class SpecialRules {
  private SpecialRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    ElementwiseRules.fromInput(rules, "BesselI0", (x, g) -> g.multiply(call("BesselI1", x)));
    ElementwiseRules.fromInput(
        rules,
        "BesselI0e",
        (x, g) ->
            g.multiply(call("BesselI1e", x).subtract(x.sign().multiply(call("BesselI0e", x)))));
    rules.put("BesselI1", c -> c.give(0, () -> slopeOfI1(c, "BesselI0", c.in(0).zerosLike())));
    rules.put("BesselI1e", c -> c.give(0, () -> slopeOfI1(c, "BesselI0e", c.in(0).sign())));
    rules.put("Polygamma", SpecialRules::polygamma);
    rules.put("Zeta", SpecialRules::zeta);
    rules.put("Igamma", c -> igamma(c, false));
    rules.put("Igammac", c -> igamma(c, true));
    rules.put("Betainc", SpecialRules::betainc);
  }

  private static Tensor call(String type, Tensor... inputs) {
    Op op = Op.of(type);
    for (Tensor input : inputs) {
      op.in(input);
    }
    return op.one();
  }

  /** I1' = I0 - I1 / x, 1/2 at 0; scaled by exp(-|x|), less the sign of x times I1. */
  private static Tensor slopeOfI1(GradientContext c, String i0, Tensor sign) {
    Tensor x = c.in(0);
    Tensor zero = x.equal(0);
    Tensor safe = zero.where(x.onesLike(), x);
    Tensor factor = sign.add(safe.reciprocal());
    Tensor slope = call(i0, safe).subtract(c.out(0).multiply(factor));
    return c.grad().multiply(zero.where(0.5, slope));
  }

  private static void polygamma(GradientContext c) {
    c.giveSummed(1, 0, () -> c.grad().multiply(call("Polygamma", c.in(0).add(1), c.in(1))));
    refuse(c, 0, "the order");
  }

  private static void zeta(GradientContext c) {
    Tensor x = c.in(0);
    c.giveSummed(
        1, 0, () -> c.grad().multiply(x.negative()).multiply(call("Zeta", x.add(1), c.in(1))));
    refuse(c, 0, "the exponent");
  }

  /** The slope by x is exp(-x) x^(a - 1) / Γ(a). */
  private static void igamma(GradientContext c, boolean upper) {
    Tensor a = c.in(0);
    Tensor x = c.in(1);
    Tensor g = upper ? c.grad().negative() : c.grad();
    c.giveSummed(0, 1, () -> g.multiply(call("IgammaGradA", a, x)));
    c.giveSummed(
        1,
        0,
        () -> {
          Tensor log = a.subtract(1).multiply(x.log()).subtract(x).subtract(call("Lgamma", a));
          return g.multiply(log.exp());
        });
  }

  /** The slope by x is x^(a - 1) (1 - x)^(b - 1) / B(a, b). */
  private static void betainc(GradientContext c) {
    Tensor a = c.in(0);
    Tensor b = c.in(1);
    Tensor x = c.in(2);
    refuse(c, 0, "a");
    refuse(c, 1, "b");
    c.give(
        2,
        () -> {
          Tensor beta = call("Lgamma", a).add(call("Lgamma", b)).subtract(call("Lgamma", a.add(b)));
          Tensor log =
              a.subtract(1)
                  .multiply(x.log())
                  .add(b.subtract(1).multiply(call("Log1p", x.negative())))
                  .subtract(beta);
          return Shapes.sumTo(c.grad().multiply(log.exp()), x, c.out(0));
        });
  }

  private static void refuse(GradientContext c, int input, String name) {
    if (c.needs(input)) {
      throw new UnsupportedOperationException(
          c.node().type() + ": there is no gradient by " + name + ". Use stopGradient() on it");
    }
  }
}

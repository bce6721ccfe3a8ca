package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of the arithmetic of two tensors, which may broadcast. */
final class ArithmeticRules {
  /** Set where the second input is the mean of the first over axes that are averaged next. */
  private static final String SECOND_IS_MEAN = "_second_is_mean";

  private ArithmeticRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("AddV2", ArithmeticRules::add);
    rules.put("Add", ArithmeticRules::add);
    rules.put("AddN", ArithmeticRules::addN);
    rules.put("Sub", ArithmeticRules::sub);
    rules.put("Mul", ArithmeticRules::mul);
    rules.put("RealDiv", ArithmeticRules::realDiv);
    rules.put("DivNoNan", ArithmeticRules::divNoNan);
    rules.put("FloorMod", c -> remainder(c, true));
    rules.put("TruncateMod", c -> remainder(c, false));
    rules.put("Mod", c -> remainder(c, false));
    rules.put("Pow", ArithmeticRules::pow);
    rules.put("Atan2", ArithmeticRules::atan2);
    rules.put("Xlogy", ArithmeticRules::xlogy);
    rules.put("Xlog1py", ArithmeticRules::xlog1py);
    rules.put("Xdivy", ArithmeticRules::xdivy);
    rules.put("Maximum", c -> larger(c, "GreaterEqual"));
    rules.put("Minimum", c -> larger(c, "LessEqual"));
    rules.put("SquaredDifference", ArithmeticRules::squaredDifference);
    rules.put("SelectV2", ArithmeticRules::select);
    rules.put("ClipByValue", ArithmeticRules::clip);
  }

  private static void add(GradientContext c) {
    c.giveSummed(0, 1, c::grad);
    c.giveSummed(1, 0, c::grad);
  }

  private static void addN(GradientContext c) {
    for (int i = 0; i < c.inputs(); i++) {
      c.give(i, c::grad);
    }
  }

  private static void sub(GradientContext c) {
    c.giveSummed(0, 1, c::grad);
    c.giveSummed(1, 0, () -> c.grad().negative());
  }

  private static void mul(GradientContext c) {
    c.giveSummed(0, 1, () -> c.grad().multiply(c.factor(1)));
    c.giveSummed(1, 0, () -> c.grad().multiply(c.factor(0)));
  }

  private static void realDiv(GradientContext c) {
    c.giveSummed(0, 1, () -> c.grad().divide(c.factor(1)));
    c.giveSummed(
        1,
        0,
        () ->
            c.grad().multiply(GradientContext.conjugate(c.out(0))).divide(c.factor(1)).negative());
  }

  private static void divNoNan(GradientContext c) {
    c.giveSummed(0, 1, () -> c.grad().divideNoNan(c.in(1)));
    c.giveSummed(1, 0, () -> c.grad().multiply(c.out(0)).divideNoNan(c.in(1)).negative());
  }

  /** x - y · quotient, where the quotient is rounded and does not move. */
  private static void remainder(GradientContext c, boolean floor) {
    c.giveSummed(0, 1, c::grad);
    c.giveSummed(
        1,
        0,
        () -> {
          Tensor quotient = c.in(0).divide(c.in(1));
          Tensor down = quotient.absolute().floor();
          Tensor rounded = floor ? quotient.floor() : quotient.sign().multiply(down);
          return c.grad().multiply(rounded).negative();
        });
  }

  private static void pow(GradientContext c) {
    Tensor x = c.in(0);
    Tensor y = c.in(1);
    c.giveSummed(0, 1, () -> c.grad().multiply(y).multiply(x.power(y.subtract(1))));
    c.giveSummed(
        1,
        0,
        () -> {
          Tensor zeros = Op.of("ZerosLike").in(x).one();
          Tensor positive = x.greater(0);
          Tensor safe = positive.where(x, Op.of("OnesLike").in(x).one());
          return c.grad().multiply(c.out(0)).multiply(positive.where(safe.log(), zeros));
        });
  }

  /** The angle of the point (x, y). */
  private static void atan2(GradientContext c) {
    Tensor y = c.in(0);
    Tensor x = c.in(1);
    Tensor g = c.grad().divide(x.square().add(y.square()));
    c.giveSummed(0, 1, () -> g.multiply(x));
    c.giveSummed(1, 0, () -> g.multiply(y).negative());
  }

  private static Tensor binary(String type, Tensor a, Tensor b) {
    return Op.of(type).in(a).in(b).one();
  }

  /** 1 where x is not 0: there Xlogy and its like are the products that they are called after. */
  private static Tensor counts(Tensor x) {
    return x.notEqual(0).cast(x.dtype());
  }

  private static void xlogy(GradientContext c) {
    Tensor x = c.in(0);
    Tensor y = c.in(1);
    c.giveSummed(0, 1, () -> c.grad().multiply(binary("Xlogy", counts(x), y)));
    c.giveSummed(1, 0, () -> c.grad().multiply(binary("Xdivy", x, y)));
  }

  private static void xlog1py(GradientContext c) {
    Tensor x = c.in(0);
    Tensor y = c.in(1);
    c.giveSummed(0, 1, () -> c.grad().multiply(binary("Xlog1py", counts(x), y)));
    c.giveSummed(1, 0, () -> c.grad().multiply(binary("Xdivy", x, y.add(1))));
  }

  private static void xdivy(GradientContext c) {
    Tensor x = c.in(0);
    Tensor y = c.in(1);
    c.giveSummed(0, 1, () -> c.grad().multiply(binary("Xdivy", counts(x), y)));
    c.giveSummed(1, 0, () -> c.grad().multiply(binary("Xdivy", x.negative(), y.square())));
  }

  /** Of equal elements the first gets all of the gradient. */
  private static void larger(GradientContext c, String comparison) {
    Tensor first = Op.of(comparison).in(c.in(0)).in(c.in(1)).one();
    Tensor zeros = Op.of("ZerosLike").in(c.grad()).one();
    c.giveSummed(0, 1, () -> first.where(c.grad(), zeros));
    c.giveSummed(1, 0, () -> first.where(zeros, c.grad()));
  }

  /** If the second is the mean of the first, and the result is averaged, its gradient is zero. */
  private static void squaredDifference(GradientContext c) {
    Tensor twice = c.grad().multiply(c.in(0).subtract(c.in(1))).multiply(2);
    c.giveSummed(0, 1, () -> twice);
    if (!c.attr(SECOND_IS_MEAN, false)) {
      c.giveSummed(1, 0, () -> twice.negative());
    }
  }

  private static void select(GradientContext c) {
    Tensor zeros = Op.of("ZerosLike").in(c.grad()).one();
    c.give(1, () -> Shapes.sumTo(c.in(0).where(c.grad(), zeros), c.in(1), c.out(0)));
    c.give(2, () -> Shapes.sumTo(c.in(0).where(zeros, c.grad()), c.in(2), c.out(0)));
  }

  /** At the bounds the gradient passes. */
  private static void clip(GradientContext c) {
    Tensor x = c.in(0);
    Tensor below = x.less(c.in(1));
    Tensor above = x.greater(c.in(2));
    Tensor zeros = Op.of("ZerosLike").in(c.grad()).one();
    c.give(0, () -> below.logicalOr(above).where(zeros, c.grad()));
    c.give(1, () -> Shapes.sumTo(below.where(c.grad(), zeros), c.in(1), x));
    c.give(2, () -> Shapes.sumTo(above.where(c.grad(), zeros), c.in(2), x));
  }
}

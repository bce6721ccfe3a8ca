package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of the arithmetic of two tensors, which may broadcast. */
final class ArithmeticRules {
  private ArithmeticRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("AddV2", ArithmeticRules::add);
    rules.put("Add", ArithmeticRules::add);
    rules.put("AddN", ArithmeticRules::addN);
    rules.put("Sub", ArithmeticRules::sub);
    rules.put("Mul", ArithmeticRules::mul);
    rules.put("RealDiv", ArithmeticRules::realDiv);
    rules.put("DivNoNan", ArithmeticRules::divNoNan);
    rules.put("FloorMod", ArithmeticRules::floorMod);
    rules.put("Pow", ArithmeticRules::pow);
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
    c.giveSummed(0, 1, () -> c.grad().multiply(c.in(1)));
    c.giveSummed(1, 0, () -> c.grad().multiply(c.in(0)));
  }

  private static void realDiv(GradientContext c) {
    c.giveSummed(0, 1, () -> c.grad().divide(c.in(1)));
    c.giveSummed(1, 0, () -> c.grad().multiply(c.out(0)).divide(c.in(1)).negative());
  }

  private static void divNoNan(GradientContext c) {
    c.giveSummed(0, 1, () -> c.grad().divideNoNan(c.in(1)));
    c.giveSummed(1, 0, () -> c.grad().multiply(c.out(0)).divideNoNan(c.in(1)).negative());
  }

  private static void floorMod(GradientContext c) {
    c.giveSummed(0, 1, c::grad);
    c.giveSummed(
        1, 0, () -> c.grad().multiply(Op.of("FloorDiv").in(c.in(0)).in(c.in(1)).one()).negative());
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

  /** Of equal elements the first gets all of the gradient. */
  private static void larger(GradientContext c, String comparison) {
    Tensor first = Op.of(comparison).in(c.in(0)).in(c.in(1)).one();
    Tensor zeros = Op.of("ZerosLike").in(c.grad()).one();
    c.giveSummed(0, 1, () -> first.where(c.grad(), zeros));
    c.giveSummed(1, 0, () -> first.where(zeros, c.grad()));
  }

  private static void squaredDifference(GradientContext c) {
    Tensor twice = c.grad().multiply(c.in(0).subtract(c.in(1))).multiply(2);
    c.giveSummed(0, 1, () -> twice);
    c.giveSummed(1, 0, () -> twice.negative());
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

  /** Truth values as numbers of a type. */
  static Tensor indicator(Tensor condition, DType dtype) {
    return condition.cast(dtype);
  }
}

package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/**
 * Gradients of activation functions, and of the kernels that compute these gradients: those are
 * linear in the gradient g that comes in, so their own gradient by g is the same kernel.
 */
final class ActivationRules {
  private ActivationRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    ofFeatures(rules, "Relu", "ReluGrad");
    ofFeatures(rules, "Relu6", "Relu6Grad");
    rules.put("LeakyRelu", c -> c.give(0, () -> leaky(c, c.in(0))));
    rules.put("LeakyReluGrad", c -> c.give(0, () -> leaky(c, c.in(1))));
    ofOutput(rules, "Elu", "EluGrad");
    ofOutput(rules, "Selu", "SeluGrad");
    ElementwiseRules.fromInput(rules, "Softplus", (x, g) -> g.multiply(x.sigmoid()));
    ElementwiseRules.fromInput(rules, "Softsign", (x, g) -> g.divide(x.absolute().add(1).square()));
    ElementwiseRules.fromOutput(rules, "Tanh", (y, g) -> kernel("TanhGrad", y, g));
    ElementwiseRules.fromOutput(rules, "Sigmoid", (y, g) -> kernel("SigmoidGrad", y, g));
    rules.put("TanhGrad", ActivationRules::tanhGrad);
    rules.put("SigmoidGrad", ActivationRules::sigmoidGrad);
    rules.put("Softmax", ActivationRules::softmax);
    rules.put("LogSoftmax", ActivationRules::logSoftmax);
  }

  private static Tensor kernel(String type, Tensor a, Tensor b) {
    return Op.of(type).in(a).in(b).one();
  }

  /** A gradient of straight pieces, which depends on where the input lies. */
  private static void ofFeatures(Map<String, GradientRule> rules, String type, String grad) {
    rules.put(type, c -> c.give(0, () -> kernel(grad, c.grad(), c.in(0))));
    rules.put(grad, c -> c.give(0, () -> kernel(grad, c.grad(), c.in(1))));
  }

  /** A gradient that is g (y + constant) below zero and g times a constant above. */
  private static void ofOutput(Map<String, GradientRule> rules, String type, String grad) {
    rules.put(type, c -> c.give(0, () -> kernel(grad, c.grad(), c.out(0))));
    rules.put(
        grad,
        c -> {
          Tensor g = c.in(0);
          Tensor y = c.in(1);
          c.give(0, () -> kernel(grad, c.grad(), y));
          c.give(1, () -> y.less(0).where(c.grad().multiply(g), Op.of("ZerosLike").in(y).one()));
        });
  }

  private static Tensor leaky(GradientContext c, Tensor features) {
    return Op.of("LeakyReluGrad")
        .in(c.grad())
        .in(features)
        .attr("alpha", c.attr("alpha", (Object) 0.2f))
        .one();
  }

  /** TanhGrad(y, g) = g (1 - y²). */
  private static void tanhGrad(GradientContext c) {
    Tensor y = c.in(0);
    Tensor g = c.in(1);
    c.give(0, () -> c.grad().multiply(g).multiply(y).multiply(-2));
    c.give(1, () -> kernel("TanhGrad", y, c.grad()));
  }

  /** SigmoidGrad(y, g) = g y (1 - y). */
  private static void sigmoidGrad(GradientContext c) {
    Tensor y = c.in(0);
    Tensor g = c.in(1);
    c.give(0, () -> c.grad().multiply(g).multiply(y.multiply(-2).add(1)));
    c.give(1, () -> kernel("SigmoidGrad", y, c.grad()));
  }

  private static void softmax(GradientContext c) {
    c.give(0, () -> ofSoftmax(c.grad(), c.out(0)));
  }

  /** A gradient of softmax y passed to its input: (g - sum(g y)) y. */
  static Tensor ofSoftmax(Tensor gradient, Tensor y) {
    return gradient.subtract(gradient.multiply(y).sum(true, -1)).multiply(y);
  }

  private static void logSoftmax(GradientContext c) {
    c.give(0, () -> c.grad().subtract(c.out(0).exp().multiply(c.grad().sum(true, -1))));
  }
}

package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.Tensor;

/**
 * Gradients of the two kernels that compute softmax and cross-entropy at once. Their second output
 * is the gradient with respect to the logits.
 */
final class CrossEntropyRules {
  private CrossEntropyRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("SparseSoftmaxCrossEntropyWithLogits", CrossEntropyRules::sparse);
    rules.put("SoftmaxCrossEntropyWithLogits", CrossEntropyRules::dense);
  }

  private static void sparse(GradientContext c) {
    c.give(0, () -> logits(c));
  }

  private static void dense(GradientContext c) {
    c.give(0, () -> logits(c));
    c.give(1, () -> rows(c.grad()).multiply(c.in(0).logSoftmax(-1).negative()));
  }

  private static Tensor logits(GradientContext c) {
    Tensor first = rows(c.grad()).multiply(c.out(1));
    return c.hasGrad(1) ? first.add(second(c)) : first;
  }

  /** What the gradient itself depends on: softmax, and the labels as constants. */
  private static Tensor second(GradientContext c) {
    Tensor softmax = c.in(0).softmax(-1);
    Tensor inner = c.grad(1).multiply(softmax).sum(true, -1);
    return c.grad(1).subtract(inner).multiply(softmax);
  }

  private static Tensor rows(Tensor perRow) {
    return perRow.expandDims(-1);
  }
}

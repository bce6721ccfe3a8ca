package rhyton.tensor.gradient;

import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/**
 * Gradients of crossentropies. Their kernels give the gradient by the logits as a second output,
 * softmax less target, through which gradients of second order pass.
 */
final class LossRules {
  private LossRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put(
        "SoftmaxCrossEntropyWithLogits",
        c -> {
          logits(c);
          c.give(1, () -> labels(c));
        });
    rules.put("SparseSoftmaxCrossEntropyWithLogits", LossRules::logits);
    rules.put("CTCLoss", LossRules::ctc);
    rules.put("L2Loss", c -> c.give(0, () -> c.grad().multiply(c.in(0))));
  }

  private static void logits(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor first = column(c.grad()).multiply(c.out(1));
          return c.hasGrad(1)
              ? first.add(ActivationRules.ofSoftmax(c.grad(1), Op.of("Softmax").in(c.in(0)).one()))
              : first;
        });
  }

  private static Tensor labels(GradientContext c) {
    Tensor logs = Op.of("LogSoftmax").in(c.in(0)).one();
    Tensor first = column(c.grad()).multiply(logs).negative();
    return c.hasGrad(1) ? first.subtract(c.grad(1)) : first;
  }

  private static Tensor column(Tensor perRow) {
    return perRow.expandDims(-1);
  }

  /** The second output is the gradient: (steps, batch, classes). */
  private static void ctc(GradientContext c) {
    if (c.hasGrad(1)) {
      throw new UnsupportedOperationException("CTCLoss: its gradient has no gradient");
    }
    c.give(0, () -> c.grad().expandDims(-1).multiply(c.out(1)));
  }
}

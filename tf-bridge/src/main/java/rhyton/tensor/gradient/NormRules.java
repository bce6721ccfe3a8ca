package rhyton.tensor.gradient;

import java.util.List;
import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/**
 * Gradients of the kernel that normalizes batches, as files of TensorFlow have it. Its gradient
 * kernel has no gradient of its own: that one is taken of the same formula put together from ops.
 */
final class NormRules {
  private NormRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("FusedBatchNormV3", NormRules::batchNorm);
    rules.put("FusedBatchNormGradV3", NormRules::batchNormGrad);
  }

  private static boolean isTraining(GradientContext c) {
    return c.attr("is_training", true);
  }

  private static double epsilon(GradientContext c) {
    return ((Number) c.attr("epsilon", (Object) 1e-4)).doubleValue();
  }

  /** All axes but that of the channels. */
  private static int[] axes(GradientContext c) {
    return c.attr("data_format", "NHWC").equals("NHWC") ? new int[] {0, 1, 2} : new int[] {0, 2, 3};
  }

  /** One number for each channel, as it broadcasts. */
  private static Tensor spread(GradientContext c, Tensor perChannel) {
    return c.attr("data_format", "NHWC").equals("NHWC")
        ? perChannel
        : perChannel.reshape(1, -1, 1, 1);
  }

  private static void batchNorm(GradientContext c) {
    if (c.hasGrad(1) || c.hasGrad(2)) {
      throw new UnsupportedOperationException(
          "FusedBatchNormV3: mean and variance have no gradient");
    }
    if (!isTraining(c)) {
      withGivenMoments(c);
      return;
    }
    Op op =
        Op.of("FusedBatchNormGradV3")
            .in(c.grad())
            .in(c.in(0))
            .in(c.in(1))
            .in(c.out(3))
            .in(c.out(4))
            .in(c.out(5))
            .attr("epsilon", (float) epsilon(c))
            .attr("data_format", c.attr("data_format", "NHWC"));
    List<Tensor> gradients = op.all();
    for (int i = 0; i < 3; i++) {
      int input = i;
      c.give(i, () -> gradients.get(input));
    }
  }

  /** y = (x - mean) inverse scale + offset. */
  private static void withGivenMoments(GradientContext c) {
    Tensor g = c.grad();
    Tensor inverse = c.in(4).add(epsilon(c)).rsqrt();
    Tensor centered = c.in(0).subtract(spread(c, c.in(3)));
    Tensor factor = c.in(1).multiply(inverse);
    int[] axes = axes(c);
    c.give(0, () -> g.multiply(spread(c, factor)));
    c.give(1, () -> g.multiply(centered).sum(axes).multiply(inverse));
    c.give(2, () -> g.sum(axes));
    c.give(3, () -> g.sum(axes).multiply(factor).negative());
    c.give(
        4,
        () ->
            g.multiply(centered)
                .sum(axes)
                .multiply(factor.multiply(inverse.square()))
                .multiply(-0.5));
  }

  private static void batchNormGrad(GradientContext c) {
    List<Tensor> inputs = Composed.copies(c.node().inputs().subList(0, 3));
    List<Tensor> outputs = composed(c, inputs.get(0), inputs.get(1), inputs.get(2));
    Tensor sum = null;
    for (int i = 0; i < 3; i++) {
      if (c.hasGrad(i)) {
        Tensor part = outputs.get(i).multiply(c.grad(i)).sum();
        sum = sum == null ? part : sum.add(part);
      }
    }
    Composed.give(c, Gradients.of(sum, inputs));
  }

  /** The gradients of x, scale and offset, in training, from g, x and scale. */
  private static List<Tensor> composed(GradientContext c, Tensor g, Tensor x, Tensor scale) {
    int[] axes = axes(c);
    Tensor centered = x.subtract(x.mean(true, axes));
    Tensor inverse = centered.square().mean(true, axes).add(epsilon(c)).rsqrt();
    Tensor normal = centered.multiply(inverse);
    Tensor across = normal.multiply(g.multiply(normal).mean(true, axes));
    Tensor rest = g.subtract(g.mean(true, axes)).subtract(across);
    return List.of(
        rest.multiply(inverse).multiply(spread(c, scale)),
        g.multiply(normal).sum(axes),
        g.sum(axes));
  }
}

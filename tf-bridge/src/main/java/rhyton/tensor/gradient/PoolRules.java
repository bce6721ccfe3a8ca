package rhyton.tensor.gradient;

import java.util.List;
import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/**
 * Gradients of poolings. They are linear in the gradient that comes in, and where a window's
 * maximum lies does not move: so the gradient of a pooling's gradient is a pooling again.
 */
final class PoolRules {
  private static final List<String> ATTRIBUTES =
      List.of("ksize", "strides", "padding", "explicit_paddings", "data_format");

  private PoolRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    for (String kind : List.of("MaxPool", "MaxPool3D")) {
      String grad = kind + "Grad";
      String gradGrad = kind + "GradGrad";
      rules.put(kind, c -> c.give(0, () -> max(c, grad, c.in(0), c.out(0))));
      rules.put(grad, c -> c.give(2, () -> max(c, gradGrad, c.in(0), c.in(1))));
      rules.put(gradGrad, c -> c.give(2, () -> max(c, grad, c.in(0), c.in(1))));
    }
    for (String kind : List.of("AvgPool", "AvgPool3D")) {
      String grad = kind + "Grad";
      rules.put(
          kind,
          c ->
              c.give(0, () -> like(c, Op.of(grad).in(Shapes.dynamic(c.in(0))).in(c.grad())).one()));
      rules.put(grad, c -> c.give(1, () -> like(c, Op.of(kind).in(c.grad())).one()));
    }
  }

  private static Tensor max(GradientContext c, String type, Tensor input, Tensor output) {
    return like(c, Op.of(type).in(input).in(output).in(c.grad())).one();
  }

  private static Op like(GradientContext c, Op op) {
    for (String name : ATTRIBUTES) {
      Object value = c.node().attribute(name);
      if (value != null) {
        op.attr(name, value);
      }
    }
    return op;
  }
}

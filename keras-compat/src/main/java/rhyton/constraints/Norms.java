package rhyton.constraints;

import java.util.Arrays;
import rhyton.config.KerasConfig;
import rhyton.tensor.Tensor;

/** What the constraints on norms share. */
final class Norms {
  private Norms() {}

  /** The norms of the vectors along the axes, which stay with length 1. */
  static Tensor of(Tensor w, long[] axes) {
    int[] axis = Arrays.stream(axes).mapToInt(Math::toIntExact).toArray();
    return w.square().sum(true, axis).sqrt();
  }

  /** The weight with other norms. */
  static Tensor scale(Tensor w, Tensor norms, Tensor desired) {
    return w.multiply(desired.divide(norms.add(KerasConfig.epsilon())));
  }
}

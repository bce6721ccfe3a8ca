package rhyton.optimizers;

import java.util.Arrays;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * A kernel of TensorFlow that changes a weight and its slots in place, in one or few passes over
 * memory, instead of an op for each sum and product.
 */
final class FusedKernel {
  private final Op op;
  private final DType dtype;
  private final Weight[] changed;

  private FusedKernel(String type, Weight[] changed) {
    this.op = Op.of(type);
    this.dtype = changed[0].dtype();
    this.changed = changed;
    for (Weight one : changed) {
      op.in(one.variable().handle());
    }
  }

  /**
   * Whether a kernel computes what Keras's sums and products give. The exceptions are gradients of
   * rows, whose squares must not be added before, and types in which {@code 1 - decay} is rounded
   * too far, while Keras computes it in float64.
   *
   * @param gradient the gradient
   * @param decay how much of a running mean stays
   */
  static boolean fits(Gradient gradient, double decay) {
    if (gradient.isSparse()) {
      return false;
    }
    return switch (gradient.values().dtype()) {
      case FLOAT64 -> true;
      case FLOAT32 -> Math.abs((1 - (float) decay) / (float) (1 - decay) - 1) < 1e-6;
      default -> false;
    };
  }

  /** A kernel whose first inputs are the variables that it changes. */
  static FusedKernel of(String type, Weight... changed) {
    return new FusedKernel(type, changed);
  }

  FusedKernel in(Tensor input) {
    op.in(input);
    return this;
  }

  /** A number in the type of the variables. */
  FusedKernel in(double number) {
    return in(Tensor.scalar(number, dtype));
  }

  FusedKernel attr(String name, Object value) {
    op.attr(name, value);
    return this;
  }

  void run() {
    op.writes(Arrays.stream(changed).map(Weight::variable).toArray()).all();
  }
}

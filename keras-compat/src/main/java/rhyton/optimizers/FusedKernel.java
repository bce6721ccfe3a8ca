package rhyton.optimizers;

import java.util.Arrays;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

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

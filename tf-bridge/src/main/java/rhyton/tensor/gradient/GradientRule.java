package rhyton.tensor.gradient;

/** How gradients pass backwards through one op of TensorFlow. */
@FunctionalInterface
public interface GradientRule {
  /**
   * Gives the gradients of an op's inputs.
   *
   * @param c the op, the gradients of its outputs, and where to put those of its inputs
   */
  void apply(GradientContext c);
}

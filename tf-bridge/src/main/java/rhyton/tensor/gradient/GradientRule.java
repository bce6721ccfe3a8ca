package rhyton.tensor.gradient;

/** How gradients pass backwards through one op of TensorFlow. */
@FunctionalInterface
public interface GradientRule {
  /** The attribute of a node that brings its own rule: a loop, a branch, a user's function. */
  String ATTRIBUTE = "gradient rule";

  /**
   * Gives the gradients of an op's inputs.
   *
   * @param c the op, the gradients of its outputs, and where to put those of its inputs
   */
  void apply(GradientContext c);
}

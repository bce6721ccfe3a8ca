package rhyton.constraints;

import rhyton.tensor.Tensor;

/**
 * A condition on a weight: after each step of training the weight is replaced by what this makes of
 * it. One of this package, or a function of the user's own.
 *
 * <pre>{@code
 * new Dense(64).kernelConstraint(new MaxNorm(3));
 * new Dense(64).kernelConstraint(w -> w.clip(-1, 1));   // cannot be saved
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/constraints/">keras.constraints</a>
 */
@FunctionalInterface
public interface Constraint {
  /**
   * Brings a weight to a value that fulfils the condition.
   *
   * @param w the weight
   * @return a tensor of the same shape and type
   */
  Tensor apply(Tensor w);
}

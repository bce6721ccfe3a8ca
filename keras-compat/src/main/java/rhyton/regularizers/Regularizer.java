package rhyton.regularizers;

import rhyton.tensor.Tensor;

/**
 * A penalty on a tensor, added to the loss: one of this package, or a function of the user's own.
 *
 * <pre>{@code
 * new Dense(64).kernelRegularizer(new L2(1e-4));
 * new Dense(64).kernelRegularizer(x -> x.square().sum().multiply(1e-4));   // cannot be saved
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/regularizers/">keras.regularizers</a>
 */
@FunctionalInterface
public interface Regularizer {
  /**
   * Computes the penalty.
   *
   * @param x a weight, or the output of a layer
   * @return a tensor of shape ()
   */
  Tensor apply(Tensor x);
}

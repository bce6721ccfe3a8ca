package rhyton.losses;

import rhyton.config.Codec;
import rhyton.tensor.Tensor;

/**
 * A loss or a metric as a mere function, one value for each sample.
 *
 * <pre>{@code
 * LossFunction pinball = (yTrue, yPred) -> {
 *   Tensor error = yTrue.subtract(yPred);
 *   return error.multiply(0.9).maximum(error.multiply(-0.1)).mean(-1);
 * };
 * }</pre>
 *
 * <p>A function of your own cannot be saved; a class that extends {@link ArgLoss} can.
 */
@FunctionalInterface
public interface LossFunction {
  /** By the names of Keras's own functions, such as {@code mean_squared_error}. */
  Codec<LossFunction> CODEC = new LossFunctionCodec();

  /**
   * Compares targets and predictions.
   *
   * @param yTrue the targets
   * @param yPred the predictions
   * @return the value of each sample: the shape of the predictions without the last axis, as a rule
   */
  Tensor apply(Tensor yTrue, Tensor yPred);

  /**
   * One of Keras's functions, with its default arguments.
   *
   * @param name its name, such as {@code mean_squared_error}
   * @return the function
   * @throws IllegalArgumentException if there is none of that name
   */
  static LossFunction of(String name) {
    return LossFunctionCodec.named(name);
  }
}

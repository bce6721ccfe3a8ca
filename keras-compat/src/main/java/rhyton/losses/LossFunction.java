package rhyton.losses;

import rhyton.config.Codec;
import rhyton.config.RegisteredFunction;
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
 * <p>A function that is to be saved with a model is made by {@link #registered}, or becomes a class
 * that extends {@link ArgLoss}.
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

  /**
   * A function of your own that can be saved. To load it, the same object is given as a custom
   * object; in Python it is registered under the same package and name.
   *
   * @param packageName the package, {@code Custom} by default in Keras
   * @param name the name of the function
   * @param function the function
   * @return the function with its name
   */
  static RegisteredLossFunction registered(String packageName, String name, LossFunction function) {
    return new RegisteredLossFunction(RegisteredFunction.nameOf(packageName, name), function);
  }
}

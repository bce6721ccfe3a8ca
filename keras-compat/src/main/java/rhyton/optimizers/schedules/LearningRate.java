package rhyton.optimizers.schedules;

import rhyton.config.Codec;
import rhyton.tensor.Tensor;

/**
 * How large the steps of an optimizer are: a number that stays until it is set, a schedule of this
 * package, or a function of the number of steps so far.
 *
 * <pre>{@code
 * new Adam(1e-3);
 * new Adam(new ExponentialDecay(1e-3, 10_000, 0.9));
 * new Adam(step -> step.cast(DType.FLOAT32).add(1).rsqrt().multiply(1e-2));   // cannot be saved
 * }</pre>
 */
@FunctionalInterface
public interface LearningRate {
  /** A number, or a schedule as an object. */
  Codec<LearningRate> CODEC = new LearningRateCodec();

  /**
   * The rate of a step.
   *
   * @param step how many steps were made before it, an integer of shape (), by default of type
   *     int64
   * @return a number of shape ()
   */
  Tensor apply(Tensor step);
}

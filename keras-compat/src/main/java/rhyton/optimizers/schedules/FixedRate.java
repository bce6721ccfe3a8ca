package rhyton.optimizers.schedules;

import rhyton.config.KerasConfig;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * A learning rate that does not depend on the step. Optimizers keep it in a variable, so that it
 * can be set while they are in use.
 *
 * @param value the rate
 */
public record FixedRate(double value) implements LearningRate {
  /** Returns the rate in the type of floating point numbers, whatever the step. */
  @Override
  public Tensor apply(Tensor step) {
    return Tensor.scalar(value, DType.of(KerasConfig.floatx()));
  }
}

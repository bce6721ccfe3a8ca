package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code initial_accumulator_value} of optimizers that add squares of gradients up.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasInitialAccumulator<S> extends ArgHolder<S> {
  /** What the sums of squares begin with. */
  Arg<Double> INITIAL_ACCUMULATOR_VALUE =
      Arg.number("initial_accumulator_value", 0.1).check(Check.NOT_NEGATIVE);

  /**
   * What the sums of squares begin with; by default 0.1.
   *
   * @param initialAccumulatorValue a number that is not negative
   * @return a copy with this option
   */
  default S initialAccumulatorValue(double initialAccumulatorValue) {
    return with(INITIAL_ACCUMULATOR_VALUE, initialAccumulatorValue);
  }
}

package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code epsilon} of optimizers that divide by a running mean.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasEpsilon<S> extends ArgHolder<S> {
  /** A small number that keeps divisors away from 0. */
  Arg<Double> EPSILON = Arg.number("epsilon", 1e-7);

  /**
   * A small number that keeps divisors away from 0; by default 1e-7.
   *
   * @param epsilon the number
   * @return a copy with this option
   */
  default S epsilon(double epsilon) {
    return with(EPSILON, epsilon);
  }
}

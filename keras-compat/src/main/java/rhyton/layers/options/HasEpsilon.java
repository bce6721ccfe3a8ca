package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code epsilon} of layers that normalize.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasEpsilon<S> extends ArgHolder<S> {
  /** A small number that keeps divisors away from 0. */
  Arg<Double> EPSILON = Arg.number("epsilon", 1e-3).check(Check.NOT_NEGATIVE);

  /**
   * The small number that is added to the variance before its root divides.
   *
   * @param epsilon the number
   * @return a copy with this option
   */
  default S epsilon(double epsilon) {
    return with(EPSILON, epsilon);
  }
}

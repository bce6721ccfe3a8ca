package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Options {@code beta_1} and {@code beta_2} of optimizers that keep two running means.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasBetas<S> extends ArgHolder<S> {
  /** How much of the running mean of the gradients stays at each step. */
  Arg<Double> BETA_1 = Arg.number("beta_1", 0.9);

  /** How much of the second running mean stays at each step. */
  Arg<Double> BETA_2 = Arg.number("beta_2", 0.999);

  /**
   * How much of the running mean of the gradients stays at each step; by default 0.9.
   *
   * @param beta1 a number between 0 and 1
   * @return a copy with this option
   */
  default S beta1(double beta1) {
    return with(BETA_1, beta1);
  }

  /**
   * How much of the second running mean stays at each step; by default 0.999, in {@code Lion} 0.99.
   *
   * @param beta2 a number between 0 and 1
   * @return a copy with this option
   */
  default S beta2(double beta2) {
    return with(BETA_2, beta2);
  }
}

package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code rate} of layers that drop inputs.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasRate<S> extends ArgHolder<S> {
  /** The share of inputs to drop. */
  Arg<Double> RATE = Arg.required("rate", Codec.NUMBER).check(Check.between(0, 1));

  /**
   * Which share of the inputs is dropped in training.
   *
   * @param rate from 0 to 1
   * @return a copy with this option
   */
  default S rate(double rate) {
    return with(RATE, rate);
  }
}

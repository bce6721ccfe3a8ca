package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code seed} of layers that draw random numbers.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasSeed<S> extends ArgHolder<S> {
  /** The seed; null draws one as Keras does. */
  Arg<Long> SEED = Arg.optional("seed", Codec.LONG);

  /**
   * The seed of the layer's random numbers, which makes them repeatable.
   *
   * @param seed any integer; Keras with the same seed draws the same numbers
   * @return a copy with this option
   */
  default S seed(long seed) {
    return with(SEED, seed);
  }
}

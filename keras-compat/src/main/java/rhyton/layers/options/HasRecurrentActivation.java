package rhyton.layers.options;

import rhyton.activations.Activation;
import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code recurrent_activation}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasRecurrentActivation<S> extends ArgHolder<S> {
  /** What the gates do with their sums. */
  Arg<Activation> RECURRENT_ACTIVATION =
      Arg.of("recurrent_activation", Activation.CODEC, Activation.of("sigmoid"));

  /**
   * What the gates do with their sums; by default sigmoid.
   *
   * @param activation one of Keras's functions, or one of your own
   * @return a copy with this option
   */
  default S recurrentActivation(Activation activation) {
    return with(RECURRENT_ACTIVATION, activation);
  }

  /**
   * What the gates do with their sums; by default sigmoid.
   *
   * @param activation the name of one of Keras's functions, such as {@code hard_sigmoid}
   * @return a copy with this option
   */
  default S recurrentActivation(String activation) {
    return with(
        RECURRENT_ACTIVATION,
        activation == null ? Activation.of(null) : RECURRENT_ACTIVATION.parse(this, activation));
  }
}

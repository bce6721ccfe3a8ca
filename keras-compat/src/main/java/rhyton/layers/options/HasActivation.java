package rhyton.layers.options;

import rhyton.activations.Activation;
import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code activation}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasActivation<S> extends ArgHolder<S> {
  /** What the layer does with its outputs at the end. */
  Arg<Activation> ACTIVATION = Arg.of("activation", Activation.CODEC, Activation.of("linear"));

  /**
   * What the layer does with its outputs at the end; in most layers nothing by default.
   *
   * @param activation one of Keras's functions, or one of your own
   * @return a copy with this option
   */
  default S activation(Activation activation) {
    return with(ACTIVATION, activation);
  }

  /**
   * What the layer does with its outputs at the end; in most layers nothing by default.
   *
   * @param activation the name of one of Keras's functions, such as {@code relu}; null for nothing
   * @return a copy with this option
   */
  default S activation(String activation) {
    return with(
        ACTIVATION, activation == null ? Activation.of(null) : ACTIVATION.parse(this, activation));
  }
}

package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code unit_forget_bias}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasUnitForgetBias<S> extends ArgHolder<S> {
  /** Whether the bias of the forget gate starts with ones. */
  Arg<Boolean> UNIT_FORGET_BIAS = Arg.flag("unit_forget_bias", true);

  /**
   * Whether the bias of the forget gate starts with ones, so that the cell remembers at first; by
   * default it does (Jozefowicz et al., 2015).
   *
   * @param unitForgetBias false to start it as the rest of the bias
   * @return a copy with this option
   */
  default S unitForgetBias(boolean unitForgetBias) {
    return with(UNIT_FORGET_BIAS, unitForgetBias);
  }
}

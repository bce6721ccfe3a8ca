package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code reset_after}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasResetAfter<S> extends ArgHolder<S> {
  /** Whether the reset gate comes after the product with the recurrent kernel. */
  Arg<Boolean> RESET_AFTER = Arg.flag("reset_after", true);

  /**
   * Whether the reset gate is multiplied after the product with the recurrent kernel, as GPU
   * kernels do and as is the default; then input and state have a bias each.
   *
   * @param resetAfter false for the gate before the product, with one bias
   * @return a copy with this option
   */
  default S resetAfter(boolean resetAfter) {
    return with(RESET_AFTER, resetAfter);
  }
}

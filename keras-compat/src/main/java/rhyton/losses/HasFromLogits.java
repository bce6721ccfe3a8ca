package rhyton.losses;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code from_logits} of losses and metrics.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasFromLogits<S> extends ArgHolder<S> {
  /** Whether the predictions are logits. */
  Arg<Boolean> FROM_LOGITS = Arg.flag("from_logits", false);

  /**
   * Whether the predictions are logits, any numbers, rather than probabilities; by default not.
   *
   * @param fromLogits whether they are logits
   * @return a copy with this option
   */
  default S fromLogits(boolean fromLogits) {
    return with(FROM_LOGITS, fromLogits);
  }
}

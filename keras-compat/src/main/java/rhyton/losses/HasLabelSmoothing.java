package rhyton.losses;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code label_smoothing} of losses and metrics.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasLabelSmoothing<S> extends ArgHolder<S> {
  /** How much of the targets is spread evenly over the classes. */
  Arg<Double> LABEL_SMOOTHING = Arg.number("label_smoothing", 0.0);

  /**
   * Makes the targets less sure: this part of them is spread evenly over the classes. By default 0.
   *
   * @param labelSmoothing from 0, no smoothing, to 1
   * @return a copy with this option
   */
  default S labelSmoothing(double labelSmoothing) {
    return with(LABEL_SMOOTHING, labelSmoothing);
  }
}

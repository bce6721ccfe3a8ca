package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.regularizers.Regularizer;
import rhyton.regularizers.Regularizers;

/**
 * Option {@code activity_regularizer}. Every layer has it; those whose configs always show it list
 * it in their types.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasActivityRegularizer<S> extends ArgHolder<S> {
  /** What is added to the loss for the layer's outputs. */
  Arg<Regularizer> ACTIVITY_REGULARIZER = Arg.optional("activity_regularizer", Regularizers.CODEC);

  /**
   * What is added to the loss for the layer's outputs, divided by the size of the batch; by default
   * nothing.
   *
   * @param regularizer computes the penalty, or null
   * @return a copy with this option
   */
  default S activityRegularizer(Regularizer regularizer) {
    return with(ACTIVITY_REGULARIZER, regularizer);
  }

  /**
   * What is added to the loss for the layer's outputs, divided by the size of the batch; by default
   * nothing.
   *
   * @param regularizer the name of one of Keras's classes, such as {@code l2}, or null
   * @return a copy with this option
   */
  default S activityRegularizer(String regularizer) {
    return activityRegularizer(ACTIVITY_REGULARIZER.parse(this, regularizer));
  }
}

package rhyton.layers.options;

import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.constraints.Constraint;
import rhyton.initializers.Initializer;
import rhyton.initializers.Orthogonal;
import rhyton.regularizers.Regularizer;

/**
 * Options of the weight {@code recurrent_kernel}, by which the state is multiplied.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasRecurrentKernel<S> extends ArgHolder<S> {
  /** How the recurrent kernel starts, what it costs, what it must fulfil. */
  WeightArgs RECURRENT_KERNEL = WeightArgs.of("recurrent_kernel", "recurrent", new Orthogonal());

  /**
   * How the recurrent kernel starts; by default orthogonal rows.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S recurrentInitializer(Initializer initializer) {
    return with(RECURRENT_KERNEL.initializer(), initializer);
  }

  /**
   * How the recurrent kernel starts; by default orthogonal rows.
   *
   * @param initializer the name of one of Keras's classes, such as {@code he_normal}
   * @return a copy with this option
   */
  default S recurrentInitializer(String initializer) {
    return recurrentInitializer(RECURRENT_KERNEL.initializer().parse(this, initializer));
  }

  /**
   * What is added to the loss for the recurrent kernel; by default nothing.
   *
   * @param regularizer computes the penalty, or null
   * @return a copy with this option
   */
  default S recurrentRegularizer(Regularizer regularizer) {
    return with(RECURRENT_KERNEL.regularizer(), regularizer);
  }

  /**
   * What is added to the loss for the recurrent kernel; by default nothing.
   *
   * @param regularizer the name of one of Keras's classes, such as {@code l2}, or null
   * @return a copy with this option
   */
  default S recurrentRegularizer(String regularizer) {
    return recurrentRegularizer(RECURRENT_KERNEL.regularizer().parse(this, regularizer));
  }

  /**
   * What the recurrent kernel is brought to after each step of training; by default nothing.
   *
   * @param constraint changes the value, or null
   * @return a copy with this option
   */
  default S recurrentConstraint(Constraint constraint) {
    return with(RECURRENT_KERNEL.constraint(), constraint);
  }

  /**
   * What the recurrent kernel is brought to after each step of training; by default nothing.
   *
   * @param constraint the name of one of Keras's classes, such as {@code max_norm}, or null
   * @return a copy with this option
   */
  default S recurrentConstraint(String constraint) {
    return recurrentConstraint(RECURRENT_KERNEL.constraint().parse(this, constraint));
  }
}

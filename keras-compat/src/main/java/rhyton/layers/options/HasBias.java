package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.constraints.Constraint;
import rhyton.initializers.Initializer;
import rhyton.initializers.Zeros;
import rhyton.regularizers.Regularizer;

/**
 * Option {@code use_bias} and the options of the weight {@code bias}.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasBias<S> extends ArgHolder<S> {
  /** Whether there is a bias. */
  Arg<Boolean> USE_BIAS = Arg.flag("use_bias", true);

  /** How the bias starts, what it costs, what it must fulfil. */
  WeightArgs BIAS = WeightArgs.of("bias", "bias", new Zeros());

  /**
   * Whether a bias is added to the outputs; by default it is.
   *
   * @param useBias false for a layer without a bias
   * @return a copy with this option
   */
  default S useBias(boolean useBias) {
    return with(USE_BIAS, useBias);
  }

  /**
   * How the bias starts; by default with zeros.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S biasInitializer(Initializer initializer) {
    return with(BIAS.initializer(), initializer);
  }

  /**
   * How the bias starts; by default with zeros.
   *
   * @param initializer the name of one of Keras's classes, such as {@code he_normal}
   * @return a copy with this option
   */
  default S biasInitializer(String initializer) {
    return biasInitializer(BIAS.initializer().parse(this, initializer));
  }

  /**
   * What is added to the loss for the bias; by default nothing.
   *
   * @param regularizer computes the penalty, or null
   * @return a copy with this option
   */
  default S biasRegularizer(Regularizer regularizer) {
    return with(BIAS.regularizer(), regularizer);
  }

  /**
   * What is added to the loss for the bias; by default nothing.
   *
   * @param regularizer the name of one of Keras's classes, such as {@code l2}, or null
   * @return a copy with this option
   */
  default S biasRegularizer(String regularizer) {
    return biasRegularizer(BIAS.regularizer().parse(this, regularizer));
  }

  /**
   * What the bias is brought to after each step of training; by default nothing.
   *
   * @param constraint changes the value, or null
   * @return a copy with this option
   */
  default S biasConstraint(Constraint constraint) {
    return with(BIAS.constraint(), constraint);
  }

  /**
   * What the bias is brought to after each step of training; by default nothing.
   *
   * @param constraint the name of one of Keras's classes, such as {@code max_norm}, or null
   * @return a copy with this option
   */
  default S biasConstraint(String constraint) {
    return biasConstraint(BIAS.constraint().parse(this, constraint));
  }
}

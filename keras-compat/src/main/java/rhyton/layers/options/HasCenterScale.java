package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.ArgList;
import rhyton.config.CheckReturnValue;
import rhyton.constraints.Constraint;
import rhyton.initializers.Initializer;
import rhyton.initializers.Ones;
import rhyton.initializers.Zeros;
import rhyton.regularizers.Regularizer;

/**
 * Options {@code center} and {@code scale} of layers that normalize, and the options of their
 * weights {@code beta} and {@code gamma}.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasCenterScale<S> extends ArgHolder<S> {
  /** Whether {@code beta} is added. */
  Arg<Boolean> CENTER = Arg.flag("center", true);

  /** Whether the result is multiplied by {@code gamma}. */
  Arg<Boolean> SCALE = Arg.flag("scale", true);

  /** How beta starts, what it costs, what it must fulfil. */
  WeightArgs BETA = WeightArgs.of("beta", "beta", new Zeros());

  /** How gamma starts, what it costs, what it must fulfil. */
  WeightArgs GAMMA = WeightArgs.of("gamma", "gamma", new Ones());

  /** All of them. */
  ArgList CENTER_SCALE = ArgList.of(CENTER, SCALE, BETA, GAMMA);

  /**
   * Whether the weight {@code beta} is added to the normalized inputs; by default it is.
   *
   * @param center false for a layer without beta
   * @return a copy with this option
   */
  default S center(boolean center) {
    return with(CENTER, center);
  }

  /**
   * Whether the normalized inputs are multiplied by the weight {@code gamma}; by default they are.
   *
   * @param scale false for a layer without gamma
   * @return a copy with this option
   */
  default S scale(boolean scale) {
    return with(SCALE, scale);
  }

  /**
   * How beta starts; by default with zeros.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S betaInitializer(Initializer initializer) {
    return with(BETA.initializer(), initializer);
  }

  /**
   * How beta starts; by default with zeros.
   *
   * @param initializer the name of one of Keras's classes, such as {@code he_normal}
   * @return a copy with this option
   */
  default S betaInitializer(String initializer) {
    return betaInitializer(BETA.initializer().parse(this, initializer));
  }

  /**
   * What is added to the loss for beta; by default nothing.
   *
   * @param regularizer computes the penalty, or null
   * @return a copy with this option
   */
  default S betaRegularizer(Regularizer regularizer) {
    return with(BETA.regularizer(), regularizer);
  }

  /**
   * What is added to the loss for beta; by default nothing.
   *
   * @param regularizer the name of one of Keras's classes, such as {@code l2}, or null
   * @return a copy with this option
   */
  default S betaRegularizer(String regularizer) {
    return betaRegularizer(BETA.regularizer().parse(this, regularizer));
  }

  /**
   * What beta is brought to after each step of training; by default nothing.
   *
   * @param constraint changes the value, or null
   * @return a copy with this option
   */
  default S betaConstraint(Constraint constraint) {
    return with(BETA.constraint(), constraint);
  }

  /**
   * What beta is brought to after each step of training; by default nothing.
   *
   * @param constraint the name of one of Keras's classes, such as {@code max_norm}, or null
   * @return a copy with this option
   */
  default S betaConstraint(String constraint) {
    return betaConstraint(BETA.constraint().parse(this, constraint));
  }

  /**
   * How gamma starts; by default with ones.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S gammaInitializer(Initializer initializer) {
    return with(GAMMA.initializer(), initializer);
  }

  /**
   * How gamma starts; by default with ones.
   *
   * @param initializer the name of one of Keras's classes, such as {@code he_normal}
   * @return a copy with this option
   */
  default S gammaInitializer(String initializer) {
    return gammaInitializer(GAMMA.initializer().parse(this, initializer));
  }

  /**
   * What is added to the loss for gamma; by default nothing.
   *
   * @param regularizer computes the penalty, or null
   * @return a copy with this option
   */
  default S gammaRegularizer(Regularizer regularizer) {
    return with(GAMMA.regularizer(), regularizer);
  }

  /**
   * What is added to the loss for gamma; by default nothing.
   *
   * @param regularizer the name of one of Keras's classes, such as {@code l2}, or null
   * @return a copy with this option
   */
  default S gammaRegularizer(String regularizer) {
    return gammaRegularizer(GAMMA.regularizer().parse(this, regularizer));
  }

  /**
   * What gamma is brought to after each step of training; by default nothing.
   *
   * @param constraint changes the value, or null
   * @return a copy with this option
   */
  default S gammaConstraint(Constraint constraint) {
    return with(GAMMA.constraint(), constraint);
  }

  /**
   * What gamma is brought to after each step of training; by default nothing.
   *
   * @param constraint the name of one of Keras's classes, such as {@code max_norm}, or null
   * @return a copy with this option
   */
  default S gammaConstraint(String constraint) {
    return gammaConstraint(GAMMA.constraint().parse(this, constraint));
  }
}

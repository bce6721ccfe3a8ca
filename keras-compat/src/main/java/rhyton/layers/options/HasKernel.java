package rhyton.layers.options;

import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.constraints.Constraint;
import rhyton.initializers.GlorotUniform;
import rhyton.initializers.Initializer;
import rhyton.regularizers.Regularizer;

/**
 * Options of the weight {@code kernel}.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasKernel<S> extends ArgHolder<S> {
  /** How the kernel starts, what it costs, what it must fulfil. */
  WeightArgs KERNEL = WeightArgs.of("kernel", "kernel", new GlorotUniform());

  /**
   * How the kernel starts; by default Glorot's uniform numbers.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S kernelInitializer(Initializer initializer) {
    return with(KERNEL.initializer(), initializer);
  }

  /**
   * How the kernel starts; by default Glorot's uniform numbers.
   *
   * @param initializer the name of one of Keras's classes, such as {@code he_normal}
   * @return a copy with this option
   */
  default S kernelInitializer(String initializer) {
    return kernelInitializer(KERNEL.initializer().parse(this, initializer));
  }

  /**
   * What is added to the loss for the kernel; by default nothing.
   *
   * @param regularizer computes the penalty, or null
   * @return a copy with this option
   */
  default S kernelRegularizer(Regularizer regularizer) {
    return with(KERNEL.regularizer(), regularizer);
  }

  /**
   * What is added to the loss for the kernel; by default nothing.
   *
   * @param regularizer the name of one of Keras's classes, such as {@code l2}, or null
   * @return a copy with this option
   */
  default S kernelRegularizer(String regularizer) {
    return kernelRegularizer(KERNEL.regularizer().parse(this, regularizer));
  }

  /**
   * What the kernel is brought to after each step of training; by default nothing.
   *
   * @param constraint changes the value, or null
   * @return a copy with this option
   */
  default S kernelConstraint(Constraint constraint) {
    return with(KERNEL.constraint(), constraint);
  }

  /**
   * What the kernel is brought to after each step of training; by default nothing.
   *
   * @param constraint the name of one of Keras's classes, such as {@code max_norm}, or null
   * @return a copy with this option
   */
  default S kernelConstraint(String constraint) {
    return kernelConstraint(KERNEL.constraint().parse(this, constraint));
  }
}

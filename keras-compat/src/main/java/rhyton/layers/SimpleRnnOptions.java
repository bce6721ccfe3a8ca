package rhyton.layers;

import rhyton.activations.Activation;
import rhyton.config.ArgList;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasBias;
import rhyton.layers.options.HasKernel;
import rhyton.layers.options.HasRecurrentDropout;
import rhyton.layers.options.HasRecurrentKernel;
import rhyton.layers.options.HasUnits;

/**
 * The options that {@link SimpleRNN} and {@link SimpleRNNCell} have in common, but for the seed.
 */
interface SimpleRnnOptions<S>
    extends HasUnits<S>,
        HasActivation<S>,
        HasKernel<S>,
        HasRecurrentKernel<S>,
        HasBias<S>,
        HasRecurrentDropout<S> {
  /** In the order of Keras's constructor. */
  ArgList SIMPLE_RNN_ARGS =
      ArgList.of(
          UNITS,
          ACTIVATION.withDefault(Activation.of("tanh")),
          USE_BIAS,
          KERNEL,
          RECURRENT_KERNEL,
          BIAS,
          DROPOUT,
          RECURRENT_DROPOUT);
}

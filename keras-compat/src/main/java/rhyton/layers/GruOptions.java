package rhyton.layers;

import rhyton.activations.Activation;
import rhyton.config.ArgList;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasBias;
import rhyton.layers.options.HasKernel;
import rhyton.layers.options.HasRecurrentActivation;
import rhyton.layers.options.HasRecurrentDropout;
import rhyton.layers.options.HasRecurrentKernel;
import rhyton.layers.options.HasResetAfter;
import rhyton.layers.options.HasSeed;
import rhyton.layers.options.HasUnits;

/** The options that {@link GRU} and {@link GRUCell} have in common. */
interface GruOptions<S>
    extends HasUnits<S>,
        HasActivation<S>,
        HasRecurrentActivation<S>,
        HasKernel<S>,
        HasRecurrentKernel<S>,
        HasBias<S>,
        HasRecurrentDropout<S>,
        HasResetAfter<S>,
        HasSeed<S> {
  /** In the order of Keras's constructor. */
  ArgList GRU_ARGS =
      ArgList.of(
          UNITS,
          ACTIVATION.withDefault(Activation.of("tanh")),
          RECURRENT_ACTIVATION,
          USE_BIAS,
          KERNEL,
          RECURRENT_KERNEL,
          BIAS,
          DROPOUT,
          RECURRENT_DROPOUT,
          RESET_AFTER,
          SEED);
}

package rhyton.layers;

import rhyton.activations.Activation;
import rhyton.config.ArgList;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasBias;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.HasDilation;
import rhyton.layers.options.HasFilters;
import rhyton.layers.options.HasKernel;
import rhyton.layers.options.HasPadding;
import rhyton.layers.options.HasRecurrentActivation;
import rhyton.layers.options.HasRecurrentDropout;
import rhyton.layers.options.HasRecurrentKernel;
import rhyton.layers.options.HasSeed;
import rhyton.layers.options.HasStrides;
import rhyton.layers.options.HasUnitForgetBias;

/** The options of convolutional LSTMs. */
interface ConvLstmOptions<S>
    extends HasFilters<S>,
        HasStrides<S>,
        HasPadding<S>,
        HasDataFormat<S>,
        HasDilation<S>,
        HasActivation<S>,
        HasRecurrentActivation<S>,
        HasKernel<S>,
        HasRecurrentKernel<S>,
        HasBias<S>,
        HasUnitForgetBias<S>,
        HasRecurrentDropout<S>,
        HasSeed<S> {
  /** In the order of Keras's constructor. */
  ArgList CONV_LSTM_ARGS =
      ArgList.of(
          FILTERS,
          KERNEL_SIZE,
          STRIDES,
          PADDING,
          DATA_FORMAT,
          DILATION_RATE,
          ACTIVATION.withDefault(Activation.of("tanh")),
          RECURRENT_ACTIVATION,
          USE_BIAS,
          KERNEL,
          RECURRENT_KERNEL,
          BIAS,
          UNIT_FORGET_BIAS,
          DROPOUT,
          RECURRENT_DROPOUT,
          SEED);
}

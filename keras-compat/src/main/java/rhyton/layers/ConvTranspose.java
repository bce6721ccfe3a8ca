package rhyton.layers;

import java.util.Arrays;
import java.util.function.Function;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasBias;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.HasDilation;
import rhyton.layers.options.HasFilters;
import rhyton.layers.options.HasKernel;
import rhyton.layers.options.HasPadding;
import rhyton.layers.options.HasStrides;
import rhyton.layers.options.Padding;
import rhyton.layers.options.Sizes;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/** Base of the transposed convolutions over one or more spatial axes. */
abstract sealed class ConvTranspose<S extends ConvTranspose<S>> extends ArgLayer<S>
    implements HasFilters<S>,
        HasActivation<S>,
        HasKernel<S>,
        HasBias<S>,
        HasStrides<S>,
        HasPadding<S>,
        HasDilation<S>,
        HasDataFormat<S>
    permits Conv1DTranspose, Conv2DTranspose, Conv3DTranspose {
  /** How much is added to the output along each axis, of the sizes that the strides allow. */
  public static final Arg<long[]> OUTPUT_PADDING =
      Arg.optional("output_padding", Codec.DIMS).check(Sizes.NOT_NEGATIVE);

  private Weight kernel;
  private Weight bias;

  ConvTranspose(int rank, ArgValues args) {
    super(args.perAxis(rank, KERNEL_SIZE, STRIDES, OUTPUT_PADDING, DILATION_RATE));
    Windows.requireStridesOrDilation(type().name(), arg(STRIDES), arg(DILATION_RATE));
    long[] added = arg(OUTPUT_PADDING);
    for (int i = 0; added != null && i < rank; i++) {
      if (added[i] >= arg(STRIDES)[i]) {
        throw new IllegalArgumentException(
            ("%s: argument `output_padding` must be less than `strides` along each axis."
                    + " Received: output_padding=%s and strides=%s")
                .formatted(type().name(), Arrays.toString(added), Arrays.toString(arg(STRIDES))));
      }
    }
  }

  static <C extends ConvTranspose<C>> KerasType<C> convType(
      String name, Function<ArgValues, C> create) {
    return KerasType.layer(
        name,
        create,
        FILTERS,
        KERNEL_SIZE,
        STRIDES,
        PADDING,
        OUTPUT_PADDING,
        DATA_FORMAT,
        DILATION_RATE,
        ACTIVATION,
        USE_BIAS,
        KERNEL,
        BIAS,
        ACTIVITY_REGULARIZER);
  }

  /**
   * What is added to the output along each axis; by default as much as the padding asks for.
   *
   * @param outputPadding one number for all axes, or one for each; less than the strides
   * @return a copy with this option
   */
  @CheckReturnValue
  public S outputPadding(long... outputPadding) {
    return with(OUTPUT_PADDING, outputPadding);
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.minNdim(arg(KERNEL_SIZE).length + 2).axis(arg(DATA_FORMAT).channelAxis());
  }

  @Override
  protected void build(Shape input) {
    long channels = input.get(arg(DATA_FORMAT).channelAxis());
    kernel = addWeight(KERNEL, Shape.of(arg(KERNEL_SIZE)).append(arg(FILTERS), channels));
    bias = arg(USE_BIAS) ? addWeight(BIAS, Shape.of(arg(FILTERS))) : null;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    WindowOptions window =
        new WindowOptions()
            .strides(arg(STRIDES))
            .dilationRate(arg(DILATION_RATE))
            .dataFormat(arg(DATA_FORMAT).toString())
            .padding(arg(PADDING) == Padding.SAME ? "same" : "valid");
    long[] added = arg(OUTPUT_PADDING);
    Tensor y =
        x.convTranspose(ctx.read(kernel), added == null ? window : window.outputPadding(added));
    return arg(ACTIVATION)
        .apply(bias == null ? y : y.addBias(ctx.read(bias), arg(DATA_FORMAT).toString()));
  }
}

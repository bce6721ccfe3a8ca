package rhyton.layers;

import java.util.function.Function;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasBias;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.HasDilation;
import rhyton.layers.options.HasFilters;
import rhyton.layers.options.HasGroups;
import rhyton.layers.options.HasKernel;
import rhyton.layers.options.HasPadding;
import rhyton.layers.options.HasStrides;
import rhyton.layers.options.Padding;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/** Base of the convolutions over one or more spatial axes. */
abstract sealed class Conv<S extends Conv<S>> extends ArgLayer<S>
    implements HasFilters<S>,
        HasGroups<S>,
        HasActivation<S>,
        HasKernel<S>,
        HasBias<S>,
        HasStrides<S>,
        HasPadding<S>,
        HasDilation<S>,
        HasDataFormat<S>
    permits Conv1D, Conv2D {
  private Weight kernel;
  private Weight bias;

  Conv(int rank, ArgValues args) {
    super(args.perAxis(rank, KERNEL_SIZE, STRIDES, DILATION_RATE));
    Windows.requireStridesOrDilation(type().name(), arg(STRIDES), arg(DILATION_RATE));
    if (arg(FILTERS) % arg(GROUPS) != 0) {
      throw wrong(
          "the number of filters must be divisible by the number of groups",
          "groups=" + arg(GROUPS) + ", filters=" + arg(FILTERS));
    }
  }

  final IllegalArgumentException wrong(String problem, String received) {
    return new IllegalArgumentException(type().name() + ": " + problem + ". Received: " + received);
  }

  static <C extends Conv<C>> KerasType<C> convType(
      String name, Function<ArgValues, C> create, Arg<Padding> padding) {
    return KerasType.layer(
        name,
        create,
        FILTERS,
        KERNEL_SIZE,
        STRIDES,
        padding,
        DATA_FORMAT,
        DILATION_RATE,
        GROUPS,
        ACTIVATION,
        USE_BIAS,
        KERNEL,
        BIAS,
        ACTIVITY_REGULARIZER,
        Arg.unsupported("lora_rank").unlisted(),
        Arg.unsupported("lora_alpha").unlisted());
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.minNdim(arg(KERNEL_SIZE).length + 2).axis(arg(DATA_FORMAT).channelAxis());
  }

  @Override
  protected void build(Shape input) {
    long channels = input.get(arg(DATA_FORMAT).channelAxis());
    if (channels >= 0 && channels % arg(GROUPS) != 0) {
      throw wrong(
          "the number of input channels must be divisible by the number of groups",
          "groups=" + arg(GROUPS) + ", input shape " + input);
    }
    if (arg(PADDING) == Padding.VALID) {
      int axis = arg(DATA_FORMAT).firstSpatialAxis();
      Windows.requireFit(type().name(), input, axis, arg(KERNEL_SIZE), arg(DILATION_RATE));
    }
    long perGroup = channels < 0 ? -1 : channels / arg(GROUPS);
    kernel = addWeight(KERNEL, Shape.of(arg(KERNEL_SIZE)).append(perGroup, arg(FILTERS)));
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
    Tensor y = x.conv(ctx.read(kernel), window);
    return arg(ACTIVATION)
        .apply(bias == null ? y : y.addBias(ctx.read(bias), arg(DATA_FORMAT).toString()));
  }
}

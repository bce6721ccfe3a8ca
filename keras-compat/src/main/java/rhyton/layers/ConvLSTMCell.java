package rhyton.layers;

import java.util.Arrays;
import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.initializers.Initializer;
import rhyton.layers.options.DataFormat;
import rhyton.layers.options.Padding;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.WindowOptions;

/** One step of a {@link ConvLSTM}: an LSTM whose products are convolutions. */
final class ConvLSTMCell extends GatedCell<ConvLSTMCell> implements ConvLstmOptions<ConvLSTMCell> {
  private static final int GATES = 4;

  private static final KerasType<ConvLSTMCell> TYPE =
      KerasType.layer("ConvLSTMCell", ConvLSTMCell::new, CONV_LSTM_ARGS);

  private Shape ofState;

  ConvLSTMCell(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<ConvLSTMCell> type() {
    return TYPE;
  }

  @Override
  boolean drawsOwnSeedFirst() {
    return true;
  }

  @Override
  public List<Shape> stateShapes() {
    return List.of(ofState, ofState);
  }

  private int axes() {
    return arg(KERNEL_SIZE).length;
  }

  @Override
  protected void build(Shape input) {
    DataFormat format = arg(DATA_FORMAT);
    if (!input.from(1).isKnown()) {
      throw new IllegalArgumentException(
          ("Layer `" + name() + "`: the sizes of images and channels must be known.")
              + (" Received: input shape " + input));
    }
    if (arg(PADDING) == Padding.VALID) {
      Windows.requireFit(
          "ConvLSTM", input, format.firstSpatialAxis(), arg(KERNEL_SIZE), arg(DILATION_RATE));
    }
    long sums = GATES * (long) arg(FILTERS);
    Shape window = Shape.of(arg(KERNEL_SIZE));
    Initializer plain = arg(BIAS.initializer());
    addWeights(
        window.append(input.get(format.channelAxis()), sums),
        window.append(arg(FILTERS), sums),
        Shape.of(sums),
        arg(UNIT_FORGET_BIAS) ? withForgetBias(plain) : plain);
    ofState = stateShape(input, window.append(input.get(format.channelAxis()), arg(FILTERS)));
  }

  /** The shape that the convolution of an input has, which a trace of it tells. */
  private Shape stateShape(Shape input, Shape kernel) {
    try (Trace trace = Trace.begin()) {
      Tensor x = trace.placeholder(computeDtype(), input.with(0, 1), "x");
      return ofInput(x, trace.placeholder(computeDtype(), kernel, "kernel")).shape().from(1);
    }
  }

  private WindowOptions window() {
    return new WindowOptions().dataFormat(arg(DATA_FORMAT).toString());
  }

  /** The convolution of the images of one step, or of all steps at once. */
  private Tensor ofInput(Tensor x, Tensor kernel) {
    WindowOptions window =
        window()
            .strides(arg(STRIDES))
            .dilationRate(arg(DILATION_RATE))
            .padding(arg(PADDING) == Padding.SAME ? "same" : "valid");
    return x.rank() == axes() + 2
        ? x.conv(kernel, window)
        : MergedSteps.apply(x, images -> images.conv(kernel, window));
  }

  private Tensor ofState(Tensor h, Tensor kernel) {
    return h.conv(kernel, window().padding("same"));
  }

  @Override
  CellRun begin(Tensor x, Tensor state, CallContext ctx) {
    int axis = arg(DATA_FORMAT) == DataFormat.CHANNELS_LAST ? -1 : -1 - axes();
    List<Tensor> masks = inputMasks(x, GATES, ctx);
    List<Tensor> stateMasks = stateMasks(state, GATES, ctx);
    Tensor bias = bias(ctx);
    if (bias != null && axis < -1) {
      long[] shape = new long[axes() + 1];
      Arrays.fill(shape, 1);
      shape[0] = bias.shape().get(0);
      bias = bias.reshape(shape);
    }
    return new LstmRun(
        new GateProduct(masks, kernel(ctx), this::ofInput, axis),
        new GateProduct(stateMasks, recurrentKernel(ctx), this::ofState, axis),
        bias,
        arg(ACTIVATION),
        arg(RECURRENT_ACTIVATION),
        axis,
        null);
  }
}

package rhyton.layers;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.HasPadding;
import rhyton.layers.options.HasPoolSize;
import rhyton.layers.options.Padding;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/** Base of the layers that sum up windows of their input. */
abstract sealed class Pooling<S extends Pooling<S>> extends ArgLayer<S>
    implements HasPoolSize<S>, HasPadding<S>, HasDataFormat<S>
    permits AveragePooling1D, AveragePooling2D, MaxPooling1D, MaxPooling2D {
  Pooling(int rank, ArgValues args) {
    super(args.perAxis(rank, POOL_SIZE, POOL_STRIDES));
  }

  static <P extends Pooling<P>> KerasType<P> poolingType(
      String name, Function<ArgValues, P> create, Arg<long[]> poolSize) {
    return KerasType.layer(name, create, poolSize, PADDING, POOL_STRIDES, DATA_FORMAT);
  }

  /** Sums up each window of a size. */
  abstract Tensor pool(Tensor x, long[] size, WindowOptions window);

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(arg(POOL_SIZE).length + 2);
  }

  @Override
  protected void checkInputs(List<Tensor> inputs) {
    super.checkInputs(inputs);
    long[] size = arg(POOL_SIZE);
    if (arg(PADDING) == Padding.VALID) {
      long[] dense = Arrays.stream(size).map(n -> 1).toArray();
      int axis = arg(DATA_FORMAT).firstSpatialAxis();
      Windows.requireFit(type().name(), inputs.get(0).shape(), axis, size, dense);
    }
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    WindowOptions window =
        new WindowOptions()
            .strides(arg(POOL_STRIDES))
            .padding(arg(PADDING).toString())
            .dataFormat(arg(DATA_FORMAT).toString());
    return pool(x, arg(POOL_SIZE), window);
  }
}

package rhyton.layers;

import java.util.function.Function;
import java.util.stream.IntStream;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.HasDataFormat;
import rhyton.tensor.Tensor;

/** Base of the layers that sum up all steps of a sequence, or all places of an image. */
abstract sealed class GlobalPooling<S extends GlobalPooling<S>> extends ArgLayer<S>
    implements HasDataFormat<S>
    permits GlobalAveragePooling1D, GlobalAveragePooling2D, GlobalMaxPooling1D, GlobalMaxPooling2D {
  /** Whether the axes that are summed up stay, with length 1. */
  public static final Arg<Boolean> KEEPDIMS = Arg.flag("keepdims", false);

  private final int rank;

  GlobalPooling(int rank, ArgValues args) {
    super(args);
    this.rank = rank;
  }

  static <P extends GlobalPooling<P>> KerasType<P> globalType(
      String name, Function<ArgValues, P> create) {
    return KerasType.layer(name, create, DATA_FORMAT, KEEPDIMS);
  }

  /**
   * Whether the axes that are summed up stay, with length 1; by default they are dropped.
   *
   * @param keepdims true to keep them
   * @return a copy with this option
   */
  @CheckReturnValue
  public S keepdims(boolean keepdims) {
    return with(KEEPDIMS, keepdims);
  }

  /** Sums up some axes. */
  abstract Tensor pool(Tensor x, int[] axes, boolean keepdims, CallContext ctx);

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(rank + 2);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    int first = arg(DATA_FORMAT).firstSpatialAxis();
    return pool(x, IntStream.range(first, first + rank).toArray(), arg(KEEPDIMS), ctx);
  }
}

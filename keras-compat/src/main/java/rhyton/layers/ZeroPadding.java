package rhyton.layers;

import java.util.Arrays;
import rhyton.config.ArgValues;
import rhyton.graph.CallContext;
import rhyton.layers.options.HasDataFormat;
import rhyton.tensor.Tensor;

/** Base of the layers that put zeros around sequences and images. */
abstract sealed class ZeroPadding<S extends ZeroPadding<S>> extends ArgLayer<S>
    implements HasDataFormat<S> permits ZeroPadding1D, ZeroPadding2D {
  ZeroPadding(ArgValues args) {
    super(args);
  }

  /** How many zeros come before and behind, for each spatial axis. */
  abstract long[][] margins();

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(margins().length + 2);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    int[][] all = new int[x.rank()][2];
    int axis = arg(DATA_FORMAT).firstSpatialAxis();
    for (long[] margin : margins()) {
      all[axis++] = Arrays.stream(margin).mapToInt(Math::toIntExact).toArray();
    }
    return x.pad(all);
  }
}

package rhyton.layers;

import java.util.Arrays;
import rhyton.config.ArgValues;
import rhyton.graph.CallContext;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** Base of the layers that cut the ends off sequences and images. */
abstract sealed class Cropping<S extends Cropping<S>> extends ArgLayer<S>
    permits Cropping1D, Cropping2D {
  Cropping(ArgValues args) {
    super(args);
  }

  /** How much is cut off before and behind, for each spatial axis. */
  abstract long[][] margins();

  /** The first spatial axis. */
  abstract int firstAxis();

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(margins().length + 2);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    Object[] key = new Object[x.rank()];
    Arrays.fill(key, Slice.ALL);
    int axis = firstAxis();
    for (long[] margin : margins()) {
      if (x.shape().get(axis) >= 0 && margin[0] + margin[1] >= x.shape().get(axis)) {
        throw new IllegalArgumentException(
            (type().name() + ": `cropping` must be smaller than the input. Received: input shape ")
                + (x.shape() + " and cropping=" + Arrays.deepToString(margins())));
      }
      int stop = Math.toIntExact(-margin[1]);
      key[axis++] = Slice.of(Math.toIntExact(margin[0]), stop == 0 ? null : stop);
    }
    return x.getItem(key);
  }
}

package rhyton.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhyton.tensor.Tensor;

/** Changes of the shape of each sample of a batch, whatever the size of the batch is. */
final class Samples {
  private Samples() {}

  /**
   * Gives each sample another shape.
   *
   * @param x the batch
   * @param shape the shape of a sample; one dimension may be -1, it follows from the others
   */
  static Tensor reshape(Tensor x, long... shape) {
    long batch = x.shape().get(0);
    if (batch >= 0 || Arrays.stream(shape).allMatch(dim -> dim > 0)) {
      long[] all = new long[shape.length + 1];
      all[0] = batch;
      System.arraycopy(shape, 0, all, 1, shape.length);
      return x.reshape(all);
    }
    List<Object> dims = new ArrayList<>();
    dims.add(x.dims().get(0));
    Arrays.stream(shape).forEach(dims::add);
    return x.reshape(dims);
  }
}

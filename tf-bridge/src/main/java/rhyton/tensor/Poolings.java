package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link PoolOps}. */
final class Poolings {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp MAX_POOL = pool("MaxPool", "MaxPool", "MaxPool3D");
  static final KerasOp AVERAGE_POOL = pool("AveragePool", "AvgPool", "AvgPool3D");
  static final KerasOp ADAPTIVE_MAX_POOL = adaptive("AdaptiveMaxPool", true);
  static final KerasOp ADAPTIVE_AVERAGE_POOL = adaptive("AdaptiveAveragePool", false);

  private Poolings() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static KerasOp pool(String name, String kernel, String volumeKernel) {
    return NN.op(
        name,
        c -> pool(name, c, kernel, volumeKernel),
        "pool_size",
        null,
        "strides",
        null,
        "padding",
        "valid",
        "data_format",
        null);
  }

  private static Tensor pool(String op, OpCall c, String kernel, String volumeKernel) {
    Tensor x = c.tensor(0);
    int rank = Spatial.rank(op, x);
    long[] size = Spatial.perAxis(op, "pool_size", c.option("pool_size"), rank);
    Object given = c.option("strides");
    long[] strides = given == null ? size : Spatial.perAxis(op, "strides", given, rank);
    String padding = Spatial.padding(op, c);
    return Spatial.channelsLast(
        c,
        x,
        last ->
            Spatial.asImage(
                last,
                image ->
                    Op.of(image.rank() == 5 ? volumeKernel : kernel)
                        .in(image)
                        .attr("ksize", Spatial.attribute(size))
                        .attr("strides", Spatial.attribute(strides))
                        .attr("padding", padding)
                        .one()));
  }

  private static KerasOp adaptive(String name, boolean max) {
    return NN.op(name, c -> adaptive(name, c, max), "output_size", null, "data_format", null);
  }

  private static Tensor adaptive(String op, OpCall c, boolean max) {
    Tensor x = c.floating(0);
    int rank = Spatial.rank(op, x);
    long[] sizes = Spatial.perAxis(op, "output_size", c.option("output_size"), rank);
    return Spatial.channelsLast(
        c,
        x,
        last -> {
          Tensor y = last;
          for (int i = 0; i < rank; i++) {
            y = adaptive(op, y, i + 1, (int) sizes[i], max);
          }
          return y;
        });
  }

  /** Along one axis: the window of output i reaches from i n / outputs to (i + 1) n / outputs. */
  private static Tensor adaptive(String op, Tensor x, int axis, int outputs, boolean max) {
    long size = x.shape().get(axis);
    if (size < 0) {
      throw new IllegalArgumentException(
          op + ": all axes that are pooled must be known. Received: shape=" + x.shape());
    }
    int widest = 0;
    for (int i = 0; i < outputs; i++) {
      widest = Math.max(widest, end(size, i, outputs) - start(size, i, outputs));
    }
    int[][] places = new int[outputs][widest];
    double[][] weights = new double[outputs][widest];
    for (int i = 0; i < outputs; i++) {
      int start = start(size, i, outputs);
      int end = end(size, i, outputs);
      for (int j = 0; j < widest; j++) {
        places[i][j] = Math.min(start + j, end - 1);
        weights[i][j] = start + j < end ? 1.0 / (end - start) : 0;
      }
    }
    Tensor windows = x.take(places, axis);
    if (max) {
      return windows.max(axis + 1);
    }
    long[] along = Spatial.ones(windows.rank());
    along[axis] = outputs;
    along[axis + 1] = widest;
    Tensor means = Tensor.of(weights).cast(x.dtype()).reshape(along);
    return windows.multiply(means).sum(axis + 1);
  }

  private static int start(long size, long output, long outputs) {
    return Math.toIntExact(output * size / outputs);
  }

  private static int end(long size, long output, long outputs) {
    return Math.toIntExact(((output + 1) * size + outputs - 1) / outputs);
  }
}

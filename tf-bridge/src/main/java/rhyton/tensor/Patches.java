package rhyton.tensor;

import java.util.Collection;

/** The ops behind {@link PatchOps}. */
final class Patches {
  private static final KerasOp.Family NN = new KerasOp.Family("nn");

  static final KerasOp DEPTH_TO_SPACE = blocks("DepthToSpace");
  static final KerasOp SPACE_TO_DEPTH = blocks("SpaceToDepth");
  static final KerasOp UNFOLD =
      NN.op(
          "Unfold", Patches::unfold, "kernel_size", null, "dilation", 1, "padding", 0, "stride", 1);
  static final KerasOp FOLD =
      NN.op(
          "Fold",
          Patches::fold,
          "output_size",
          null,
          "kernel_size",
          null,
          "dilation",
          1,
          "padding",
          0,
          "stride",
          1);

  private Patches() {}

  static Collection<KerasOp> all() {
    return NN.all();
  }

  private static KerasOp blocks(String type) {
    return NN.op(
        type,
        c ->
            Spatial.channelsLast(
                c,
                c.tensor(0),
                last -> Op.of(type).in(last).attr("block_size", c.integer("block_size")).one()),
        "block_size",
        null,
        "data_format",
        "channels_last");
  }

  /** The places of windows along one side. */
  private record Side(int kernel, int dilation, int padding, int stride, int windows) {
    static Side of(OpCall c, int axis, long size) {
      int kernel = number(c, "kernel_size", axis);
      int dilation = number(c, "dilation", axis);
      int padding = number(c, "padding", axis);
      int stride = number(c, "stride", axis);
      long room = size + 2L * padding - (long) dilation * (kernel - 1) - 1;
      return new Side(kernel, dilation, padding, stride, Math.toIntExact(room / stride + 1));
    }

    private static int number(OpCall c, String name, int axis) {
      int[] given = Axes.ints(c.option(name));
      return given[given.length == 1 ? 0 : axis];
    }

    /** For each element of the window and each window, which element of the side it is. */
    int[][] places() {
      int[][] places = new int[kernel][windows];
      for (int k = 0; k < kernel; k++) {
        for (int w = 0; w < windows; w++) {
          places[k][w] = w * stride + k * dilation;
        }
      }
      return places;
    }
  }

  private static Tensor unfold(OpCall c) {
    Tensor x = c.tensor(0);
    Shape shape = x.shape();
    if (x.rank() != 4 || shape.get(2) < 0 || shape.get(3) < 0 || shape.get(1) < 0) {
      throw new IllegalArgumentException(
          "Unfold: images must be (batch, channels, height, width) of known size. Received: shape="
              + shape);
    }
    Side rows = Side.of(c, 0, shape.get(2));
    Side columns = Side.of(c, 1, shape.get(3));
    int[][] around = {
      {0, 0}, {0, 0}, {rows.padding(), rows.padding()}, {columns.padding(), columns.padding()}
    };
    Tensor padded = rows.padding() + columns.padding() == 0 ? x : x.pad(around);
    Tensor windows = padded.take(rows.places(), 2).take(columns.places(), 4);
    long size = shape.get(1) * rows.kernel() * columns.kernel();
    return Kernels.reshape(
        Kernels.transpose(windows, 0, 1, 2, 4, 3, 5),
        -1,
        size,
        (long) rows.windows() * columns.windows());
  }

  private static Tensor fold(OpCall c) {
    Tensor x = c.tensor(0);
    int[] output = Axes.ints(c.option("output_size"));
    int height = output[0];
    int width = output[output.length - 1];
    Side rows = Side.of(c, 0, height);
    Side columns = Side.of(c, 1, width);
    long channels = x.shape().get(1) / ((long) rows.kernel() * columns.kernel());
    Tensor windows =
        Kernels.reshape(
            x, -1, channels, rows.kernel(), columns.kernel(), rows.windows(), columns.windows());
    Tensor byColumn = Kernels.transpose(windows, 3, 5, 0, 1, 2, 4);
    Tensor wide = sum(byColumn, columns, width);
    Tensor byRow = Kernels.transpose(wide, 3, 4, 1, 2, 0);
    Tensor all = Kernels.transpose(sum(byRow, rows, height), 1, 2, 0, 3);
    return all.getItem(
        Slice.ALL,
        Slice.ALL,
        Slice.of(rows.padding(), rows.padding() + height),
        Slice.of(columns.padding(), columns.padding() + width));
  }

  /** Adds what stands at the first two axes, window and its element, at its place of the side. */
  private static Tensor sum(Tensor x, Side side, int size) {
    return Op.of("UnsortedSegmentSum")
        .in(x)
        .in(Tensor.of(side.places()))
        .in(Constants.integer(size + 2L * side.padding()))
        .one();
  }
}

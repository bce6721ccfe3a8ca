package rhyton.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The ops behind {@link ShapeOps}. */
final class Shaping {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");
  private static final KerasOp.Family CORE = new KerasOp.Family("core");

  static final KerasOp RESHAPE = NUMPY.op("Reshape", Shaping::reshape, "newshape", null);
  static final KerasOp TRANSPOSE = NUMPY.op("Transpose", Shaping::transpose, "axes", null);
  static final KerasOp EXPAND_DIMS = NUMPY.op("ExpandDims", Shaping::expandDims, "axis", null);
  static final KerasOp SQUEEZE = NUMPY.op("Squeeze", Shaping::squeeze, "axis", null);
  static final KerasOp CONCATENATE = NUMPY.op("Concatenate", Shaping::concatenate, "axis", 0);
  static final KerasOp STACK = NUMPY.op("Stack", Shaping::stack, "axis", 0);
  static final KerasOp SPLIT =
      NUMPY.op("Split", Shaping::split, "indices_or_sections", null, "axis", 0);
  static final KerasOp PAD = NUMPY.op("Pad", Shaping::pad, "pad_width", null, "mode", "constant");
  static final KerasOp TILE = NUMPY.op("Tile", Shaping::tile, "repeats", null);
  static final KerasOp REPEAT = NUMPY.op("Repeat", Shaping::repeat, "repeats", null, "axis", null);
  static final KerasOp BROADCAST_TO =
      NUMPY.op(
          "BroadcastTo",
          c -> Op.of("BroadcastTo").in(c.tensor(0)).ints(Axes.longs(c.option("shape"))).one(),
          "shape",
          null);
  static final KerasOp TAKE = NUMPY.op("Take", Shaping::take, "axis", null);
  static final KerasOp FLIP = NUMPY.op("Flip", Shaping::flip, "axis", null);
  static final KerasOp GET_ITEM = NUMPY.op("GetItem", Shaping::getItem);
  static final KerasOp UNSTACK = CORE.op("Unstack", Shaping::unstack, "num", null, "axis", 0);
  static final KerasOp SHAPE = CORE.op("Shape", c -> Kernels.shapeOf(c.tensor(0)));

  private Shaping() {}

  static Collection<KerasOp> all() {
    List<KerasOp> all = new ArrayList<>(NUMPY.all());
    all.addAll(CORE.all());
    return all;
  }

  private static Tensor reshape(OpCall c) {
    Object newshape = c.option("newshape");
    boolean dynamic =
        newshape instanceof List<?> dims && dims.stream().anyMatch(Tensor.class::isInstance);
    return dynamic
        ? reshape(c.tensor(0), (List<?>) newshape)
        : Kernels.reshape(c.tensor(0), Axes.longs(newshape));
  }

  private static Tensor reshape(Tensor x, List<?> dims) {
    return Op.of("Reshape").in(x).in(vector(dims)).one();
  }

  /** A vector of integers from numbers and tensors of shape (). */
  static Tensor vector(List<?> dims) {
    return pack(dims.stream().map(dim -> Tensor.convert(dim, DType.INT32)).toList(), 0);
  }

  static List<Object> dims(Tensor x) {
    List<Object> dims = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      long dim = x.shape().get(i);
      dims.add(dim >= 0 ? (Object) dim : Kernels.shapeOf(x).getItem(i));
    }
    return dims;
  }

  private static Tensor transpose(OpCall c) {
    Tensor x = c.tensor(0);
    Object axes = c.option("axes");
    long[] permutation = new long[x.rank()];
    for (int i = 0; i < permutation.length; i++) {
      permutation[i] =
          axes == null ? permutation.length - 1 - i : x.shape().axis((int) Axes.longs(axes)[i]);
    }
    return Kernels.transpose(x, permutation);
  }

  private static Tensor expandDims(OpCall c) {
    Tensor x = c.tensor(0);
    int[] axes = Axes.ints(c.option("axis"));
    int rank = x.rank() + axes.length;
    for (int i = 0; i < axes.length; i++) {
      axes[i] = axes[i] < 0 ? axes[i] + rank : axes[i];
    }
    Arrays.sort(axes);
    for (int axis : axes) {
      x = Op.of("ExpandDims").in(x).in(Constants.integer(axis)).one();
    }
    return x;
  }

  private static Tensor squeeze(OpCall c) {
    Tensor x = c.tensor(0);
    Object axis = c.option("axis");
    long[] axes =
        axis == null
            ? new long[0]
            : Arrays.stream(Axes.of(axis, x.shape())).asLongStream().toArray();
    return Op.of("Squeeze").in(x).attr("squeeze_dims", axes).one();
  }

  private static Tensor concatenate(OpCall c) {
    List<Tensor> parts = c.tensors(0);
    return Kernels.concat(parts, parts.get(0).shape().axis(c.integer("axis")));
  }

  private static Tensor stack(OpCall c) {
    List<Tensor> parts = c.tensors(0);
    int axis = c.integer("axis");
    return pack(parts, axis < 0 ? axis + parts.get(0).rank() + 1 : axis);
  }

  private static Tensor pack(List<Tensor> parts, int axis) {
    return Op.of("Pack").in(parts).attr("N", parts.size()).attr("axis", axis).one();
  }

  private static List<Tensor> split(OpCall c) {
    Tensor x = c.tensor(0);
    int axis = x.shape().axis(c.integer("axis"));
    Object how = c.option("indices_or_sections");
    if (how instanceof Number sections) {
      return Op.of("Split")
          .in(Constants.integer(axis))
          .in(x)
          .attr("num_split", sections.intValue())
          .all();
    }
    long[] indices = Axes.longs(how);
    long[] sizes = new long[indices.length + 1];
    long from = 0;
    for (int i = 0; i < indices.length; i++) {
      sizes[i] = indices[i] - from;
      from = indices[i];
    }
    sizes[indices.length] = x.shape().get(axis) < 0 ? -1 : x.shape().get(axis) - from;
    return Op.of("SplitV")
        .in(x)
        .ints(sizes)
        .in(Constants.integer(axis))
        .attr("num_split", sizes.length)
        .all();
  }

  private static Tensor pad(OpCall c) {
    Tensor x = c.tensor(0);
    Tensor paddings = Kernels.reshape(Constants.ints(padWidth(c, x.rank())), x.rank(), 2);
    String mode = (String) c.option("mode");
    Object value = c.arguments().size() > 1 ? c.arguments().get(1) : null;
    if (mode.equals("constant")) {
      return Op.of("PadV2")
          .in(x)
          .in(paddings)
          .in(Tensor.convert(value == null ? 0 : value, x.dtype()))
          .one();
    }
    if (value != null) {
      throw new IllegalArgumentException(
          "Pad: `constant_values` is for mode \"constant\" only. Received: mode=" + mode);
    }
    return Op.of("MirrorPad")
        .in(x)
        .in(paddings)
        .attr("mode", mode.toUpperCase(java.util.Locale.ROOT))
        .one();
  }

  /** How many before and behind each axis, from one number, one pair, or a pair for each axis. */
  private static long[] padWidth(OpCall c, int rank) {
    Object given = c.option("pad_width");
    boolean pairs = given instanceof List<?> list && list.get(0) instanceof List<?>;
    List<?> all = pairs ? (List<?>) given : List.of(given);
    if (all.size() != 1 && all.size() != rank) {
      throw new IllegalArgumentException(
          "Pad: `pad_width` must have a pair for each of " + rank + " axes. Received: " + given);
    }
    long[] flat = new long[2 * rank];
    for (int i = 0; i < rank; i++) {
      long[] pair = Axes.longs(all.get(all.size() == 1 ? 0 : i));
      flat[2 * i] = pair[0];
      flat[2 * i + 1] = pair[pair.length - 1];
    }
    return flat;
  }

  private static Tensor tile(OpCall c) {
    Tensor x = c.tensor(0);
    long[] repeats = Axes.longs(c.option("repeats"));
    int rank = Math.max(x.rank(), repeats.length);
    long[] all = new long[rank];
    Arrays.fill(all, 1);
    System.arraycopy(repeats, 0, all, rank - repeats.length, repeats.length);
    while (x.rank() < rank) {
      x = Op.of("ExpandDims").in(x).in(Constants.integer(0)).one();
    }
    return Op.of("Tile").in(x).ints(all).one();
  }

  private static Tensor repeat(OpCall c) {
    boolean flat = c.option("axis") == null;
    Tensor x = flat ? Kernels.reshape(c.tensor(0), -1) : c.tensor(0);
    int axis = flat ? 0 : x.shape().axis(c.integer("axis"));
    long[] repeats = Axes.longs(c.option("repeats"));
    if (repeats.length > 1) {
      int[] indices =
          IntStream.range(0, repeats.length)
              .flatMap(i -> IntStream.generate(() -> i).limit(repeats[i]))
              .toArray();
      return x.take(indices, axis);
    }
    long[] copies = new long[x.rank() + 1];
    Arrays.fill(copies, 1);
    copies[axis + 1] = repeats[0];
    List<Object> dims = dims(x);
    dims.set(axis, times(dims.get(axis), repeats[0]));
    return x.expandDims(axis + 1).tile(copies).reshape(dims);
  }

  private static Object times(Object dim, long factor) {
    return dim instanceof Tensor tensor ? tensor.multiply(factor) : (Object) ((Long) dim * factor);
  }

  private static List<Tensor> unstack(OpCall c) {
    Tensor x = c.tensor(0);
    int axis = x.shape().axis(c.integer("axis"));
    Object num = c.option("num");
    long count = num == null ? x.shape().get(axis) : ((Number) num).longValue();
    if (count < 0) {
      throw new IllegalArgumentException(
          "Unstack: the size of the axis must be known. Received: shape="
              + x.shape()
              + " and axis="
              + axis);
    }
    return Op.of("Unpack").in(x).attr("num", count).attr("axis", axis).all();
  }

  private static Tensor take(OpCall c) {
    Tensor x = c.tensor(0);
    boolean flat = c.option("axis") == null;
    Tensor line = flat ? Kernels.reshape(x, -1) : x;
    int axis = flat ? 0 : x.shape().axis(c.integer("axis"));
    Tensor whole = wholeIndices(c.arguments().get(1), line, axis);
    return Op.of("GatherV2").in(line).in(whole).in(Constants.integer(axis)).one();
  }

  /** Indices of which negative ones count from the end. */
  private static Tensor wholeIndices(Object given, Tensor x, int axis) {
    Tensor indices = Tensor.convert(given, null);
    Tensor whole = indices.dtype() == DType.INT64 ? indices : Kernels.cast(indices, DType.INT32);
    if (indices.isValue() && Arrays.stream(indices.longs()).allMatch(i -> i >= 0)) {
      return whole;
    }
    long known = x.shape().get(axis);
    Object size =
        known >= 0 ? (Object) known : Kernels.shapeOf(x).getItem(axis).cast(whole.dtype());
    return whole.less(0).where(whole.add(size), whole);
  }

  private static Tensor flip(OpCall c) {
    Tensor x = c.tensor(0);
    return Op.of("ReverseV2")
        .in(x)
        .ints(Arrays.stream(c.axes(x.shape())).asLongStream().toArray())
        .one();
  }

  private static Tensor getItem(OpCall c) {
    Object key = c.arguments().get(1);
    List<?> parts = key instanceof List<?> list ? list : Arrays.asList(key);
    StridedKey strided = new StridedKey(parts);
    return strided.apply(c.tensor(0));
  }

  /** A Python key in the form of TensorFlow's StridedSlice. */
  private static final class StridedKey {
    private final long[] begin;
    private final long[] end;
    private final long[] strides;
    private long beginMask;
    private long endMask;
    private long ellipsisMask;
    private long newAxisMask;
    private long shrinkAxisMask;

    StridedKey(List<?> parts) {
      begin = new long[parts.size()];
      end = new long[parts.size()];
      strides = new long[parts.size()];
      for (int i = 0; i < parts.size(); i++) {
        strides[i] = 1;
        set(i, parts.get(i));
      }
    }

    private void set(int i, Object part) {
      long bit = 1L << i;
      if (part == null) {
        newAxisMask |= bit;
      } else if (part instanceof Number index) {
        begin[i] = index.longValue();
        end[i] = begin[i] + 1;
        shrinkAxisMask |= bit;
        endMask |= begin[i] == -1 ? bit : 0;
      } else {
        Slice slice = (Slice) part;
        if (slice.isEllipsis()) {
          ellipsisMask |= bit;
          return;
        }
        strides[i] = slice.step() == null ? 1 : slice.step();
        begin[i] = slice.start() == null ? 0 : slice.start();
        end[i] = slice.stop() == null ? 0 : slice.stop();
        beginMask |= slice.start() == null ? bit : 0;
        endMask |= slice.stop() == null ? bit : 0;
      }
    }

    Tensor apply(Tensor x) {
      return Op.of("StridedSlice")
          .in(x)
          .ints(begin)
          .ints(end)
          .ints(strides)
          .attr("begin_mask", beginMask)
          .attr("end_mask", endMask)
          .attr("ellipsis_mask", ellipsisMask)
          .attr("new_axis_mask", newAxisMask)
          .attr("shrink_axis_mask", shrinkAxisMask)
          .one();
    }
  }
}

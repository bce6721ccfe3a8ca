package rhyton.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link IndexingOps}: what moves axes and elements, sorts and scatters. */
final class Indexing {
  private static final KerasOp.Family NUMPY = new KerasOp.Family("numpy");
  private static final KerasOp.Family CORE = new KerasOp.Family("core");

  static final KerasOp MOVEAXIS =
      NUMPY.op("Moveaxis", Indexing::moveaxis, "source", null, "destination", null);
  static final KerasOp SWAPAXES =
      NUMPY.op("Swapaxes", Indexing::swapaxes, "axis1", null, "axis2", null);
  static final KerasOp ROLL = NUMPY.op("Roll", Indexing::roll, "shift", null, "axis", null);
  static final KerasOp SORT = NUMPY.op("Sort", Indexing::sort, "axis", -1);
  static final KerasOp ARGSORT = NUMPY.op("Argsort", Indexing::argsort, "axis", -1);
  static final KerasOp TAKE_ALONG_AXIS =
      NUMPY.op("TakeAlongAxis", Indexing::takeAlongAxis, "axis", null);
  static final KerasOp SCATTER = CORE.op("Scatter", Indexing::scatter, "shape", null);
  static final KerasOp SCATTER_UPDATE =
      CORE.op("ScatterUpdate", Indexing::scatterUpdate, "reduction", null);
  static final KerasOp SLICE = CORE.op("Slice", Indexing::slice, "shape", null);
  static final KerasOp SLICE_UPDATE = CORE.op("SliceUpdate", Indexing::sliceUpdate);

  private Indexing() {}

  static Collection<KerasOp> all() {
    List<KerasOp> all = new ArrayList<>(NUMPY.all());
    all.addAll(CORE.all());
    return all;
  }

  private static Tensor moveaxis(OpCall c) {
    Tensor x = c.tensor(0);
    int[] source = Axes.ints(c.option("source"));
    int[] destination = Axes.ints(c.option("destination"));
    int rank = x.rank();
    long[] order = new long[rank];
    Arrays.fill(order, -1);
    boolean[] moved = new boolean[rank];
    for (int i = 0; i < source.length; i++) {
      int from = x.shape().axis(source[i]);
      order[x.shape().axis(destination[i])] = from;
      moved[from] = true;
    }
    int next = 0;
    for (int i = 0; i < rank; i++) {
      if (order[i] < 0) {
        while (moved[next]) {
          next++;
        }
        order[i] = next++;
      }
    }
    return transposed(x, order);
  }

  private static Tensor transposed(Tensor x, long[] order) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] != i) {
        return Kernels.transpose(x, order);
      }
    }
    return x;
  }

  private static Tensor swapaxes(OpCall c) {
    Tensor x = c.tensor(0);
    long[] order = new long[x.rank()];
    Arrays.setAll(order, i -> i);
    int first = x.shape().axis(c.integer("axis1"));
    int second = x.shape().axis(c.integer("axis2"));
    order[first] = second;
    order[second] = first;
    return transposed(x, order);
  }

  private static Tensor roll(OpCall c) {
    Tensor x = c.tensor(0);
    Tensor shift = Constants.ints(Axes.longs(c.option("shift")));
    Object axis = c.option("axis");
    if (axis != null) {
      return Op.of("Roll").in(x).in(shift).ints(Axes.longs(axis)).one();
    }
    Tensor line = Op.of("Roll").in(x.reshape(-1)).in(shift).ints(0).one();
    return Op.of("Reshape").in(line).in(Kernels.shapeOf(x)).one();
  }

  /** The last axis in falling order, after a change by which rising order becomes falling. */
  private static List<Tensor> falling(Tensor turned) {
    Tensor count = Kernels.shapeOf(turned).getItem(-1);
    return Op.of("TopKV2").in(turned).in(count).attr("sorted", true).all();
  }

  private static Tensor turned(Tensor x) {
    return Kernels.unary(x.dtype().isInteger() ? "Invert" : "Neg", x);
  }

  private static Tensor sort(OpCall c) {
    Tensor given = c.tensor(0);
    Tensor x = given.dtype() == DType.BOOL ? Kernels.cast(given, DType.INT8) : given;
    Tensor sorted = alongLast(c, x, line -> turned(falling(turned(line)).get(0)));
    return Kernels.cast(sorted, given.dtype());
  }

  private static Tensor argsort(OpCall c) {
    Tensor given = c.tensor(0);
    Tensor x = given.dtype() == DType.BOOL ? Kernels.cast(given, DType.UINT8) : given;
    return x.rank() == 0
        ? Constants.ints(0)
        : alongLast(c, x, line -> falling(turned(line)).get(1));
  }

  /** A function of the last axis, for the axis of a call; for null of all elements in a line. */
  private static Tensor alongLast(
      OpCall c, Tensor x, java.util.function.UnaryOperator<Tensor> function) {
    if (c.option("axis") == null) {
      return function.apply(x.reshape(-1));
    }
    int axis = x.shape().axis(c.integer("axis"));
    return function.apply(x.swapaxes(axis, -1)).swapaxes(axis, -1);
  }

  private static Tensor whole(Object indices) {
    Tensor given = Tensor.convert(indices, null);
    return given.dtype() == DType.INT64 ? given : Kernels.cast(given, DType.INT32);
  }

  /** Rows of the last axis, of all other axes as one batch. */
  private static Tensor takeAlongAxis(OpCall c) {
    boolean flat = c.option("axis") == null;
    Tensor x = flat ? c.tensor(0).reshape(-1) : c.tensor(0);
    Tensor indices = whole(c.arguments().get(1));
    int axis = flat ? 0 : x.shape().axis(c.integer("axis"));
    if (indices.rank() != x.rank()) {
      throw new IllegalArgumentException(
          "TakeAlongAxis: `indices` must have as many axes as the input. Received: x.shape="
              + x.shape()
              + " and indices.shape="
              + indices.shape());
    }
    Tensor size = Kernels.shapeOf(x).getItem(axis).cast(indices.dtype());
    Tensor counted = indices.less(0).where(indices.add(size), indices);
    Tensor places = counted.swapaxes(axis, -1);
    Tensor last = x.swapaxes(axis, -1);
    Tensor front = front(last).maximum(front(places));
    Tensor spread = spread(last, front);
    Tensor where = spread(places, front);
    Tensor found =
        Op.of("GatherV2")
            .in(rows(spread))
            .in(rows(where))
            .in(Constants.integer(1))
            .attr("batch_dims", 1)
            .one();
    return Op.of("Reshape").in(found).in(Kernels.shapeOf(where)).one().swapaxes(axis, -1);
  }

  private static Tensor front(Tensor x) {
    return Kernels.shapeOf(x).getItem(Slice.of(0, x.rank() - 1));
  }

  private static Tensor spread(Tensor x, Tensor front) {
    Tensor shape =
        Kernels.concat(List.of(front, Kernels.shapeOf(x).getItem(Slice.of(-1, null))), 0);
    return Op.of("BroadcastTo").in(x).in(shape).one();
  }

  private static Tensor rows(Tensor x) {
    Tensor last = Kernels.shapeOf(x).getItem(Slice.of(-1, null));
    return Op.of("Reshape").in(x).in(Kernels.concat(List.of(Constants.ints(-1), last), 0)).one();
  }

  private static Tensor scatter(OpCall c) {
    Tensor indices = whole(c.arguments().get(0));
    Tensor shape = Kernels.cast(Constants.ints(Axes.longs(c.option("shape"))), indices.dtype());
    return Op.of("ScatterNd").in(indices).in(c.tensor(1)).in(shape).one();
  }

  private static Tensor scatterUpdate(OpCall c) {
    Tensor inputs = c.tensor(0);
    Tensor indices = whole(c.arguments().get(1));
    Tensor updates = Tensor.convert(c.arguments().get(2), inputs.dtype());
    Object reduction = c.option("reduction");
    if (reduction == null) {
      return update("Update", inputs, indices, updates);
    }
    return switch (reduction.toString()) {
      case "add" -> update("Add", inputs, indices, updates);
      case "max" -> update("Max", inputs, indices, updates);
      case "min" -> update("Min", inputs, indices, updates);
      case "mul" -> multiplied(inputs, indices, updates);
      default ->
          throw new IllegalArgumentException(
              "ScatterUpdate: `reduction` must be null, \"add\", \"max\", \"min\" or \"mul\"."
                  + " Received: reduction="
                  + reduction);
    };
  }

  private static Tensor update(String kind, Tensor inputs, Tensor indices, Tensor updates) {
    return Op.of("TensorScatter" + kind).in(inputs).in(indices).in(updates).one();
  }

  /** The inputs times the product of all updates with the same index. */
  private static Tensor multiplied(Tensor inputs, Tensor given, Tensor updates) {
    Tensor indices = Kernels.cast(given, DType.INT32);
    int depth = (int) indices.shape().get(-1);
    Tensor shape = Kernels.shapeOf(inputs);
    Tensor outer = shape.getItem(Slice.of(0, depth));
    Tensor steps =
        Op.of("Cumprod")
            .in(outer)
            .in(Constants.integer(0))
            .attr("exclusive", true)
            .attr("reverse", true)
            .one();
    Tensor places = indices.multiply(steps).sum(-1);
    Tensor products = Op.of("UnsortedSegmentProd").in(updates).in(places).in(outer.prod()).one();
    return inputs.multiply(Op.of("Reshape").in(products).in(shape).one());
  }

  /** Indices from a tensor, an array or a list that may hold tensors of shape (). */
  private static Tensor starts(OpCall c) {
    Object given = c.arguments().get(1);
    boolean list = given instanceof List<?> all && all.stream().anyMatch(Tensor.class::isInstance);
    return list
        ? Shaping.vector((List<?>) given)
        : given instanceof List<?> numbers
            ? Constants.ints(Axes.longs(numbers))
            : Tensor.convert(given, DType.INT32);
  }

  private static Tensor slice(OpCall c) {
    return Op.of("Slice").in(c.tensor(0)).in(starts(c)).ints(Axes.longs(c.option("shape"))).one();
  }

  /** Updates that would reach beyond the end are moved back. */
  private static Tensor sliceUpdate(OpCall c) {
    Tensor inputs = c.tensor(0);
    Tensor updates = Tensor.convert(c.arguments().get(2), inputs.dtype());
    Tensor room = Kernels.shapeOf(inputs).subtract(Kernels.shapeOf(updates));
    Tensor before = starts(c).minimum(room).maximum(0);
    Tensor around = ShapeOps.stack(List.of(before, room.subtract(before)), 1);
    Tensor inside = Kernels.binary("Pad", updates.onesLike(DType.BOOL).cast(DType.INT32), around);
    return inside.notEqual(0).where(Kernels.binary("Pad", updates, around), inputs);
  }
}

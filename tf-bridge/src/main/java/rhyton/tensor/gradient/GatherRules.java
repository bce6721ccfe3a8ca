package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.ShapeRules.join;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** The gradient of looking up slices of a tensor by their indices. */
final class GatherRules {
  private GatherRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("GatherV2", GatherRules::gather);
  }

  /** Along the first axis the gradient stays rows and indices. */
  private static void gather(GradientContext c) {
    long[] given = c.ints(2);
    if (given == null) {
      throw new UnsupportedOperationException("GatherV2: no gradient for an axis that varies");
    }
    int axis = c.in(0).shape().axis((int) given[0]);
    int batches = ((Number) c.attr("batch_dims", (Object) 0)).intValue();
    int count = batches < 0 ? batches + c.in(1).rank() : batches;
    if (count == 0 && axis == 0) {
      c.giveRows(0, () -> rows(c.grad(), c.in(0), c.in(1)));
    } else {
      c.give(0, () -> axisBehindBatches(c, axis, count));
    }
  }

  private static Gradient rows(Tensor gradient, Tensor table, Tensor indices) {
    if (indices.rank() == 1) {
      return Gradient.sparse(gradient, indices, table);
    }
    Shape row = table.shape().from(1);
    Tensor shape =
        row.isKnown()
            ? Shapes.ints(row.prepend(-1).toArray())
            : join(
                List.of(Shapes.ints(-1), Shapes.dynamic(table).getItem(Slice.of(1, null))),
                Tensor.scalar(0, DType.INT32));
    Tensor values = Op.of("Reshape").in(gradient).in(shape).one();
    return Gradient.sparse(values, indices.reshape(-1), table);
  }

  /** The looked up axis comes right behind the batches, and so do, in its place, the indices. */
  private static Tensor axisBehindBatches(GradientContext c, int axis, int batches) {
    int inner = c.in(1).rank() - batches;
    int[] ofGradient = toFront(c.grad().rank(), axis, inner, batches);
    int[] ofInput = toFront(c.in(0).rank(), axis, 1, batches);
    int[] back = new int[ofInput.length];
    for (int i = 0; i < back.length; i++) {
      back[ofInput[i]] = i;
    }
    Tensor shape = Op.of("GatherV2").in(Shapes.dynamic(c.in(0))).in(ints(ofInput)).in(zero()).one();
    Tensor sums = sums(transposed(c.grad(), ofGradient), c.in(1), shape, batches);
    return transposed(sums, back);
  }

  private static Tensor zero() {
    return Tensor.scalar(0, DType.INT32);
  }

  private static Tensor ints(int[] values) {
    return Shapes.ints(Arrays.stream(values).asLongStream().toArray());
  }

  private static Tensor transposed(Tensor x, int[] order) {
    return Arrays.equals(order, IntStream.range(0, order.length).toArray())
        ? x
        : x.transpose(order);
  }

  /** The order of axes in which some of them, from one on, stand right behind the batches. */
  private static int[] toFront(int rank, int from, int count, int batches) {
    IntStream first =
        IntStream.concat(IntStream.range(0, batches), IntStream.range(from, from + count));
    IntStream last =
        IntStream.concat(IntStream.range(batches, from), IntStream.range(from + count, rank));
    return IntStream.concat(first, last).toArray();
  }

  /** All batches as one long table: the indices of each are moved to its part. */
  private static Tensor sums(Tensor gradient, Tensor indices, Tensor shape, int batches) {
    Tensor size = shape.getItem(batches);
    if (batches == 0) {
      return Op.of("UnsortedSegmentSum").in(gradient).in(indices).in(size).one();
    }
    Tensor count = Op.of("Prod").in(shape.getItem(Slice.of(0, batches))).in(Shapes.ints(0)).one();
    Tensor starts =
        Op.of("Range").in(zero()).in(count.multiply(size)).in(size).one().cast(indices.dtype());
    Tensor flat =
        Op.of("Reshape")
            .in(indices)
            .in(join(List.of(count.reshape(1), Shapes.ints(-1)), zero()))
            .one();
    Tensor places = flat.add(starts.reshape(-1, 1)).reshape(-1);
    Tensor row = shape.getItem(Slice.of(batches + 1, null));
    Tensor values =
        Op.of("Reshape").in(gradient).in(join(List.of(Shapes.ints(-1), row), zero())).one();
    Tensor sums = Op.of("UnsortedSegmentSum").in(values).in(places).in(count.multiply(size)).one();
    return Op.of("Reshape").in(sums).in(shape).one();
  }
}

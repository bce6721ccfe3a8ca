package rhyton.data;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * Data in memory: inputs, targets and weights of the samples, put into native memory once. Batches
 * are named by the indices of their samples.
 *
 * @param x the inputs
 * @param y the targets, empty if there are none
 * @param weights the weights of the samples, one for each target; empty if there are none
 */
public record ArrayData(List<Tensor> x, List<Tensor> y, List<Tensor> weights) {
  /** Checks that all parts have the same number of samples. */
  public ArrayData {
    long samples = -1;
    for (List<Tensor> part : List.of(x, y, weights)) {
      for (Tensor tensor : part) {
        if (tensor.rank() == 0) {
          throw new IllegalArgumentException(
              "Data must have a first axis for the samples. Received: a single number");
        }
        long here = tensor.shape().get(0);
        if (samples >= 0 && here != samples) {
          throw new IllegalArgumentException(
              "Data cardinality is ambiguous. Make sure all arrays contain the same number of"
                  + " samples. Received: x of "
                  + sizes(x)
                  + (y.isEmpty() ? "" : ", y of " + sizes(y))
                  + (weights.isEmpty() ? "" : ", sample_weight of " + sizes(weights)));
        }
        samples = here;
      }
    }
  }

  private static List<Long> sizes(List<Tensor> tensors) {
    return tensors.stream().map(t -> t.shape().get(0)).toList();
  }

  /** Returns the number of samples. */
  public int samples() {
    return Math.toIntExact(x.get(0).shape().get(0));
  }

  /** Returns all tensors: inputs, targets, weights. */
  public List<Tensor> all() {
    List<Tensor> all = new ArrayList<>(x);
    all.addAll(y);
    all.addAll(weights);
    return all;
  }

  /**
   * Some of the samples in a row.
   *
   * @param from the first
   * @param to the one behind the last
   * @return the part, which shares the memory
   */
  public ArrayData slice(int from, int to) {
    return new ArrayData(rows(x, from, to), rows(y, from, to), rows(weights, from, to));
  }

  private static List<Tensor> rows(List<Tensor> tensors, int from, int to) {
    return tensors.stream().map(t -> rows(t, from, to)).toList();
  }

  /**
   * Some of the rows of a tensor, without a copy where the memory allows it.
   *
   * @param tensor the tensor
   * @param from the first row
   * @param to the row behind the last
   * @return the rows
   */
  public static Tensor rows(Tensor tensor, int from, int to) {
    if (from == 0 && to == tensor.shape().get(0)) {
      return tensor;
    }
    int[] begin = new int[tensor.rank()];
    int[] size = new int[tensor.rank()];
    java.util.Arrays.fill(size, -1);
    begin[0] = from;
    size[0] = to - from;
    try (TensorScope scope = TensorScope.open()) {
      return Op.of("Slice").in(tensor).in(Tensor.of(begin)).in(Tensor.of(size)).one().keep();
    }
  }
}

package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import rhyton.config.ArgValues;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Base of the layers that make one tensor of a list of tensors. Inputs of fewer dimensions get axes
 * of length 1 behind the batch.
 */
abstract sealed class Merge<S extends Merge<S>> extends ArgLayer<S>
    permits Add, Average, Concatenate, Maximum, Minimum, Multiply, Subtract {
  Merge(ArgValues args) {
    super(args);
  }

  /** Merges tensors of the same number of dimensions. */
  abstract Tensor merge(List<Tensor> inputs);

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected void build(List<Shape> inputs) {
    if (inputs.stream().map(shape -> shape.get(0)).filter(n -> n >= 0).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "Cannot merge tensors with different batch sizes. Received tensors with shapes "
              + inputs);
    }
    Shape all = inputs.get(0).from(1);
    for (Shape input : inputs) {
      all = broadcast(all, input.from(1));
    }
  }

  private static Shape broadcast(Shape a, Shape b) {
    boolean firstIsWide = a.rank() >= b.rank();
    Shape wide = firstIsWide ? a : b;
    Shape narrow = firstIsWide ? b : a;
    for (int axis = -1; axis >= -narrow.rank(); axis--) {
      long x = wide.get(axis);
      long y = narrow.get(axis);
      if (x >= 0 && y >= 0 && x != y && x != 1 && y != 1) {
        throw new IllegalArgumentException(
            "Inputs have incompatible shapes. Received shapes " + a + " and " + b);
      }
      wide = wide.with(axis, x < 0 || y < 0 ? -1 : Math.max(x, y));
    }
    return wide;
  }

  @Override
  protected List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    if (!(arguments.positional().get(0) instanceof List)) {
      throw new IllegalArgumentException(
          "A merge layer should be called on a list of inputs. Received: inputs="
              + arguments.positional().get(0));
    }
    return List.of(merge(ofSameRank(arguments.inputs())));
  }

  private static List<Tensor> ofSameRank(List<Tensor> inputs) {
    int rank = inputs.stream().mapToInt(Tensor::rank).max().orElse(0);
    List<Tensor> all = new ArrayList<>();
    for (Tensor input : inputs) {
      Tensor x = input;
      while (x.rank() < rank) {
        x = x.expandDims(1);
      }
      all.add(x);
    }
    return all;
  }

  /** A step counts if it counts in any of the inputs, provided that all of them have masks. */
  @Override
  protected Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    if (masks.isEmpty() || masks.stream().anyMatch(Objects::isNull)) {
      return null;
    }
    return masks.stream().reduce(Tensor::logicalOr).orElseThrow();
  }

  /** Merges one after the other; where one of a pair is masked, the other one stands for both. */
  static Tensor pairwise(List<Tensor> inputs, BinaryOperator<Tensor> function) {
    Tensor merged = inputs.get(0);
    Tensor mergedMask = wideMask(merged);
    for (Tensor input : inputs.subList(1, inputs.size())) {
      Tensor mask = wideMask(input);
      Tensor x = mask == null ? input : mask.where(input, merged);
      merged = mergedMask == null ? merged : mergedMask.where(merged, x);
      mergedMask = mask == null || mergedMask == null ? null : mergedMask.logicalOr(mask);
      merged = function.apply(merged, x);
    }
    if (mergedMask != null && merged.mask() == null) {
      merged.setMask(mergedMask.any(-1));
    }
    return merged;
  }

  /** The mask of a tensor with an axis for the features, or null. */
  static Tensor wideMask(Tensor x) {
    return x.mask() == null ? null : x.mask().expandDims(-1);
  }
}

package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/**
 * Prefix combinations in a tree: neighbours are combined, the half as many are solved in the same
 * way, and give the results at odd places; those at even places take one more step.
 *
 * <p>Blelloch, <em>Prefix sums and their applications</em>, 1990.
 */
final class AssociativeScan {
  private AssociativeScan() {}

  static List<Tensor> run(
      BinaryOperator<List<Tensor>> function, List<Tensor> elements, boolean reverse, int axis) {
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("associativeScan: expected at least one tensor");
    }
    long length = elements.get(0).shape().get(axis);
    for (Tensor tensor : elements) {
      if (tensor.shape().get(axis) != length || length < 0) {
        throw new IllegalArgumentException(
            "associativeScan: all tensors must have the same known length along axis "
                + axis
                + ". Received: "
                + elements.stream().map(Tensor::shape).toList());
      }
    }
    if (!reverse) {
      return scan(function, elements, axis);
    }
    List<Tensor> flipped = elements.stream().map(x -> x.flip(axis)).toList();
    return scan((a, b) -> function.apply(a, b), flipped, axis).stream()
        .map(x -> x.flip(axis))
        .toList();
  }

  private static List<Tensor> scan(
      BinaryOperator<List<Tensor>> function, List<Tensor> elements, int axis) {
    long length = elements.get(0).shape().get(axis);
    if (length < 2) {
      return elements;
    }
    List<Tensor> pairs =
        function.apply(
            every(elements, axis, 0, length - 1, 2), every(elements, axis, 1, length, 2));
    List<Tensor> odd = scan(function, pairs, axis);
    long rest = length % 2 == 0 ? odd.get(0).shape().get(axis) - 1 : length / 2;
    List<Tensor> even =
        rest == 0
            ? List.of()
            : function.apply(every(odd, axis, 0, rest, 1), every(elements, axis, 2, length, 2));
    List<Tensor> results = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      Tensor first = elements.get(i).getItem(at(elements.get(i), axis, Slice.of(0, 1)));
      Tensor evens =
          even.isEmpty() ? first : ShapeOps.concatenate(List.of(first, even.get(i)), axis);
      results.add(interleaved(evens, odd.get(i), axis));
    }
    return results;
  }

  private static List<Tensor> every(List<Tensor> tensors, int axis, long from, long to, int step) {
    return tensors.stream()
        .map(x -> x.getItem(at(x, axis, new Slice((int) from, (int) to, step))))
        .toList();
  }

  private static Object[] at(Tensor x, int axis, Slice slice) {
    Object[] indices = new Object[x.rank()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i == x.shape().axis(axis) ? slice : Slice.ALL;
    }
    return indices;
  }

  /** a0 b0 a1 b1 …; a may have one element more. */
  private static Tensor interleaved(Tensor a, Tensor b, int axis) {
    int position = a.shape().axis(axis);
    long both = b.shape().get(axis);
    Tensor head = a.getItem(at(a, axis, Slice.of(0, (int) both)));
    Tensor pairs = ShapeOps.stack(List.of(head, b), position + 1);
    Tensor mixed = pairs.reshape(head.shape().with(position, 2 * both).toArray());
    return a.shape().get(axis) == both
        ? mixed
        : ShapeOps.concatenate(
            List.of(mixed, a.getItem(at(a, axis, Slice.of((int) both, (int) both + 1)))), axis);
  }
}

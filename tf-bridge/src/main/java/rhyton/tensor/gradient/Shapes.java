package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Shapes in gradient rules: as constants where they are known, as ops where they are not. */
final class Shapes {
  private Shapes() {}

  /** The shape of a tensor as a vector of 32-bit integers. */
  static Tensor dynamic(Tensor x) {
    return x.shape().isKnown()
        ? ints(x.shape().toArray())
        : Op.of("Shape").in(x).attr("out_type", DType.INT32).one();
  }

  static Tensor ints(long... values) {
    return Op.vector(values);
  }

  /** A tensor in the shape of another one. */
  static Tensor reshapeLike(Tensor x, Tensor like) {
    if (like.shape().isKnown() && like.shape().equals(x.shape())) {
      return x;
    }
    return Op.of("Reshape").in(x).in(reshapeTarget(like)).one();
  }

  private static Tensor reshapeTarget(Tensor like) {
    if (like.shape().hasRank()) {
      long unknown = Arrays.stream(like.shape().toArray()).filter(d -> d < 0).count();
      if (unknown <= 1) {
        return ints(like.shape().toArray());
      }
    }
    return dynamic(like);
  }

  static Tensor broadcastLike(Tensor x, Tensor like) {
    return Op.of("BroadcastTo").in(x).in(dynamic(like)).one();
  }

  /**
   * A gradient of a broadcast result, summed over the axes along which one argument was repeated.
   *
   * @param gradient the gradient, of the shape of the result
   * @param x the argument
   * @param other the other argument
   */
  static Tensor sumTo(Tensor gradient, Tensor x, Tensor other) {
    List<Integer> axes = repeated(gradient.shape(), x.shape(), other.shape());
    if (axes == null) {
      Tensor repeated =
          Op.of("BroadcastGradientArgs").in(dynamic(x)).in(dynamic(other)).all().get(0);
      return reshapeLike(Op.of("Sum").in(gradient).in(repeated).one(), x);
    }
    if (axes.isEmpty()) {
      return gradient;
    }
    boolean onlyLeading = axes.size() == gradient.rank() - x.rank();
    Tensor sum =
        Op.of("Sum")
            .in(gradient)
            .ints(axes.stream().mapToLong(a -> a).toArray())
            .attr("keep_dims", !onlyLeading)
            .one();
    return onlyLeading ? sum : reshapeLike(sum, x);
  }

  /** The axes of the result along which x was repeated; null if that is not known yet. */
  private static List<Integer> repeated(Shape result, Shape x, Shape other) {
    if (!result.hasRank() || !x.hasRank() || !other.hasRank()) {
      return null;
    }
    List<Integer> axes = new ArrayList<>();
    int missing = result.rank() - x.rank();
    for (int i = 0; i < result.rank(); i++) {
      long mine = i < missing ? 1 : x.get(i - missing);
      int behind = i - (result.rank() - other.rank());
      long theirs = behind < 0 ? 1 : other.get(behind);
      if (i < missing || (mine == 1 && theirs != 1)) {
        axes.add(i);
      } else if (mine < 0 && theirs != 1) {
        return null;
      }
    }
    return axes;
  }
}

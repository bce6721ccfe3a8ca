package rhyton.tensor.gradient;

import java.util.List;
import java.util.function.UnaryOperator;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * The gradient with respect to one tensor: all of it, or, where only some rows of a table were
 * looked up, these rows and their indices (TensorFlow's IndexedSlices). Indices may repeat;
 * repeated rows add up.
 */
public final class Gradient {
  private final Tensor values;
  private final Tensor indices;
  private final Tensor target;

  private Gradient(Tensor values, Tensor indices, Tensor target) {
    this.values = values;
    this.indices = indices;
    this.target = target;
  }

  /**
   * A gradient in full.
   *
   * @param values the gradient, of the shape of what it belongs to
   * @return the gradient
   */
  public static Gradient dense(Tensor values) {
    return new Gradient(values, null, null);
  }

  /**
   * A gradient of some rows.
   *
   * @param values the gradients of the rows, (rows, …)
   * @param indices which rows, (rows)
   * @param target the table that it belongs to
   * @return the gradient
   */
  public static Gradient sparse(Tensor values, Tensor indices, Tensor target) {
    return new Gradient(values, indices, target);
  }

  /** Returns whether it holds only some rows. */
  public boolean isSparse() {
    return indices != null;
  }

  /** Returns the gradient in full, or the gradients of the rows. */
  public Tensor values() {
    return values;
  }

  /** Returns which rows, or null if it is the gradient in full. */
  public Tensor indices() {
    return indices;
  }

  /** Returns the gradient in full; repeated rows are added. */
  public Tensor toDense() {
    if (indices == null) {
      return values;
    }
    long known = target.shape().hasRank() ? target.shape().get(0) : -1;
    Tensor rows =
        known >= 0 ? Tensor.scalar(known, DType.INT32) : Shapes.dynamic(target).getItem(0);
    return Op.of("UnsortedSegmentSum").in(values).in(indices).in(rows).one();
  }

  /**
   * The gradient with a function applied to its values as they are: a function that keeps zeros,
   * such as a scaling or the square of each slice by itself.
   *
   * @param function what is applied
   * @return the changed gradient
   */
  public Gradient map(UnaryOperator<Tensor> function) {
    return new Gradient(function.apply(values), indices, target);
  }

  /**
   * The sum of two gradients of one tensor.
   *
   * @param other the other gradient
   * @return the sum
   */
  public Gradient sum(Gradient other) {
    if (isSparse() && other.isSparse()) {
      return sparse(
          ShapeOps.concatenate(List.of(values, other.values), 0),
          ShapeOps.concatenate(List.of(indices, other.indices), 0),
          target);
    }
    return dense(toDense().add(other.toDense()));
  }
}

package rhyton.tensor;

/**
 * Products of matrices and what belongs to them.
 *
 * @see <a href="https://keras.io/api/ops/linalg/">keras.ops.linalg</a>
 */
public sealed interface LinalgOps permits Tensor {

  /**
   * The product of matrices: {@code x1 · x2}; further axes in front are batches and broadcast, a
   * vector counts as a row on the left and as a column on the right.
   *
   * @param x2 a tensor or an array
   * @return the product
   */
  default Tensor matmul(Object x2) {
    return Linalg.MATMUL.one(this, x2);
  }

  /**
   * The norm of a vector or matrix: the root of the sum of squares.
   *
   * @param axis the axes, one or two; none: all
   * @return the result, without these axes
   */
  default Tensor norm(int... axis) {
    return norm(null, false, axis);
  }

  /**
   * The norm of a vector or matrix.
   *
   * @param order null: the root of the sum of squares. Over one axis: a number p for {@code sum(|x|
   *     ** p) ** (1 / p)}, also 0 (how many are not 0) and infinite ones (greatest, least). Over
   *     two axes: 1, -1 and infinite ones (sums of columns, of rows), 2, -2 and "nuc" (of singular
   *     values), "fro"
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes, one or two; none: all
   * @return the result
   * @throws IllegalArgumentException if there is no such norm
   */
  default Tensor norm(Object order, boolean keepdims, int... axis) {
    return Linalg.NORM.one(
        OpCall.of(this)
            .with("ord", order)
            .with("axis", Reductions.axis(axis))
            .with("keepdims", keepdims));
  }

  /**
   * Products of tensors summed over some axes, in Einstein's notation: {@code einsum("ij,jk->ik",
   * a, b)} is a product of matrices. A label that stands twice in one operand takes its diagonal,
   * dots stand for axes that broadcast.
   *
   * @param subscripts a letter for each axis of each operand, and behind an arrow those of the
   *     result; without an arrow these are all that stand once, in alphabetic order
   * @param operands the tensors
   * @return the result
   */
  static Tensor einsum(String subscripts, Tensor... operands) {
    return Linalg.EINSUM.one(OpCall.of((Object[]) operands).with("subscripts", subscripts));
  }
}

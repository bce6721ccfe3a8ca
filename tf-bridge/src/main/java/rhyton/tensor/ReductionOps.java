package rhyton.tensor;

/**
 * Reductions over axes: sums, means, extremes and where they are.
 *
 * <p>Each comes in three forms: over all elements, over some axes, over some axes that stay with
 * length 1. Axes may be negative to count from the end.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface ReductionOps permits Tensor {

  /**
   * The sum over axes; narrow whole numbers are summed as 32-bit ones.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor sum() {
    return Reductions.SUM.one(this);
  }

  /**
   * The sum over axes; narrow whole numbers are summed as 32-bit ones.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor sum(int... axis) {
    return sum(false, axis);
  }

  /**
   * The sum over axes; narrow whole numbers are summed as 32-bit ones.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor sum(boolean keepdims, int... axis) {
    return Reductions.SUM.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * The product over axes.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor prod() {
    return Reductions.PROD.one(this);
  }

  /**
   * The product over axes.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor prod(int... axis) {
    return prod(false, axis);
  }

  /**
   * The product over axes.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor prod(boolean keepdims, int... axis) {
    return Reductions.PROD.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * The mean over axes; whole numbers give float32.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor mean() {
    return Reductions.MEAN.one(this);
  }

  /**
   * The mean over axes; whole numbers give float32.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor mean(int... axis) {
    return mean(false, axis);
  }

  /**
   * The mean over axes; whole numbers give float32.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor mean(boolean keepdims, int... axis) {
    return Reductions.MEAN.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * The largest element over axes.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor max() {
    return Reductions.MAX.one(this);
  }

  /**
   * The largest element over axes.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor max(int... axis) {
    return max(false, axis);
  }

  /**
   * The largest element over axes.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor max(boolean keepdims, int... axis) {
    return Reductions.MAX.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * The smallest element over axes.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor min() {
    return Reductions.MIN.one(this);
  }

  /**
   * The smallest element over axes.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor min(int... axis) {
    return min(false, axis);
  }

  /**
   * The smallest element over axes.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor min(boolean keepdims, int... axis) {
    return Reductions.MIN.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * The variance over axes: the mean of {@code (x - mean(x))²}.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor var() {
    return Reductions.VAR.one(this);
  }

  /**
   * The variance over axes: the mean of {@code (x - mean(x))²}.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor var(int... axis) {
    return var(false, axis);
  }

  /**
   * The variance over axes: the mean of {@code (x - mean(x))²}.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor var(boolean keepdims, int... axis) {
    return Reductions.VAR.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * The standard deviation over axes: the root of {@link #var}.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor std() {
    return Reductions.STD.one(this);
  }

  /**
   * The standard deviation over axes: the root of {@link #var}.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor std(int... axis) {
    return std(false, axis);
  }

  /**
   * The standard deviation over axes: the root of {@link #var}.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor std(boolean keepdims, int... axis) {
    return Reductions.STD.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * Whether an element is true over axes.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor any() {
    return Reductions.ANY.one(this);
  }

  /**
   * Whether an element is true over axes.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor any(int... axis) {
    return any(false, axis);
  }

  /**
   * Whether an element is true over axes.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor any(boolean keepdims, int... axis) {
    return Reductions.ANY.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * Whether all elements are true over axes.
   *
   * @return the result over all elements, of shape ()
   */
  default Tensor all() {
    return Reductions.ALL.one(this);
  }

  /**
   * Whether all elements are true over axes.
   *
   * @param axis the axes, which are dropped
   * @return the result, without these axes
   */
  default Tensor all(int... axis) {
    return all(false, axis);
  }

  /**
   * Whether all elements are true over axes.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axis the axes; none means all
   * @return the result
   */
  default Tensor all(boolean keepdims, int... axis) {
    return Reductions.ALL.one(
        OpCall.of(this).with("axis", Reductions.axis(axis)).with("keepdims", keepdims));
  }

  /**
   * Where the largest element is along an axis; the first of equal ones.
   *
   * @param axis the axis, which is dropped
   * @return indices of type int32
   */
  default Tensor argmax(int axis) {
    return Reductions.ARGMAX.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * Where the smallest element is along an axis; the first of equal ones.
   *
   * @param axis the axis, which is dropped
   * @return indices of type int32
   */
  default Tensor argmin(int axis) {
    return Reductions.ARGMIN.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * The running sum along an axis.
   *
   * @param axis the axis
   * @return the sums, of the same shape
   */
  default Tensor cumsum(int axis) {
    return Reductions.CUMSUM.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * Running products along an axis.
   *
   * @param axis the axis
   * @return a tensor of the same shape: each element times all before it
   */
  default Tensor cumprod(int axis) {
    return Reductions.CUMPROD.one(OpCall.of(this).with("axis", axis));
  }
}

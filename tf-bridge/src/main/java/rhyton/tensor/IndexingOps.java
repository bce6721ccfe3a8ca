package rhyton.tensor;

/**
 * What moves axes and elements, sorts, and puts elements at indices.
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops</a>
 */
public sealed interface IndexingOps permits Tensor {

  /**
   * Moves axes to other places; the others keep their order.
   *
   * @param source which axes
   * @param destination where each of them goes
   * @return the tensor with its axes in the new order
   */
  default Tensor moveaxis(int[] source, int[] destination) {
    return Indexing.MOVEAXIS.one(
        OpCall.of(this).with("source", source).with("destination", destination));
  }

  /**
   * Moves one axis to another place; the others keep their order.
   *
   * @param source which axis
   * @param destination where it goes
   * @return the tensor with its axes in the new order
   */
  default Tensor moveaxis(int source, int destination) {
    return Indexing.MOVEAXIS.one(
        OpCall.of(this).with("source", source).with("destination", destination));
  }

  /**
   * Exchanges two axes.
   *
   * @param axis1 one axis
   * @param axis2 the other
   * @return the tensor with its axes in the new order
   */
  default Tensor swapaxes(int axis1, int axis2) {
    return Indexing.SWAPAXES.one(OpCall.of(this).with("axis1", axis1).with("axis2", axis2));
  }

  /**
   * Moves elements along an axis; what leaves at the end comes in at the beginning.
   *
   * @param shift by how many places
   * @param axis the axis; null for all elements in a line
   * @return a tensor of the same shape
   */
  default Tensor roll(int shift, Integer axis) {
    return Indexing.ROLL.one(OpCall.of(this).with("shift", shift).with("axis", axis));
  }

  /**
   * Moves elements along several axes; what leaves at the end comes in at the beginning.
   *
   * @param shift by how many places, for each axis
   * @param axis the axes
   * @return a tensor of the same shape
   */
  default Tensor roll(int[] shift, int[] axis) {
    return Indexing.ROLL.one(OpCall.of(this).with("shift", shift).with("axis", axis));
  }

  /**
   * Sorts along an axis, in rising order.
   *
   * @param axis the axis; Keras's default is the last, null for all elements in a line
   * @return a tensor of the same shape, or a vector
   */
  default Tensor sort(Integer axis) {
    return Indexing.SORT.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * The indices that sort an axis in rising order; equal elements keep theirs.
   *
   * @param axis the axis; Keras's default is the last, null for all elements in a line
   * @return indices as int32
   */
  default Tensor argsort(Integer axis) {
    return Indexing.ARGSORT.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * Looks up elements along an axis, in each line by indices of its own.
   *
   * @param indices whole numbers, with as many axes as this tensor; the other axes broadcast
   * @param axis the axis; null for all elements in a line
   * @return the elements, of the shape of the indices
   */
  default Tensor takeAlongAxis(Object indices, Integer axis) {
    return Indexing.TAKE_ALONG_AXIS.one(OpCall.of(this, indices).with("axis", axis));
  }

  /**
   * Zeros with values at indices, where this tensor holds the indices; values at the same index add
   * up.
   *
   * @param values the values
   * @param shape the shape of the result; as many of its first axes as the last axis of the indices
   *     is long are looked up
   * @return a tensor of that shape
   */
  default Tensor scatter(Object values, long... shape) {
    return Indexing.SCATTER.one(OpCall.of(this, values).with("shape", Shape.of(shape)));
  }

  /**
   * This tensor with other values at some indices.
   *
   * @param indices the indices, one along the last axis
   * @param updates the values
   * @return a tensor of the same shape
   */
  default Tensor scatterUpdate(Object indices, Object updates) {
    return scatterUpdate(indices, updates, null);
  }

  /**
   * This tensor with values that meet its own at some indices.
   *
   * @param indices the indices, one along the last axis
   * @param updates the values
   * @param reduction "add", "max", "min" or "mul"; null to replace
   * @return a tensor of the same shape
   */
  default Tensor scatterUpdate(Object indices, Object updates, String reduction) {
    return Indexing.SCATTER_UPDATE.one(
        OpCall.of(this, indices, updates).with("reduction", reduction));
  }

  /**
   * A block of this tensor.
   *
   * @param startIndices where it begins, one number for each axis; they may be known only when it
   *     runs
   * @param shape its shape; -1 for an axis to the end
   * @return the block
   */
  default Tensor slice(Object startIndices, long... shape) {
    return Indexing.SLICE.one(OpCall.of(this, startIndices).with("shape", shape));
  }

  /**
   * This tensor with other values in a block. A block that would reach beyond the end is moved
   * back.
   *
   * @param startIndices where it begins, one number for each axis; they may be known only when it
   *     runs
   * @param updates the values, with as many axes as this tensor
   * @return a tensor of the same shape
   */
  default Tensor sliceUpdate(Object startIndices, Object updates) {
    return Indexing.SLICE_UPDATE.one(this, startIndices, updates);
  }
}

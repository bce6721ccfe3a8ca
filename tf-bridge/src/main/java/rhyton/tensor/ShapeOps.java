package rhyton.tensor;

import java.util.Arrays;
import java.util.List;

/**
 * Changes of shape: reshaping, reordering, joining, cutting, picking.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface ShapeOps permits Tensor {

  /**
   * The same elements in another shape.
   *
   * @param newshape the dimensions; one of them may be -1, it follows from the others
   * @return the result
   */
  default Tensor reshape(long... newshape) {
    return Shaping.RESHAPE.one(
        OpCall.of(this).with("newshape", Arrays.stream(newshape).boxed().toList()));
  }

  /**
   * The same elements in another shape, of which some dimensions may be known only when it runs.
   *
   * @param newshape the dimensions: numbers, of which one may be -1, and tensors of shape ()
   * @return the result
   */
  default Tensor reshape(List<?> newshape) {
    return Shaping.RESHAPE.one(OpCall.of(this).with("newshape", newshape));
  }

  /**
   * The dimensions of a value or symbol.
   *
   * @return a Long for each dimension that is known, else a tensor of shape () that has it when it
   *     runs
   */
  default List<Object> dims() {
    return Shaping.dims((Tensor) this);
  }

  /**
   * Reorders the axes.
   *
   * @param axes for each axis of the result, which axis it was; none: all in reverse order
   * @return the result
   */
  default Tensor transpose(int... axes) {
    return Shaping.TRANSPOSE.one(
        OpCall.of(this)
            .with("axes", axes.length == 0 ? null : Arrays.stream(axes).boxed().toList()));
  }

  /**
   * Inserts an axis of length 1.
   *
   * @param axis where it stands in the result, may be negative
   * @return the result
   */
  default Tensor expandDims(int axis) {
    return Shaping.EXPAND_DIMS.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * Drops axes of length 1.
   *
   * @param axis the axes; none: all of length 1
   * @return the result
   */
  default Tensor squeeze(int... axis) {
    return Shaping.SQUEEZE.one(OpCall.of(this).with("axis", Reductions.axis(axis)));
  }

  /**
   * Joins tensors along an axis that they have.
   *
   * @param tensors the tensors, of equal shapes but for that axis
   * @param axis the axis
   * @return the joined tensor
   */
  static Tensor concatenate(List<Tensor> tensors, int axis) {
    return Shaping.CONCATENATE.one(OpCall.of(tensors).with("axis", axis));
  }

  /**
   * Joins tensors of one shape along a new axis.
   *
   * @param tensors the tensors
   * @param axis where the new axis stands in the result
   * @return the joined tensor
   */
  static Tensor stack(List<Tensor> tensors, int axis) {
    return Shaping.STACK.one(OpCall.of(tensors).with("axis", axis));
  }

  /**
   * Cuts into equal parts.
   *
   * @param sections how many
   * @param axis along which axis
   * @return the parts
   */
  default List<Tensor> split(int sections, int axis) {
    return Shaping.SPLIT.many(
        OpCall.of(this).with("indices_or_sections", sections).with("axis", axis));
  }

  /**
   * Cuts at indices.
   *
   * @param indices where the second and all later parts begin
   * @param axis along which axis
   * @return the parts, one more than indices
   */
  default List<Tensor> split(long[] indices, int axis) {
    return Shaping.SPLIT.many(
        OpCall.of(this)
            .with("indices_or_sections", Arrays.stream(indices).boxed().toList())
            .with("axis", axis));
  }

  /**
   * Puts elements around.
   *
   * @param padWidth for each axis, how many before and how many behind
   * @return the larger tensor, zeros around
   */
  default Tensor pad(int[][] padWidth) {
    return pad(padWidth, "constant", null);
  }

  /**
   * Puts elements around.
   *
   * @param padWidth for each axis, how many before and how many behind
   * @param mode "constant", "reflect" or "symmetric"
   * @param constantValues the value for mode "constant"; null: 0
   * @return the larger tensor
   */
  default Tensor pad(int[][] padWidth, String mode, Object constantValues) {
    OpCall call =
        mode.equals("constant") && constantValues != null
            ? OpCall.of(this, constantValues)
            : OpCall.of(this);
    List<List<Integer>> pairs =
        Arrays.stream(padWidth).map(p -> Arrays.stream(p).boxed().toList()).toList();
    return Shaping.PAD.one(call.with("pad_width", pairs).with("mode", mode));
  }

  /**
   * Repeats the whole tensor along its axes.
   *
   * @param repeats how often, for each axis
   * @return the larger tensor
   */
  default Tensor tile(long... repeats) {
    return Shaping.TILE.one(
        OpCall.of(this).with("repeats", Arrays.stream(repeats).boxed().toList()));
  }

  /**
   * Repeats each element along an axis.
   *
   * @param repeats how often
   * @param axis the axis
   * @return the larger tensor
   */
  default Tensor repeat(int repeats, int axis) {
    return Shaping.REPEAT.one(OpCall.of(this).with("repeats", repeats).with("axis", axis));
  }

  /**
   * Repeats each element as often as said for it.
   *
   * @param repeats how often, for each index of the axis
   * @param axis along which axis
   * @return the result
   */
  default Tensor repeat(int[] repeats, int axis) {
    return Shaping.REPEAT.one(
        OpCall.of(this)
            .with("repeats", Arrays.stream(repeats).boxed().toList())
            .with("axis", axis));
  }

  /**
   * Cuts into slices, which lose the axis.
   *
   * @param axis along which axis, its size must be known
   * @return the slices
   * @throws IllegalArgumentException if the size of the axis is unknown
   */
  default List<Tensor> unstack(int axis) {
    return Shaping.UNSTACK.many(OpCall.of(this).with("axis", axis));
  }

  /**
   * Repeats axes of length 1 until the shape is met.
   *
   * @param shape the shape
   * @return the larger tensor
   */
  default Tensor broadcastTo(long... shape) {
    return Shaping.BROADCAST_TO.one(
        OpCall.of(this).with("shape", Arrays.stream(shape).boxed().toList()));
  }

  /**
   * Picks by index along an axis.
   *
   * @param indices whole numbers: a tensor or an array
   * @param axis the axis
   * @return the result: the axis is replaced by the shape of the indices
   */
  default Tensor take(Object indices, int axis) {
    return Shaping.TAKE.one(OpCall.of(this, indices).with("axis", axis));
  }

  /**
   * Reverses the order of elements.
   *
   * @param axis the axes; none means all
   * @return the result, of the same shape
   */
  default Tensor flip(int... axis) {
    return Shaping.FLIP.one(OpCall.of(this).with("axis", Reductions.axis(axis)));
  }

  /**
   * Picks with a key as Python's brackets take it.
   *
   * @param key for each axis an index (which drops the axis), a {@link Slice}, {@link
   *     Slice#ELLIPSIS}, or null for a new axis
   * @return the part
   */
  default Tensor getItem(Object... key) {
    return Shaping.GET_ITEM.one(this, key.length == 1 ? key[0] : Arrays.asList(key));
  }
}

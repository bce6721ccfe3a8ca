package rhyton.tensor;

/**
 * Tensors of equal numbers and of numbers in a row.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface CreationOps permits Tensor {

  /**
   * Zeros.
   *
   * @param shape the shape, fully known
   * @param dtype the type
   * @return the tensor
   */
  static Tensor zeros(Shape shape, DType dtype) {
    return full(shape, 0, dtype);
  }

  /**
   * Ones.
   *
   * @param shape the shape, fully known
   * @param dtype the type
   * @return the tensor
   */
  static Tensor ones(Shape shape, DType dtype) {
    return full(shape, 1, dtype);
  }

  /**
   * One number everywhere.
   *
   * @param shape the shape, fully known
   * @param fillValue the number: a number or a tensor of shape ()
   * @param dtype the type
   * @return the tensor
   */
  static Tensor full(Shape shape, Object fillValue, DType dtype) {
    return Creations.FULL.one(
        OpCall.of(fillValue)
            .with("shape", java.util.Arrays.stream(shape.toArray()).boxed().toList())
            .with("dtype", dtype.toString()));
  }

  /**
   * Numbers in a row: {@code start, start + step, …}, up to but without {@code stop}.
   *
   * @param start the first number
   * @param stop what is not reached
   * @param step the distance
   * @param dtype the type; null: int32, or float32 if one of the numbers is broken
   * @return the numbers
   */
  static Tensor arange(Object start, Object stop, Object step, DType dtype) {
    return Creations.ARANGE.one(
        OpCall.of(start, stop, step).with("dtype", dtype == null ? null : dtype.toString()));
  }

  /**
   * Zeros of the shape of this tensor.
   *
   * @param dtype their type
   * @return the tensor
   */
  default Tensor zerosLike(DType dtype) {
    return Creations.ZEROS_LIKE.one(OpCall.of(this).with("dtype", dtype.toString()));
  }

  /**
   * Ones of the shape of this tensor.
   *
   * @param dtype their type
   * @return the tensor
   */
  default Tensor onesLike(DType dtype) {
    return Creations.ONES_LIKE.one(OpCall.of(this).with("dtype", dtype.toString()));
  }

  /** Returns zeros of the shape and type of this tensor. */
  default Tensor zerosLike() {
    return Creations.ZEROS_LIKE.one(this);
  }

  /** Returns ones of the shape and type of this tensor. */
  default Tensor onesLike() {
    return Creations.ONES_LIKE.one(this);
  }

  /**
   * One number everywhere, in the shape and type of this tensor.
   *
   * @param fillValue the number, or what broadcasts to the shape
   * @return the tensor
   */
  default Tensor fullLike(Object fillValue) {
    return Creations.FULL_LIKE.one(this, fillValue);
  }
}

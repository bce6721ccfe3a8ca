package rhyton.tensor;

/**
 * Arithmetic and comparison of two tensors, element by element.
 *
 * <p>Arguments that are not tensors (numbers, arrays) take the type of the tensor where Keras's
 * rules of promotion allow it. Shapes broadcast as in NumPy.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface ArithmeticOps permits Tensor {

  /**
   * Adds element by element: {@code x1 + x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor add(Object x2) {
    return Arithmetic.ADD.one(this, x2);
  }

  /**
   * Subtracts element by element: {@code x1 - x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor subtract(Object x2) {
    return Arithmetic.SUBTRACT.one(this, x2);
  }

  /**
   * Multiplies element by element: {@code x1 * x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor multiply(Object x2) {
    return Arithmetic.MULTIPLY.one(this, x2);
  }

  /**
   * Divides element by element: {@code x1 / x2}; whole numbers give float32.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor divide(Object x2) {
    return Arithmetic.DIVIDE.one(this, x2);
  }

  /**
   * Divides as Python's operator does: {@code x1 / x2}; whole numbers give float32.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor trueDivide(Object x2) {
    return Arithmetic.TRUE_DIVIDE.one(this, x2);
  }

  /**
   * Divides, and gives 0 where the divisor is 0; whole numbers give float32.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor divideNoNan(Object x2) {
    return Arithmetic.DIVIDE_NO_NAN.one(this, x2);
  }

  /**
   * Divides and rounds down: {@code floor(x1 / x2)}.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor floorDivide(Object x2) {
    return Arithmetic.FLOOR_DIVIDE.one(this, x2);
  }

  /**
   * The remainder with the sign of the divisor: {@code x1 - floor(x1 / x2) * x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor mod(Object x2) {
    return Arithmetic.MOD.one(this, x2);
  }

  /**
   * Raises to a power: {@code x1 ** x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor power(Object x2) {
    return Arithmetic.POWER.one(this, x2);
  }

  /**
   * The larger of two elements.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor maximum(Object x2) {
    return Arithmetic.MAXIMUM.one(this, x2);
  }

  /**
   * The smaller of two elements.
   *
   * @param x2 a tensor, a number or an array
   * @return the result, of the broadcast shape
   */
  default Tensor minimum(Object x2) {
    return Arithmetic.MINIMUM.one(this, x2);
  }

  /**
   * Whether elements are equal.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor equal(Object x2) {
    return Arithmetic.EQUAL.one(this, x2);
  }

  /**
   * Whether elements differ.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor notEqual(Object x2) {
    return Arithmetic.NOT_EQUAL.one(this, x2);
  }

  /**
   * Whether {@code x1 > x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor greater(Object x2) {
    return Arithmetic.GREATER.one(this, x2);
  }

  /**
   * Whether {@code x1 >= x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor greaterEqual(Object x2) {
    return Arithmetic.GREATER_EQUAL.one(this, x2);
  }

  /**
   * Whether {@code x1 < x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor less(Object x2) {
    return Arithmetic.LESS.one(this, x2);
  }

  /**
   * Whether {@code x1 <= x2}.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor lessEqual(Object x2) {
    return Arithmetic.LESS_EQUAL.one(this, x2);
  }

  /**
   * Whether both are true; numbers count as true if they are not 0.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor logicalAnd(Object x2) {
    return Arithmetic.LOGICAL_AND.one(this, x2);
  }

  /**
   * Whether one of both is true; numbers count as true if they are not 0.
   *
   * @param x2 a tensor, a number or an array
   * @return truth values, of the broadcast shape
   */
  default Tensor logicalOr(Object x2) {
    return Arithmetic.LOGICAL_OR.one(this, x2);
  }

  /**
   * Chooses between two values: {@code this ? x1 : x2}, where this tensor holds truth values.
   *
   * @param x1 a tensor, a number or an array: what is taken where this is true
   * @param x2 a tensor, a number or an array: what is taken where this is false
   * @return the result, of the broadcast shape
   */
  default Tensor where(Object x1, Object x2) {
    return Arithmetic.WHERE.one(this, x1, x2);
  }

  /**
   * Where this tensor is true, or not 0.
   *
   * @return the indices: for each axis a vector of int32
   */
  default java.util.List<Tensor> where() {
    return Arithmetic.WHERE.many(OpCall.of(this));
  }
}

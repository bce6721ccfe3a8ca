package rhyton.tensor;

/**
 * Functions of each element of one tensor.
 *
 * <p>Arguments that are not tensors (numbers, arrays) take the type of the tensor where Keras's
 * rules of promotion allow it. Shapes broadcast as in NumPy.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface ElementwiseOps permits Tensor {

  /**
   * The negative: {@code -x}.
   *
   * @return the result, of the same shape
   */
  default Tensor negative() {
    return Elementwise.NEGATIVE.one(this);
  }

  /**
   * The absolute value {@code |x|}.
   *
   * @return the result, of the same shape
   */
  default Tensor absolute() {
    return Elementwise.ABSOLUTE.one(this);
  }

  /**
   * The square {@code x * x}.
   *
   * @return the result, of the same shape
   */
  default Tensor square() {
    return Elementwise.SQUARE.one(this);
  }

  /**
   * The square root.
   *
   * @return the result, of the same shape
   */
  default Tensor sqrt() {
    return Elementwise.SQRT.one(this);
  }

  /**
   * One over the square root: {@code 1 / sqrt(x)}.
   *
   * @return the result, of the same shape
   */
  default Tensor rsqrt() {
    return Elementwise.RSQRT.one(this);
  }

  /**
   * The exponential {@code e ** x}.
   *
   * @return the result, of the same shape
   */
  default Tensor exp() {
    return Elementwise.EXP.one(this);
  }

  /**
   * {@code e ** x - 1}, exact for small x.
   *
   * @return the result, of the same shape
   */
  default Tensor expm1() {
    return Elementwise.EXPM1.one(this);
  }

  /**
   * The natural logarithm.
   *
   * @return the result, of the same shape
   */
  default Tensor log() {
    return Elementwise.LOG.one(this);
  }

  /**
   * {@code log(1 + x)}, exact for small x.
   *
   * @return the result, of the same shape
   */
  default Tensor log1p() {
    return Elementwise.LOG1P.one(this);
  }

  /**
   * The sine of an angle in radians.
   *
   * @return the result, of the same shape
   */
  default Tensor sin() {
    return Elementwise.SIN.one(this);
  }

  /**
   * The cosine of an angle in radians.
   *
   * @return the result, of the same shape
   */
  default Tensor cos() {
    return Elementwise.COS.one(this);
  }

  /**
   * The tangent of an angle in radians.
   *
   * @return the result, of the same shape
   */
  default Tensor tan() {
    return Elementwise.TAN.one(this);
  }

  /**
   * The hyperbolic tangent.
   *
   * @return the result, of the same shape
   */
  default Tensor tanh() {
    return Elementwise.TANH.one(this);
  }

  /**
   * -1, 0 or 1, by the sign.
   *
   * @return the result, of the same shape
   */
  default Tensor sign() {
    return Elementwise.SIGN.one(this);
  }

  /**
   * Rounds down.
   *
   * @return the result, of the same shape
   */
  default Tensor floor() {
    return Elementwise.FLOOR.one(this);
  }

  /**
   * Rounds up.
   *
   * @return the result, of the same shape
   */
  default Tensor ceil() {
    return Elementwise.CEIL.one(this);
  }

  /**
   * The error function.
   *
   * @return the result, of the same shape
   */
  default Tensor erf() {
    return Elementwise.ERF.one(this);
  }

  /**
   * One over x.
   *
   * @return the result, of the same shape
   */
  default Tensor reciprocal() {
    return Elementwise.RECIPROCAL.one(this);
  }

  /**
   * Whether the element is false, or 0.
   *
   * @return the result, of the same shape
   */
  default Tensor logicalNot() {
    return Elementwise.LOGICAL_NOT.one(this);
  }

  /**
   * Whether the element is not a number.
   *
   * @return the result, of the same shape
   */
  default Tensor isnan() {
    return Elementwise.ISNAN.one(this);
  }

  /**
   * Whether the element is neither infinite nor not a number.
   *
   * @return the result, of the same shape
   */
  default Tensor isfinite() {
    return Elementwise.ISFINITE.one(this);
  }

  /**
   * Whether the element is infinite.
   *
   * @return the result, of the same shape
   */
  default Tensor isinf() {
    return Elementwise.ISINF.one(this);
  }

  /**
   * Rounds to the nearest whole number, halves to the even one.
   *
   * @return the result, of the same shape
   */
  default Tensor round() {
    return round(0);
  }

  /**
   * Rounds to a number of decimals, halves to the even one.
   *
   * @param decimals how many digits stay behind the point; negative: before it
   * @return the result, of the same shape
   */
  default Tensor round(int decimals) {
    return Elementwise.ROUND.one(OpCall.of(this).with("decimals", decimals));
  }

  /**
   * Limits the elements: {@code min(max(x, xMin), xMax)}.
   *
   * @param xMin the least value, a number or a tensor
   * @param xMax the greatest value, a number or a tensor
   * @return the result, of the same shape
   */
  default Tensor clip(Object xMin, Object xMax) {
    return Elementwise.CLIP.one(OpCall.of(this).with("x_min", xMin).with("x_max", xMax));
  }

  /**
   * Converts the elements to another type.
   *
   * @param dtype the type
   * @return this tensor if it has that type already, else a new one
   */
  default Tensor cast(DType dtype) {
    Tensor self = (Tensor) this;
    return self.dtype() == dtype
        ? self
        : Elementwise.CAST.one(OpCall.of(this).with("dtype", dtype.toString()));
  }

  /**
   * The same values, through which no gradient flows.
   *
   * @return the result, of the same shape
   */
  default Tensor stopGradient() {
    return Elementwise.STOP_GRADIENT.one(this);
  }
}

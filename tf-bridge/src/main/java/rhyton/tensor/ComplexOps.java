package rhyton.tensor;

/**
 * Complex numbers and their parts.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface ComplexOps permits Tensor {

  /**
   * The real part.
   *
   * @return real numbers; a real tensor as it is
   */
  default Tensor real() {
    return Complexes.REAL.one(this);
  }

  /**
   * The imaginary part.
   *
   * @return real numbers; zeros for a real tensor
   */
  default Tensor imag() {
    return Complexes.IMAG.one(this);
  }

  /**
   * The complex conjugate.
   *
   * @return numbers with the other sign of the imaginary part; a real tensor as it is
   */
  default Tensor conjugate() {
    return Complexes.CONJUGATE.one(this);
  }

  /**
   * The complex conjugate, under its short name.
   *
   * @return numbers with the other sign of the imaginary part; a real tensor as it is
   */
  default Tensor conj() {
    return conjugate();
  }

  /**
   * The angle of complex numbers, in radians.
   *
   * @return real numbers from -π to π
   */
  default Tensor angle() {
    return Complexes.ANGLE.one(this);
  }

  /**
   * Complex numbers from pairs: the last axis holds real and imaginary parts.
   *
   * @return complex numbers, without the last axis
   */
  default Tensor viewAsComplex() {
    return Complexes.VIEW_AS_COMPLEX.one(this);
  }

  /**
   * Pairs from complex numbers: a new last axis holds real and imaginary parts.
   *
   * @return real numbers {@code (…, 2)}
   */
  default Tensor viewAsReal() {
    return Complexes.VIEW_AS_REAL.one(this);
  }
}

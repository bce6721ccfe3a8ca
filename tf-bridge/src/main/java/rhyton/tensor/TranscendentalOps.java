package rhyton.tensor;

/**
 * Hyperbolic functions, inverses of angle functions, and special functions, element by element.
 * Whole numbers become float32.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public sealed interface TranscendentalOps permits Tensor {

  /**
   * The hyperbolic sine.
   *
   * @return the result, of the same shape
   */
  default Tensor sinh() {
    return Transcendental.SINH.one(this);
  }

  /**
   * The hyperbolic cosine.
   *
   * @return the result, of the same shape
   */
  default Tensor cosh() {
    return Transcendental.COSH.one(this);
  }

  /**
   * The angle with this sine.
   *
   * @return the result, of the same shape
   */
  default Tensor arcsin() {
    return Transcendental.ARCSIN.one(this);
  }

  /**
   * The angle with this cosine.
   *
   * @return the result, of the same shape
   */
  default Tensor arccos() {
    return Transcendental.ARCCOS.one(this);
  }

  /**
   * The angle with this tangent.
   *
   * @return the result, of the same shape
   */
  default Tensor arctan() {
    return Transcendental.ARCTAN.one(this);
  }

  /**
   * The inverse of the hyperbolic sine.
   *
   * @return the result, of the same shape
   */
  default Tensor arcsinh() {
    return Transcendental.ARCSINH.one(this);
  }

  /**
   * The inverse of the hyperbolic cosine.
   *
   * @return the result, of the same shape
   */
  default Tensor arccosh() {
    return Transcendental.ARCCOSH.one(this);
  }

  /**
   * The inverse of the hyperbolic tangent.
   *
   * @return the result, of the same shape
   */
  default Tensor arctanh() {
    return Transcendental.ARCTANH.one(this);
  }

  /**
   * One less the error function.
   *
   * @return the result, of the same shape
   */
  default Tensor erfc() {
    return Transcendental.ERFC.one(this);
  }

  /**
   * The inverse of the error function.
   *
   * @return the result, of the same shape
   */
  default Tensor erfinv() {
    return Transcendental.ERFINV.one(this);
  }

  /**
   * The modified Bessel function of the first kind, of order 0.
   *
   * @return the result, of the same shape
   */
  default Tensor i0() {
    return Transcendental.I0.one(this);
  }

  /**
   * The angle of points, of which this tensor holds the second coordinates, y.
   *
   * @param x2 the first coordinates, x
   * @return angles from -π to π, of the broadcast shape
   */
  default Tensor arctan2(Object x2) {
    return Transcendental.ARCTAN2.one(this, x2);
  }
}

package rhyton.tensor;

/**
 * Activation functions of neural networks, of each element or along an axis.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface ActivationOps permits Tensor {

  /**
   * Rectified linear unit: {@code max(x, 0)}.
   *
   * @return the result, of the same shape
   */
  default Tensor relu() {
    return Activations.RELU.one(this);
  }

  /**
   * Rectified linear unit with an upper limit: {@code min(max(x, 0), 6)}.
   *
   * @return the result, of the same shape
   */
  default Tensor relu6() {
    return Activations.RELU6.one(this);
  }

  /**
   * Logistic function: {@code 1 / (1 + exp(-x))}. The result remembers x as its {@link
   * Tensor#logits()}.
   *
   * @return the result, of the same shape
   */
  default Tensor sigmoid() {
    return Activations.SIGMOID.one(this);
  }

  /**
   * Straight sigmoid: 0 up to -1, 1 from 1 on, {@code (x + 1) / 2} between.
   *
   * @return the result, of the same shape
   */
  default Tensor sparseSigmoid() {
    return Activations.SPARSE_SIGMOID.one(this);
  }

  /**
   * Smooth rectifier: {@code log(exp(x) + 1)}.
   *
   * @return the result, of the same shape
   */
  default Tensor softplus() {
    return Activations.SOFTPLUS.one(this);
  }

  /**
   * {@code x / (|x| + 1)}.
   *
   * @return the result, of the same shape
   */
  default Tensor softsign() {
    return Activations.SOFTSIGN.one(this);
  }

  /**
   * Shrinks towards 0 by 0.5, as {@link #softShrink(double)}.
   *
   * @return the result, of the same shape
   */
  default Tensor softShrink() {
    return softShrink(0.5);
  }

  /**
   * Shrinks towards 0: {@code x - threshold} above the threshold, {@code x + threshold} below its
   * negative, 0 between.
   *
   * @param threshold by how much; what is nearer to 0 becomes 0
   * @return the result, of the same shape
   */
  default Tensor softShrink(double threshold) {
    return Activations.SOFT_SHRINK.one(OpCall.of(this).with("threshold", threshold));
  }

  /**
   * Rectifier with a parabola around 0: 0 up to -1, x from 1 on, {@code (x + 1)² / 4} between.
   *
   * @return the result, of the same shape
   */
  default Tensor sparsePlus() {
    return Activations.SPARSE_PLUS.one(this);
  }

  /**
   * Swish: {@code x * sigmoid(x)}.
   *
   * @return the result, of the same shape
   */
  default Tensor silu() {
    return Activations.SILU.one(this);
  }

  /**
   * {@link #squareplus(double)} with b = 4.
   *
   * @return the result, of the same shape
   */
  default Tensor squareplus() {
    return squareplus(4);
  }

  /**
   * Smooth rectifier without exponential: {@code (x + sqrt(x² + b)) / 2}.
   *
   * @param b how smooth; 0 is relu
   * @return the result, of the same shape
   */
  default Tensor squareplus(double b) {
    return Activations.SQUAREPLUS.one(OpCall.of(this).with("b", b));
  }

  /**
   * The logarithm of the sigmoid: {@code -log(1 + exp(-x))}.
   *
   * @return the result, of the same shape
   */
  default Tensor logSigmoid() {
    return Activations.LOG_SIGMOID.one(this);
  }

  /**
   * {@link #leakyRelu(double)} with a slope of 0.2.
   *
   * @return the result, of the same shape
   */
  default Tensor leakyRelu() {
    return leakyRelu(0.2);
  }

  /**
   * Rectifier that lets some of the negative through: {@code x} above 0, {@code negativeSlope * x}
   * below.
   *
   * @param negativeSlope the slope below 0
   * @return the result, of the same shape
   */
  default Tensor leakyRelu(double negativeSlope) {
    return Activations.LEAKY_RELU.one(OpCall.of(this).with("negative_slope", negativeSlope));
  }

  /**
   * Straight sigmoid: {@code relu6(x + 3) / 6}.
   *
   * @return the result, of the same shape
   */
  default Tensor hardSigmoid() {
    return Activations.HARD_SIGMOID.one(this);
  }

  /**
   * Straight swish: {@code x * hardSigmoid(x)}.
   *
   * @return the result, of the same shape
   */
  default Tensor hardSilu() {
    return Activations.HARD_SILU.one(this);
  }

  /**
   * {@link #elu(double)} with alpha = 1.
   *
   * @return the result, of the same shape
   */
  default Tensor elu() {
    return elu(1);
  }

  /**
   * Exponential linear unit: {@code x} above 0, {@code alpha * (exp(x) - 1)} below.
   *
   * @param alpha the negative of the value far below 0
   * @return the result, of the same shape
   */
  default Tensor elu(double alpha) {
    return Activations.ELU.one(OpCall.of(this).with("alpha", alpha));
  }

  /**
   * Scaled exponential linear unit: {@link #elu(double)} with alpha = 1.67326324, times 1.05070098.
   *
   * @return the result, of the same shape
   */
  default Tensor selu() {
    return Activations.SELU.one(this);
  }

  /**
   * {@link #gelu(boolean)}, approximated.
   *
   * @return the result, of the same shape
   */
  default Tensor gelu() {
    return gelu(true);
  }

  /**
   * Gaussian error linear unit: {@code x * P(X <= x)} for a standard normal X.
   *
   * @param approximate whether the formula with tanh is used in place of the error function
   * @return the result, of the same shape
   */
  default Tensor gelu(boolean approximate) {
    return Activations.GELU.one(OpCall.of(this).with("approximate", approximate));
  }

  /**
   * {@link #celu(double)} with alpha = 1.
   *
   * @return the result, of the same shape
   */
  default Tensor celu() {
    return celu(1);
  }

  /**
   * Continuously differentiable exponential linear unit: {@code max(x, 0) + min(0, alpha * (exp(x /
   * alpha) - 1))}.
   *
   * @param alpha the negative of the value far below 0
   * @return the result, of the same shape
   */
  default Tensor celu(double alpha) {
    return Activations.CELU.one(OpCall.of(this).with("alpha", alpha));
  }

  /**
   * {@link #glu(int)} along the last axis.
   *
   * @return the result, half as long along the last axis
   */
  default Tensor glu() {
    return glu(-1);
  }

  /**
   * Gated linear unit: {@code a * sigmoid(b)}, where a and b are the two halves of x.
   *
   * @param axis the axis that is cut into halves
   * @return the result, half as long along the axis
   */
  default Tensor glu(int axis) {
    return Activations.GLU.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * {@code x - tanh(x)}.
   *
   * @return the result, of the same shape
   */
  default Tensor tanhShrink() {
    return Activations.TANH_SHRINK.one(this);
  }

  /**
   * Straight hyperbolic tangent: {@code min(max(x, -1), 1)}.
   *
   * @return the result, of the same shape
   */
  default Tensor hardTanh() {
    return Activations.HARD_TANH.one(this);
  }

  /**
   * {@link #hardShrink(double)} with a threshold of 0.5.
   *
   * @return the result, of the same shape
   */
  default Tensor hardShrink() {
    return hardShrink(0.5);
  }

  /**
   * Sets to 0 what is near it: {@code x} where {@code |x| > threshold}, 0 elsewhere.
   *
   * @param threshold how near
   * @return the result, of the same shape
   */
  default Tensor hardShrink(double threshold) {
    return Activations.HARD_SHRINK.one(OpCall.of(this).with("threshold", threshold));
  }

  /**
   * Replaces what is not above a threshold: {@code x} where {@code x > threshold}.
   *
   * @param threshold the threshold
   * @param defaultValue the value elsewhere
   * @return the result, of the same shape
   */
  default Tensor threshold(double threshold, double defaultValue) {
    return Activations.THRESHOLD.one(
        OpCall.of(this).with("threshold", threshold).with("default_value", defaultValue));
  }

  /**
   * {@link #softmax(int...)} along the last axis.
   *
   * @return the result, of the same shape
   */
  default Tensor softmax() {
    return softmax(-1);
  }

  /**
   * Softmax: {@code exp(x) / sum(exp(x))}. Along one axis the result remembers x as its {@link
   * Tensor#logits()}.
   *
   * @param axis the axis, or the axes together, whose elements sum to 1
   * @return the result, of the same shape
   */
  default Tensor softmax(int... axis) {
    return Activations.SOFTMAX.one(OpCall.of(this).with("axis", Reductions.axis(axis)));
  }

  /**
   * The logarithm of {@link #softmax(int...)}.
   *
   * @param axis the axis or axes
   * @return the result, of the same shape
   */
  default Tensor logSoftmax(int... axis) {
    return Activations.LOG_SOFTMAX.one(OpCall.of(this).with("axis", Reductions.axis(axis)));
  }

  /**
   * {@link #sparsemax(int)} along the last axis.
   *
   * @return the result, of the same shape
   */
  default Tensor sparsemax() {
    return sparsemax(-1);
  }

  /**
   * Sparsemax: like softmax, but small elements become exactly 0.
   *
   * @param axis the axis whose elements compete
   * @return the result, of the same shape
   */
  default Tensor sparsemax(int axis) {
    return Activations.SPARSEMAX.one(OpCall.of(this).with("axis", axis));
  }
}

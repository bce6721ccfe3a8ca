package rhyton.tensor;

/**
 * Functions of neural networks: activations, encodings.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface NnOps permits Tensor {

  /**
   * Rectified linear unit: {@code max(x, 0)}.
   *
   * @return the result, of the same shape
   */
  default Tensor relu() {
    return Nn.RELU.one(this);
  }

  /**
   * Logistic function: {@code 1 / (1 + exp(-x))}.
   *
   * @return the result, of the same shape
   */
  default Tensor sigmoid() {
    return Nn.SIGMOID.one(this);
  }

  /**
   * Softmax along the last axis.
   *
   * @return the result, of the same shape
   */
  default Tensor softmax() {
    return softmax(-1);
  }

  /**
   * Softmax: {@code exp(x) / sum(exp(x))}.
   *
   * @param axis the axis that sums to 1
   * @return the result, of the same shape
   */
  default Tensor softmax(int axis) {
    return Nn.SOFTMAX.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * The logarithm of {@link #softmax(int)}.
   *
   * @param axis the axis
   * @return the result, of the same shape
   */
  default Tensor logSoftmax(int axis) {
    return Nn.LOG_SOFTMAX.one(OpCall.of(this).with("axis", axis));
  }

  /**
   * Vectors of zeros with a one where the number says.
   *
   * @param numClasses the length of the vectors
   * @param dtype their type
   * @return the result, with one more axis at the end
   */
  default Tensor oneHot(int numClasses, DType dtype) {
    return Nn.ONE_HOT.one(
        OpCall.of(this).with("num_classes", numClasses).with("dtype", dtype.toString()));
  }
}

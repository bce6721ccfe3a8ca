package rhyton.tensor;

/**
 * Encodings, attention and what else neural networks need.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface NnOps permits Tensor {

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

  /**
   * Vectors of zeros with ones where the numbers of a sample say.
   *
   * @param numClasses the length of the vectors
   * @param dtype their type
   * @return the result: for each sample one vector in place of its numbers
   */
  default Tensor multiHot(int numClasses, DType dtype) {
    return Nn.MULTI_HOT.one(
        OpCall.of(this).with("num_classes", numClasses).with("dtype", dtype.toString()));
  }

  /**
   * Peak signal-to-noise ratio in decibels: {@code 20 log10(maxVal) - 10 log10(mean((x1 - x2)²))}.
   *
   * @param x2 a tensor of the same shape
   * @param maxVal the greatest value that an element can have
   * @return a number
   * @throws IllegalArgumentException if the shapes differ
   */
  default Tensor psnr(Tensor x2, double maxVal) {
    return Nn.PSNR.one(OpCall.of(this, x2).with("max_val", maxVal));
  }

  /**
   * Complex numbers of given lengths (this tensor) and angles.
   *
   * @param angle the angles in radians
   * @return the complex numbers
   */
  default Tensor polar(Tensor angle) {
    return Nn.POLAR.one(this, angle);
  }

  /**
   * Attention: {@code softmax(query · keyᵀ · scale + bias) · value}, where this tensor is the
   * query. If there are more heads of queries than of keys, several share one.
   *
   * @param key {@code (batch, keys, heads, size)}; the query is {@code (batch, queries, heads,
   *     size)}
   * @param value {@code (batch, keys, heads, size of values)}
   * @param bias what is added to the scores: broadcasts to {@code (batch, heads, queries, keys)};
   *     null: nothing
   * @param mask which keys each query may look at: truth values, of a shape as the bias; null: all
   * @param scale what scores are multiplied by; null: 1 / sqrt(size)
   * @param isCausal whether a query may look at keys up to its own place only
   * @return {@code (batch, queries, heads, size of values)}
   * @throws IllegalArgumentException if query, key or value do not have 4 axes
   */
  default Tensor dotProductAttention(
      Tensor key, Tensor value, Tensor bias, Tensor mask, Double scale, boolean isCausal) {
    return Nn.DOT_PRODUCT_ATTENTION.one(
        OpCall.of(this, key, value, bias, mask, scale).with("is_causal", isCausal));
  }
}

package rhyton.tensor;

/**
 * Functions of neural networks that are neither activations nor layers: encodings.
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
}

package rhyton.tensor;

/**
 * Crossentropies between targets (this tensor) and what a model puts out, one number for each
 * sample.
 *
 * <p>If the output is the result of a softmax or sigmoid activation, its {@link Tensor#logits()}
 * are used in its place, as if {@code fromLogits} were true: so small probabilities keep their
 * gradients.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface LossOps permits Tensor {

  /**
   * Binary crossentropy: {@code -(t log(p) + (1 - t) log(1 - p))}.
   *
   * @param output probabilities of the shape of this tensor, or logits
   * @param fromLogits whether they are logits
   * @return the crossentropy of each element
   * @throws IllegalArgumentException if the shapes differ
   */
  default Tensor binaryCrossentropy(Tensor output, boolean fromLogits) {
    return Crossentropies.BINARY.one(OpCall.of(this, output).with("from_logits", fromLogits));
  }

  /**
   * Categorical crossentropy: {@code -sum(t log(p))}; this tensor holds a probability for each
   * class.
   *
   * @param output probabilities of the shape of this tensor, which are divided by their sum first;
   *     or logits
   * @param fromLogits whether they are logits
   * @param axis the axis of the classes
   * @return the crossentropy of each sample: the shape without that axis
   * @throws IllegalArgumentException if the shapes differ
   */
  default Tensor categoricalCrossentropy(Tensor output, boolean fromLogits, int axis) {
    return Crossentropies.CATEGORICAL.one(
        OpCall.of(this, output).with("from_logits", fromLogits).with("axis", axis));
  }

  /**
   * Categorical crossentropy where this tensor holds the number of the class.
   *
   * @param output probabilities with one more axis, that of the classes, at the end; or logits
   * @param fromLogits whether they are logits
   * @return the crossentropy of each sample
   * @throws IllegalArgumentException if the shapes do not fit
   */
  default Tensor sparseCategoricalCrossentropy(Tensor output, boolean fromLogits) {
    return sparseCategoricalCrossentropy(output, fromLogits, -1);
  }

  /**
   * Categorical crossentropy where this tensor holds the number of the class.
   *
   * @param output probabilities with one more axis, that of the classes, at the end; or logits
   * @param fromLogits whether they are logits
   * @param axis the axis of the classes, which must be the last
   * @return the crossentropy of each sample
   * @throws IllegalArgumentException if the shapes do not fit
   */
  default Tensor sparseCategoricalCrossentropy(Tensor output, boolean fromLogits, int axis) {
    return Crossentropies.SPARSE_CATEGORICAL.one(
        OpCall.of(this, output).with("from_logits", fromLogits).with("axis", axis));
  }
}

package rhyton.training;

import java.util.List;
import rhyton.data.ArrayData;
import rhyton.tensor.Tensor;

/**
 * One batch, as a training step of one's own gets it: the inputs, the targets if there are any, and
 * the weights of the samples if there are any.
 *
 * <p>A dictionary that {@code fit} was given comes in the order of its sorted keys; its parts are
 * had by key, too.
 *
 * @param inputs the inputs, in order
 * @param targets the targets, in order; empty without targets
 * @param weights the weights of the samples, empty without
 * @param inputKeys the keys of a dictionary of inputs, in order; empty if it is none
 * @param targetKeys the keys of a dictionary of targets, in order; empty if it is none
 * @see <a href="https://keras.io/guides/custom_train_step_in_tensorflow/">Customizing fit</a>
 */
public record StepData(
    List<Tensor> inputs,
    List<Tensor> targets,
    List<Tensor> weights,
    List<String> inputKeys,
    List<String> targetKeys) {
  /**
   * A batch without keys.
   *
   * @param batch inputs, targets, weights
   * @return the batch
   */
  public static StepData of(ArrayData batch) {
    return new StepData(batch.x(), batch.y(), batch.weights(), List.of(), List.of());
  }

  /** Returns the only input. */
  public Tensor x() {
    return only("x", "inputs", inputs);
  }

  /**
   * One of the inputs.
   *
   * @param index which one
   * @return the input
   */
  public Tensor x(int index) {
    return inputs.get(index);
  }

  /**
   * One of the inputs of a dictionary.
   *
   * @param key its key
   * @return the input
   * @throws IllegalArgumentException if there is none of that key
   */
  public Tensor x(String key) {
    return inputs.get(index("inputs", inputKeys, key));
  }

  /** Returns the only target; null without targets. */
  public Tensor y() {
    return targets.isEmpty() ? null : only("y", "targets", targets);
  }

  /**
   * One of the targets.
   *
   * @param index which one
   * @return the target
   */
  public Tensor y(int index) {
    return targets.get(index);
  }

  /**
   * One of the targets of a dictionary.
   *
   * @param key its key
   * @return the target
   * @throws IllegalArgumentException if there is none of that key
   */
  public Tensor y(String key) {
    return targets.get(index("targets", targetKeys, key));
  }

  /** Returns the weights of the samples; null without. */
  public Tensor sampleWeight() {
    return weights.isEmpty() ? null : weights.get(0);
  }

  /** Returns the number of samples in the batch. */
  public int samples() {
    return Math.toIntExact(inputs.get(0).shape().get(0));
  }

  private static Tensor only(String method, String what, List<Tensor> all) {
    if (all.size() != 1) {
      throw new IllegalStateException(
          "StepData: there are %d %s. Take them by %s(index), by %s(key) or from %s()"
              .formatted(all.size(), what, method, method, what));
    }
    return all.get(0);
  }

  private static int index(String what, List<String> keys, String key) {
    int index = keys.indexOf(key);
    if (index < 0) {
      throw new IllegalArgumentException(
          "StepData: there is no `%s` among the %s. Available: %s".formatted(key, what, keys));
    }
    return index;
  }
}

package rhyton.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rhyton.tensor.Tensor;

/** Weights of classes as weights of samples. */
public final class ClassWeights {
  private ClassWeights() {}

  /**
   * Gives each sample the weight of its class.
   *
   * @param data data with one target: class numbers, or one-hot vectors
   * @param classWeight weights by class number; classes that are missing count 1
   * @return the data with weights
   * @throws IllegalArgumentException if there are weights already, or several targets
   */
  public static ArrayData apply(ArrayData data, Map<Integer, Double> classWeight) {
    if (!data.weights().isEmpty()) {
      throw new IllegalArgumentException(
          "You cannot use `class_weight` and `sample_weight` at the same time.");
    }
    if (data.y().size() != 1) {
      throw new IllegalArgumentException(
          "`class_weight` is only supported for models with a single output. Received: "
              + data.y().size()
              + " targets");
    }
    Tensor y = data.y().get(0);
    boolean vectors = y.rank() > 1 && y.shape().get(-1) != 1;
    int[] classes = vectors ? y.argmax(-1).ints() : rounded(y);
    if (classes.length != data.samples()) {
      throw new IllegalArgumentException(
          "`class_weight` expects one class a sample. Received: y of shape " + y.shape());
    }
    float[] weights = new float[classes.length];
    Arrays.fill(weights, 1);
    for (int i = 0; i < classes.length; i++) {
      Double weight = classWeight.get(classes[i]);
      weights[i] = weight == null ? 1 : weight.floatValue();
    }
    return new ArrayData(data.x(), data.y(), List.of(Tensor.of(weights)));
  }

  private static int[] rounded(Tensor y) {
    return y.dtype().isFloating() ? y.round().ints() : y.ints();
  }
}

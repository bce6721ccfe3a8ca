package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * The mean of tensors: {@code (a + b + c) / 3}.
 *
 * <p><b>Shapes</b> inputs of equal shapes, or of shapes that broadcast to one behind the batch.
 *
 * <pre>{@code
 * Tensor y = new Average().apply(left, right);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/average/">Average</a>
 */
public final class Average extends Merge<Average> {
  /** Keras's class. */
  public static final KerasType<Average> TYPE = KerasType.layer("Average", Average::new);

  /** A mean. */
  public Average() {
    this(ArgValues.NONE);
  }

  private Average(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Average> type() {
    return TYPE;
  }

  @Override
  Tensor merge(List<Tensor> inputs) {
    return inputs.stream().reduce(Tensor::add).orElseThrow().divide(inputs.size());
  }
}

package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * The largest of the tensors, element by element. Where an input is masked, it does not count.
 *
 * <p><b>Shapes</b> inputs of equal shapes, or of shapes that broadcast to one behind the batch.
 *
 * <pre>{@code
 * Tensor y = new Maximum().apply(left, right);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/maximum/">Maximum</a>
 */
public final class Maximum extends Merge<Maximum> {
  /** Keras's class. */
  public static final KerasType<Maximum> TYPE = KerasType.layer("Maximum", Maximum::new);

  /** A maximum. */
  public Maximum() {
    this(ArgValues.NONE);
  }

  private Maximum(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Maximum> type() {
    return TYPE;
  }

  @Override
  Tensor merge(List<Tensor> inputs) {
    return pairwise(inputs, Tensor::maximum);
  }
}

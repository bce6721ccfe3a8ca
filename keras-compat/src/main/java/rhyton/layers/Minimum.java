package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * The smallest of the tensors, element by element. Where an input is masked, it does not count.
 *
 * <p><b>Shapes</b> inputs of equal shapes, or of shapes that broadcast to one behind the batch.
 *
 * <pre>{@code
 * Tensor y = new Minimum().apply(left, right);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/minimum/">Minimum</a>
 */
public final class Minimum extends Merge<Minimum> {
  /** Keras's class. */
  public static final KerasType<Minimum> TYPE = KerasType.layer("Minimum", Minimum::new);

  /** A minimum. */
  public Minimum() {
    this(ArgValues.NONE);
  }

  private Minimum(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Minimum> type() {
    return TYPE;
  }

  @Override
  Tensor merge(List<Tensor> inputs) {
    return pairwise(inputs, Tensor::minimum);
  }
}

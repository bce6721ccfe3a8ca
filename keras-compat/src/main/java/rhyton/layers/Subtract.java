package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * The difference of two tensors: {@code a - b}.
 *
 * <p><b>Shapes</b> inputs of equal shapes, or of shapes that broadcast to one behind the batch.
 *
 * <pre>{@code
 * Tensor y = new Subtract().apply(after, before);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/subtract/">Subtract</a>
 */
public final class Subtract extends Merge<Subtract> {
  /** Keras's class. */
  public static final KerasType<Subtract> TYPE = KerasType.layer("Subtract", Subtract::new);

  /** A difference. */
  public Subtract() {
    this(ArgValues.NONE);
  }

  private Subtract(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Subtract> type() {
    return TYPE;
  }

  @Override
  Tensor merge(List<Tensor> inputs) {
    if (inputs.size() != 2) {
      throw new IllegalArgumentException(
          "A `Subtract` layer should be called on exactly 2 inputs. Received: "
              + inputs.size()
              + " inputs");
    }
    return inputs.get(0).subtract(inputs.get(1));
  }
}

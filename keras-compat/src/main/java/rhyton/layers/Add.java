package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Adds tensors: {@code a + b + c}.
 *
 * <p><b>Shapes</b> inputs of equal shapes, or of shapes that broadcast to one behind the batch.
 *
 * <pre>{@code
 * Tensor y = new Add().apply(x, shortcut);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/add/">Add</a>
 */
public final class Add extends Merge<Add> {
  /** Keras's class. */
  public static final KerasType<Add> TYPE = KerasType.layer("Add", Add::new);

  /** A sum. */
  public Add() {
    this(ArgValues.NONE);
  }

  private Add(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Add> type() {
    return TYPE;
  }

  @Override
  Tensor merge(List<Tensor> inputs) {
    return inputs.stream().reduce(Tensor::add).orElseThrow();
  }
}

package rhyton.models;

import rhyton.layers.InputLayer;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * Where values enter a model.
 *
 * <pre>{@code
 * Tensor image = Input.of(28, 28, 1);
 * Tensor words = Input.of(DType.INT32, 100);
 * }</pre>
 *
 * <p>For a name, a fixed batch size or other options use {@link InputLayer} and its {@code
 * output()}.
 *
 * @see <a href="https://keras.io/api/layers/core_layers/input/">Input</a>
 */
public final class Input {
  private Input() {}

  /**
   * An input of float32 values of the shape (batch, dims…).
   *
   * @param dims the dimensions behind the batch, -1 for ones that vary
   * @return a tensor of a functional model
   */
  public static Tensor of(long... dims) {
    return new InputLayer(dims).output();
  }

  /**
   * An input of values of another type.
   *
   * @param dtype the type
   * @param dims the dimensions behind the batch, -1 for ones that vary
   * @return a tensor of a functional model
   */
  public static Tensor of(DType dtype, long... dims) {
    return new InputLayer(dims).dtype(dtype.toString()).output();
  }
}

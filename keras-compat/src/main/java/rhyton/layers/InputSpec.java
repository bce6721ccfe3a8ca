package rhyton.layers;

import java.util.List;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * What a layer expects of its input, besides what its weights were made for.
 *
 * <pre>{@code
 * InputSpec.minNdim(2).axis(-1);   // at least two dimensions; the last one as it was at first
 * }</pre>
 *
 * @param minNdim the smallest number of dimensions
 * @param maxNdim the largest number of dimensions
 * @param axis the axis whose size must stay what it was when the layer was built; null for none
 * @see <a href="https://keras.io/api/layers/base_layer/">keras.InputSpec</a>
 */
public record InputSpec(int minNdim, int maxNdim, Integer axis) {
  /** Any input. */
  public static final InputSpec ANY = minNdim(0);

  /**
   * Inputs of one number of dimensions.
   *
   * @param ndim the number, with the batch
   * @return the expectation
   */
  public static InputSpec ndim(int ndim) {
    return new InputSpec(ndim, ndim, null);
  }

  /**
   * Inputs of some number of dimensions or more.
   *
   * @param ndim the smallest number, with the batch
   * @return the expectation
   */
  public static InputSpec minNdim(int ndim) {
    return new InputSpec(ndim, Integer.MAX_VALUE, null);
  }

  /**
   * This expectation, and an axis whose size must stay.
   *
   * @param fixed the axis, may be negative
   * @return the expectation
   */
  public InputSpec axis(int fixed) {
    return new InputSpec(minNdim, maxNdim, fixed);
  }

  /** Throws if an input is not as expected. */
  void check(Layer layer, List<Tensor> inputs) {
    if (equals(ANY)) {
      return;
    }
    if (inputs.size() != 1) {
      throw new IllegalArgumentException(
          "Layer `" + layer.name() + "` expects 1 input. Received: " + inputs.size());
    }
    Shape shape = inputs.get(0).shape();
    int ndim = shape.rank();
    if (ndim < minNdim || ndim > maxNdim) {
      String wanted = minNdim == maxNdim ? "ndim=" + minNdim : "min_ndim=" + minNdim;
      throw wrong(layer, wanted + ", found ndim=" + ndim + ". Full shape received: " + shape);
    }
    if (axis != null && layer.isBuilt()) {
      checkAxis(layer, shape, layer.builtWith().get(0).get(axis));
    }
  }

  private void checkAxis(Layer layer, Shape shape, long size) {
    if (size >= 0 && shape.get(axis) >= 0 && shape.get(axis) != size) {
      throw wrong(
          layer,
          ("axis " + axis + " of input shape to have value " + size)
              + (", but received input with shape " + shape));
    }
  }

  private static IllegalArgumentException wrong(Layer layer, String expected) {
    return new IllegalArgumentException(
        ("Input 0 of layer `" + layer.name() + "` is incompatible with the layer: expected ")
            + expected);
  }
}

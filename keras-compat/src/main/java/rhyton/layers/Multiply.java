package rhyton.layers;

import java.util.List;
import java.util.Objects;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Multiplies tensors element by element: {@code a * b * c}. Where an input is masked, it counts as
 * 1.
 *
 * <p><b>Shapes</b> inputs of equal shapes, or of shapes that broadcast to one behind the batch.
 *
 * <pre>{@code
 * Tensor y = new Multiply().apply(x, gate);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/multiply/">Multiply</a>
 */
public final class Multiply extends Merge<Multiply> {
  /** Keras's class. */
  public static final KerasType<Multiply> TYPE = KerasType.layer("Multiply", Multiply::new);

  /** A product. */
  public Multiply() {
    this(ArgValues.NONE);
  }

  private Multiply(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Multiply> type() {
    return TYPE;
  }

  @Override
  Tensor merge(List<Tensor> inputs) {
    Tensor mask = productMask(inputs);
    Tensor product = inputs.stream().map(Multiply::unmasked).reduce(Tensor::multiply).orElseThrow();
    if (mask != null) {
      product = mask.where(product, Tensor.scalar(0, product.dtype()));
      product.setMask(mask.any(-1));
    }
    return product;
  }

  /** A tensor with 1 where it is masked. */
  private static Tensor unmasked(Tensor x) {
    Tensor mask = wideMask(x);
    return mask == null ? x : mask.where(x, Tensor.scalar(1, x.dtype()));
  }

  private static Tensor productMask(List<Tensor> inputs) {
    List<Tensor> masks = inputs.stream().map(Merge::wideMask).toList();
    boolean all = masks.stream().allMatch(Objects::nonNull);
    return all ? masks.stream().reduce(Tensor::logicalOr).orElseThrow() : null;
  }
}

package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.layers.options.HasAxis;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * Joins tensors along an axis, by default the last.
 *
 * <p><b>Shapes</b> inputs that are equal but for the axis; there the output has the sum of their
 * sizes.
 *
 * <pre>{@code
 * Tensor both = new Concatenate().apply(image, meta);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/concatenate/">Concatenate</a>
 */
public final class Concatenate extends Merge<Concatenate> implements HasAxis<Concatenate> {
  /** Keras's class. */
  public static final KerasType<Concatenate> TYPE =
      KerasType.layer("Concatenate", Concatenate::new, HasAxis.AXIS);

  /** Joins along the last axis. */
  public Concatenate() {
    this(ArgValues.NONE);
  }

  private Concatenate(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Concatenate> type() {
    return TYPE;
  }

  @Override
  protected void build(List<Shape> inputs) {
    Shape first = inputs.get(0);
    for (Shape input : inputs) {
      boolean fits = input.rank() == first.rank();
      if (!fits || !input.with(arg(AXIS), -1).isCompatibleWith(first.with(arg(AXIS), -1))) {
        throw new IllegalArgumentException(
            "A `Concatenate` layer requires inputs with matching shapes except for the"
                + (" concatenation axis. Received: input_shape=" + inputs));
      }
    }
  }

  @Override
  Tensor merge(List<Tensor> inputs) {
    return ShapeOps.concatenate(inputs, arg(AXIS));
  }

  /** An input without a mask counts everywhere. */
  @Override
  protected Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    if (masks.stream().allMatch(Objects::isNull)) {
      return null;
    }
    List<Tensor> wide = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Tensor x = inputs.get(i);
      Tensor mask = masks.get(i);
      if (mask == null) {
        wide.add(x.onesLike(DType.BOOL));
      } else if (mask.rank() < x.rank()) {
        wide.add(mask.expandDims(-1).logicalOr(x.zerosLike(DType.BOOL)));
      } else {
        wide.add(mask);
      }
    }
    return ShapeOps.concatenate(wide, arg(AXIS)).any(-1);
  }
}

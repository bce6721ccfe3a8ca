package rhyton.layers;

import java.util.Arrays;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Gives each sample another shape.
 *
 * <p><b>Shapes</b> input {@code (batch, …)}, output {@code (batch, targetShape…)} with as many
 * elements. One dimension of the target may be -1: it follows from the others.
 *
 * <pre>{@code
 * Tensor y = new Reshape(-1, 2, 2).apply(Input.of(12));   // (None, 3, 2, 2)
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/reshape/">Reshape</a>
 */
public final class Reshape extends ArgLayer<Reshape> {
  /** The shape of a sample. */
  public static final Arg<long[]> TARGET_SHAPE =
      Arg.required("target_shape", Codec.DIMS)
          .check("a list of sizes, of which one may be -1", Reshape::isShape);

  /** Keras's class. */
  public static final KerasType<Reshape> TYPE =
      KerasType.layer("Reshape", Reshape::new, TARGET_SHAPE);

  /**
   * A layer for a shape.
   *
   * @param targetShape the shape without the batch; one size may be -1
   */
  public Reshape(long... targetShape) {
    this(ArgValues.NONE.with(TARGET_SHAPE, targetShape));
  }

  private Reshape(ArgValues args) {
    super(args);
  }

  private static boolean isShape(long[] dims) {
    return Arrays.stream(dims).allMatch(dim -> dim >= -1)
        && Arrays.stream(dims).filter(dim -> dim == -1).count() <= 1;
  }

  @Override
  public KerasType<Reshape> type() {
    return TYPE;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return Samples.reshape(x, resolved(x.shape().from(1)));
  }

  /** The target, with the size that -1 stands for if the input tells. */
  private long[] resolved(Shape input) {
    long[] target = arg(TARGET_SHAPE);
    long size = input.size();
    if (size < 0) {
      return target;
    }
    long rest = Arrays.stream(target).filter(dim -> dim != -1).reduce(1, Math::multiplyExact);
    boolean open = Arrays.stream(target).anyMatch(dim -> dim == -1);
    if (open ? rest == 0 || size % rest != 0 : size != rest) {
      throw new IllegalArgumentException(
          "Reshape: the total size of the tensor must be unchanged. Received: input_shape="
              + (input + ", target_shape=" + Shape.of(target)));
    }
    return Arrays.stream(target).map(dim -> dim == -1 ? size / rest : dim).toArray();
  }
}

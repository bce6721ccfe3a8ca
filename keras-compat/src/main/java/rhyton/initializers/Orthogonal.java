package rhyton.initializers;

import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.random.KerasRandom;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * A random matrix with orthonormal columns (or rows, if it is wider than high), times a gain. All
 * axes but the last count as rows.
 *
 * <p>Saxe et al., 2014, "Exact solutions to the nonlinear dynamics of learning in deep linear
 * neural networks".
 *
 * <p><b>Shapes</b>: at least two axes.
 *
 * @see <a
 *     href="https://keras.io/api/layers/initializers/#orthogonal-class">keras.initializers.Orthogonal</a>
 */
public final class Orthogonal extends RandomInitializer<Orthogonal> {
  /** The factor. */
  public static final Arg<Double> GAIN = Arg.number("gain", 1);

  /** Keras's class. */
  public static final KerasType<Orthogonal> TYPE =
      KerasType.initializer("Orthogonal", Orthogonal::new, GAIN, SEED)
          .alias("OrthogonalInitializer");

  /** An initializer with a seed that is drawn as Keras draws it. */
  public Orthogonal() {
    this(ArgValues.NONE);
  }

  private Orthogonal(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Orthogonal> type() {
    return TYPE;
  }

  /**
   * The factor; by default 1.
   *
   * @param gain the length of the columns
   * @return a copy with this option
   */
  @CheckReturnValue
  public Orthogonal gain(double gain) {
    return with(GAIN, gain);
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    if (shape.rank() < 2) {
      throw new IllegalArgumentException(
          "Orthogonal: the weight must have at least two axes. Received: shape=" + shape);
    }
    long columns = shape.get(-1);
    long rows = shape.slice(0, -1).size();
    try (TensorScope scope = TensorScope.open()) {
      Shape high = Shape.of(Math.max(rows, columns), Math.min(rows, columns));
      Tensor normal = KerasRandom.normal(high, 0, 1, dtype, seed());
      List<Tensor> qr = Op.of("Qr").in(normal).attr("full_matrices", false).all();
      Tensor signs = Op.of("MatrixDiagPart").in(qr.get(1)).one().sign();
      Tensor q = qr.get(0).multiply(signs);
      Tensor wide = rows < columns ? q.transpose() : q;
      return wide.reshape(shape.toArray()).multiply(arg(GAIN)).keep();
    }
  }
}
